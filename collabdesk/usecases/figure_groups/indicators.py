"""Indicators: each one's achievement against its target, and how many reached theirs."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.told import told
from collabdesk.measures.indicator_achievement import (
    ACHIEVEMENT,
    REACHED,
    achievement,
    is_ceiling,
    is_known,
    is_reached,
    reached,
)
from collabdesk.usecases.figuring import Group, figure

_SHOWN = 60


def _figures(facts: Facts) -> Iterator[Figure]:
    known = [i for i in facts.indicators if is_known(i, facts.as_of)]
    if not known:
        return
    both = [i for i in known if is_reached(i) is not None]
    yield figure(
        facts,
        "indicators",
        REACHED,
        "indicators-reached",
        reached(both),
        inputs={
            "reached": sum(bool(is_reached(i)) for i in both),
            "measured against a target": len(both),
            "recorded": len(known),
        },
        basis=tuple(Basis("indicator", f, ids=tuple(i.id or 0 for i in both)) for f in ("actual", "target") if both),
    )
    for indicator in [i for i in known if i.target is not None][:_SHOWN]:
        yield _one(facts, indicator)


def _one(facts: Facts, indicator: Indicator) -> Figure:
    stated = [f for f in ("actual", "target") if getattr(indicator, f) is not None]
    return figure(
        facts,
        "indicators",
        ACHIEVEMENT,
        "indicator",
        achievement(indicator.actual, indicator.target),
        detail=_name(facts, indicator),
        detail_slug=f"i{indicator.id or 0}",
        inputs={
            "actual": indicator.actual,
            "target": indicator.target,
            "unit": indicator.unit or "not stated",
            **({"target is": told("at most")} if is_ceiling(indicator) else {}),
        },
        basis=tuple(Basis("indicator", f, ids=(indicator.id or 0,)) for f in stated),
    )


def _name(facts: Facts, indicator: Indicator) -> str:
    name = " ".join(part for part in (indicator.code, indicator.title) if part)
    if facts.project is not None:
        return name
    project = next((p for p in facts.projects if p.id == indicator.project_id), None)
    return f"{project.acronym or project.code}: {name}" if project else name


GROUP = Group("indicators", 70, _figures)
