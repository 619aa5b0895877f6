"""Contributions that came, but late."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, LateSum
from collabdesk.auditing.figure_ids import delivery_slug, figure_id
from collabdesk.auditing.wording import days, listed, money, number
from collabdesk.domain.told import counted_words, told


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    for unit in sorted({late.unit for late in facts.late}):
        late = [one for one in facts.late if one.unit == unit and one.days > settings["days"]]
        if not late:
            continue
        late.sort(key=lambda one: (-one.days, facts.partner_name(one.partner_id)))
        many = sum(one.records for one in late)
        every = sum(one.records for one in facts.late if one.unit == unit)
        whole = sum((one.received or Decimal(0) for one in late), Decimal(0))
        yield Draft(
            title=told("Contributions received late"),
            criteria=told(
                "A contribution should be received within {days} of its due date", days=days(int(settings["days"]))
            ),
            condition=told(
                "{late} of {every} received after the due date came later than that: {list}.",
                late=counted_words(many, "{n} contribution", "{n} contributions"),
                every=number(every),
                list=listed([_line(facts, one) for one in late]),
            ),
            effect=told("{whole} was not at hand when the plan counted on it.", whole=money(whole, unit)),
            seen=tuple(f"{one.partner_id} {one.days} {one.received} {unit}" for one in late),
            figures=(figure_id(facts, delivery_slug(facts, unit), unit=unit),),
        )


def _line(facts: Facts, late: LateSum) -> str:
    who, how_late = facts.partner_name(late.partner_id), days(late.days)
    if late.received is None:
        return told("{partner}, {days} late", partner=who, days=how_late)
    return told("{partner}, {amount}, {days} late", partner=who, amount=money(late.received, late.unit), days=how_late)


CRITERION = Criterion("contribution_late", "Contributions received late", ("days",), _check)
