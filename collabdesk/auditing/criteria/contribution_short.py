"""Contributions that have fallen due and are not there, or not in full."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import DueSum, Facts
from collabdesk.auditing.figure_ids import delivery_slug, figure_id
from collabdesk.auditing.wording import FORM_WORDS, count, listed, money, percent
from collabdesk.domain.contributions import form_of
from collabdesk.domain.dates import in_words
from collabdesk.measures.delivery import shortfall


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.project is None:
        return
    for unit in sorted({d.unit for d in facts.due}):
        short = [(d, _missing(d)) for d in facts.due if d.unit == unit and _missing(d) > settings["amount"]]
        if not short:
            continue
        short.sort(key=lambda pair: (-pair[1], facts.partner_name(pair[0].partner_id)))
        whole = sum((missing for _, missing in short), Decimal(0))
        pledged = sum((d.pledged or Decimal(0) for d in facts.due if d.unit == unit), Decimal(0))
        lines = [_line(facts, d, missing, unit) for d, missing in short]
        yield Draft(
            title="Pledged contributions not received when due",
            criteria="What a partner pledged should be received, or credited when in kind, by the day it is due",
            condition=f"By {facts.day}, what had fallen due from {count(_partners(short), 'partner')} had not been "
            f"received in full: {listed(lines)}.",
            effect=f"{money(whole, unit)} ({percent(whole / pledged) if pledged else 'n/a'} of what had fallen due) is "
            "missing from the resources planned for the work.",
            seen=tuple(f"{d.partner_id} {d.form} {d.pledged} {d.received} {unit}" for d, _ in short),
            figures=(figure_id(facts, "past-due", unit=unit), figure_id(facts, delivery_slug(facts, unit), unit=unit)),
        )


def _partners(short: list[tuple[DueSum, Decimal]]) -> int:
    return len({due.partner_id for due, _ in short})


def _missing(due: DueSum) -> Decimal:
    return shortfall(due.pledged, due.received)


def _line(facts: Facts, due: DueSum, missing: Decimal, unit: str) -> str:
    form = FORM_WORDS.get(form_of(due.form), due.form)
    return (
        f"{facts.partner_name(due.partner_id)}, {form}: {money(missing, unit)} of "
        f"{money(due.pledged or Decimal(0), unit)} missing, the oldest due {in_words(due.earliest_due)}"
    )


CRITERION = Criterion("contribution_short", "Contributions past due", ("amount",), _check)
