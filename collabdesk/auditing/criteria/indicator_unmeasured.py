"""Indicators that have a target and that nobody has measured although their period is well under way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, listed, named, number, percent
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.told import counted_words, told
from collabdesk.measures.elapsed import elapsed
from collabdesk.measures.indicator_achievement import is_known


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    asked = [i for i in facts.indicators if is_known(i, facts.as_of) and i.target is not None]
    bare = [i for i in asked if i.actual is None and _passed(facts, i) >= settings["share"]]
    if not bare:
        return
    yield Draft(
        title=told("Indicators are not measured"),
        criteria=told(
            "An indicator with a target should be measured before {share} of its period has passed",
            share=percent(settings["share"]),
        ),
        condition=told(
            "By {day}, for {bare} of {asked} with a target no value was recorded: {list}.",
            day=day(facts.as_of.isoformat()),
            bare=counted_words(len(bare), "{n} indicator", "{n} indicators"),
            asked=number(len(asked)),
            list=listed([named(i.code, i.title) for i in bare]),
        ),
        effect=told("Whether these results are reached cannot be told."),
        seen=tuple(f"{i.code} {i.title} {i.target}" for i in bare),
        figures=(figure_id(facts, "indicators-reached"),),
    )


def _passed(facts: Facts, indicator: Indicator) -> Decimal:
    """The share of its own period, or the project's, that has passed; nothing where none is stated."""
    project = facts.project
    start = indicator.period_start or (project.start if project else None)
    end = indicator.period_end or (project.end if project else None)
    return elapsed(start, end, facts.as_of).value or Decimal(0)


CRITERION = Criterion("indicator_unmeasured", "Measurement of indicators", ("share",), _check)
