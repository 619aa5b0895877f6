"""Subcontracting beyond what was budgeted for it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import day, money, percent
from collabdesk.domain.packs import Pack
from collabdesk.domain.told import told

_KINDS = frozenset({"subcontracting", "subaward"})


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.grant is None or facts.project is None or not facts.budget:
        return
    pack = facts.grant.pack
    for unit in sorted({b.unit for b in facts.budget}):
        planned = sum(
            (b.amount or Decimal(0) for b in facts.budget if b.unit == unit and _is_it(pack, b.category)), Decimal(0)
        )
        its = [c for c in facts.costs if c.unit == unit and c.expended and _is_it(pack, c.category)]
        spent = sum((c.expended or Decimal(0) for c in its), Decimal(0))
        if spent <= planned * (1 + settings["tolerance"]):
            continue
        yield Draft(
            title=told("Subcontracting exceeds its budget"),
            criteria=told(
                "Subcontracting should keep within its budget, by at most {tolerance} above it, unless an amendment "
                "allows more",
                tolerance=percent(settings["tolerance"]),
            ),
            condition=told(
                "By {day}, {spent} of subcontracting is recorded against a budget of {planned} for it.",
                day=day(facts.as_of.isoformat()), spent=money(spent, unit), planned=money(planned, unit),
            ),
            effect=told("{over} may not be eligible.", over=money(spent - planned, unit)),
            seen=(f"{spent} {planned} {unit}",),
            figures=tuple(figure_id(facts, "absorption", slug_of(c.category), unit) for c in its),
        )  # fmt: skip


def _is_it(pack: Pack, category: str) -> bool:
    known = pack.category(category) if category else None
    return known is not None and known.kind in _KINDS


CRITERION = Criterion(
    "subcontracting_over", "Subcontracting above its budget", ("tolerance",), _check, is_of_project=True
)
