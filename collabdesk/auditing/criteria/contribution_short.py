"""Contributions that have fallen due and are not there, or not in full."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import DueSum, Facts
from collabdesk.auditing.figure_ids import delivery_slug, figure_id
from collabdesk.auditing.wording import FORM_WORDS, day, listed, money, number, percent
from collabdesk.domain.contributions import form_of
from collabdesk.domain.told import counted_words, told
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
            title=told("Pledged contributions not received when due"),
            criteria=told("What a partner pledged should be received, or credited when in kind, by the day it is due"),
            condition=told(
                "By {day}, what had fallen due from {short} of {every} had not been received in full: {list}.",
                day=day(facts.as_of.isoformat()),
                short=counted_words(len({d.partner_id for d, _ in short}), "{n} partner", "{n} partners"),
                every=number(len({d.partner_id for d in facts.due if d.unit == unit})),
                list=listed(lines),
            ),
            effect=told(
                "{missing} ({share} of what had fallen due) is missing from the resources planned for the work.",
                missing=money(whole, unit),
                share=percent(whole / pledged) if pledged else told("n/a"),
            ),
            seen=tuple(f"{d.partner_id} {d.form} {d.pledged} {d.received} {unit}" for d, _ in short),
            figures=(figure_id(facts, "past-due", unit=unit), figure_id(facts, delivery_slug(facts, unit), unit=unit)),
        )


def _missing(due: DueSum) -> Decimal:
    return shortfall(due.pledged, due.received)


def _line(facts: Facts, due: DueSum, missing: Decimal, unit: str) -> str:
    return told(
        "{partner}, {form}: {missing} of {pledged} missing, the oldest due {due}",
        partner=facts.partner_name(due.partner_id), form=FORM_WORDS.get(form_of(due.form), due.form),
        missing=money(missing, unit), pledged=money(due.pledged or Decimal(0), unit), due=day(due.earliest_due),
    )  # fmt: skip


CRITERION = Criterion("contribution_short", "Contributions past due", ("amount",), _check)
