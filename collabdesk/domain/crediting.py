"""Which contribution a credit event credits. What counts as received then: measures/crediting.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from collabdesk.domain.contributions import Contribution, form_of
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.money import NO_CURRENCY


def unit_of(record: Contribution | CreditEvent) -> str:
    """The unit of account where one is agreed, else the currency, else ISO 4217's code for none."""
    return record.unit_of_account or record.currency or NO_CURRENCY


def its_contribution(event: CreditEvent, contributions: Iterable[Contribution]) -> Contribution | None:
    """The contribution that the event names, or the only one of its partner in kind and in its unit.

    Where a partner has several, the milestone and then the title decide; None where more than one is left, or the
    named one is in another unit: two units are never added.
    """
    there = [c for c in contributions if c.project_id == event.project_id]
    if event.contribution_id is not None:
        there = [c for c in there if c.id == event.contribution_id]
        return there[0] if there and _in_its_unit(event, there[0]) else None
    there = [c for c in there if c.partner_id == event.partner_id and form_of(c.form) == "in_kind"]
    there = [c for c in there if _in_its_unit(event, c)]
    there = _narrowed(there, lambda c: bool(event.milestone_code) and c.milestone_code == event.milestone_code)
    there = _narrowed(there, lambda c: bool(event.title) and c.title == event.title)
    return there[0] if len(there) == 1 else None


def _in_its_unit(event: CreditEvent, contribution: Contribution) -> bool:
    return unit_of(event) in (NO_CURRENCY, unit_of(contribution))


def _narrowed(there: list[Contribution], fits: Callable[[Contribution], bool]) -> list[Contribution]:
    return [c for c in there if fits(c)] or there
