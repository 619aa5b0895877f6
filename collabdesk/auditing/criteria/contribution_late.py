"""Contributions that came, but late."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, LateSum
from collabdesk.auditing.figure_ids import delivery_slug, figure_id
from collabdesk.auditing.wording import count, listed, money


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    for unit in sorted({late.unit for late in facts.late}):
        late = [one for one in facts.late if one.unit == unit and one.days > settings["days"]]
        if not late:
            continue
        late.sort(key=lambda one: (-one.days, facts.partner_name(one.partner_id)))
        number = sum(one.records for one in late)
        whole = sum((one.received or Decimal(0) for one in late), Decimal(0))
        yield Draft(
            title="Contributions received late",
            criteria=f"A contribution should be received within {settings['days']:f} days of its due date",
            condition=f"{count(number, 'contribution')} came later than that: "
            f"{listed([_line(facts, one) for one in late])}.",
            effect=f"{money(whole, unit)} was not at hand when the plan counted on it.",
            seen=tuple(f"{one.partner_id} {one.days} {one.received} {unit}" for one in late),
            figures=(figure_id(facts, delivery_slug(facts, unit), unit=unit),),
        )


def _line(facts: Facts, late: LateSum) -> str:
    amount = f", {money(late.received, late.unit)}" if late.received is not None else ""
    return f"{facts.partner_name(late.partner_id)}{amount}, {late.days} days late"


CRITERION = Criterion("contribution_late", "Contributions received late", ("days",), _check)
