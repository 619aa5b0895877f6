"""Indicators that lag behind an even pace towards their target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.wording import day, listed, named, number, percent
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.told import counted_words, in_a_row, told
from collabdesk.measures.elapsed import elapsed
from collabdesk.measures.indicator_achievement import achievement, is_ceiling, is_known


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    measured = [i for i in facts.indicators if is_known(i, facts.as_of) and i.target and i.actual is not None]
    measured = [i for i in measured if not is_ceiling(i)]
    behind = [row for i in measured if (row := _pace(facts, i)) and row[1] < row[2] - settings["lag"]]
    if not behind:
        return
    behind.sort(key=lambda row: (row[1] - row[2], row[0].code, row[0].title))
    yield Draft(
        title=told("Indicators lag behind their targets"),
        criteria=told(
            "An indicator should not lag behind an even pace to its target by more than {lag}",
            lag=percent(settings["lag"]),
        ),
        condition=told(
            "By {day}, {behind} of {measured} that are to rise to a target lagged further behind: {list}.",
            day=day(facts.as_of.isoformat()),
            behind=counted_words(len(behind), "{n} indicator", "{n} indicators"),
            measured=number(len(measured)),
            list=listed([_line(*row) for row in behind]),
        ),
        effect=told("At this pace the targets will not be reached within their period."),
        seen=tuple(f"{i.code} {i.title} {i.actual} {i.target}" for i, _, _ in behind),
        figures=(figure_id(facts, "indicators-reached"),),
    )


def _pace(facts: Facts, indicator: Indicator) -> tuple[Indicator, Decimal, Decimal] | None:
    """The indicator, its achievement and the share of its own (or the project's) period that has passed."""
    project = facts.project
    start = indicator.period_start or (project.start if project else None)
    end = indicator.period_end or (project.end if project else None)
    done, passed = achievement(indicator.actual, indicator.target).value, elapsed(start, end, facts.as_of).value
    return None if done is None or passed is None else (indicator, done, passed)


def _line(indicator: Indicator, done: Decimal, passed: Decimal) -> str:
    target = number(indicator.target or Decimal(0))
    return told(
        "{name}: {actual} of {target} ({done}) with {passed} of the period passed",
        name=named(indicator.code, indicator.title), actual=number(indicator.actual or Decimal(0)),
        target=in_a_row((target, indicator.unit), "\u00a0") if indicator.unit else target, done=percent(done),
        passed=percent(passed),
    )  # fmt: skip


CRITERION = Criterion("indicator_behind", "Indicators against an even pace", ("lag",), _check)
