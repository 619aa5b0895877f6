"""Work that is behind the plan over time (earned schedule)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import figure_id
from collabdesk.auditing.value_curve import actual_time, planned_by_period
from collabdesk.auditing.value_totals import totals, undated
from collabdesk.auditing.wording import computed, day, index, number
from collabdesk.domain.told import told
from collabdesk.measures import earned_schedule as es

_TENTH = Decimal("0.1")


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    for value in facts.value or ():
        found = totals(value, None, facts.as_of, is_now=True)
        if value.scale is None or undated(value, None) or not found.ev.value or not found.bac.value:
            continue
        at = actual_time(value, value.scale, None, facts.as_of)
        earned = es.earned_schedule(planned_by_period(value, value.scale, None), found.ev.value).value
        ratio = es.spi_t(earned, at).value if earned is not None and at else None
        # What is wholly done is not late any more, whatever its index was.
        if earned is None or ratio is None or ratio >= settings["index"] or found.ev.value >= found.bac.value:
            continue
        yield Draft(
            title=told("The work is behind the plan"),
            criteria=told(
                "The schedule performance index over time, SPI(t), should be at least {index}",
                index=index(settings["index"]),
            ),
            condition=told(
                "By {day}, {at} periods of the plan ({periods}) had passed and the work done, {ev}, was that planned "
                "for the first {es}: an SPI(t) of {spi}.",
                day=day(facts.as_of.isoformat()), at=number(at.quantize(_TENTH)),
                periods=value.scale.said, ev=computed(found.ev.value, value.unit),
                es=number(earned.quantize(_TENTH)), spi=index(ratio),
            ),
            effect=told(
                "The work is {late} periods late; what follows from it is late as well unless it is caught up.",
                late=number((at - earned).quantize(_TENTH)),
            ),
            seen=(f"{found.bac.value} {found.ev.value} {earned} {value.unit}",),
            figures=tuple(figure_id(facts, slug, unit=value.unit) for slug in ("spi-t", "es", "at")),
        )  # fmt: skip


CRITERION = Criterion("value_time_low", "Schedule performance index", ("index",), _check, is_of_project=True)
