"""Costs in other currencies: each amount with its rate, date and source, and the sums that have none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import Told, told
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.language import retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, figure_table, rest_note
from collabdesk.reporting.wording import amount as amount_of

_CENT = Decimal("0.01")
_AT = " at "
_ASKS = {
    "day": told("The rule pack {pack} asks for the rate of the day."),
    "month average": told("The rule pack {pack} asks for the rate of the month, averaged."),
    "period average": told("The rule pack {pack} asks for the rate of the period, averaged."),
}


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("conversion")
    if not figures:
        return
    whole = figures[0]
    choice, pack = whole.inputs.get("choice of the rate", ""), whole.inputs.get("rule pack", "")
    if choice:
        asks = t(_ASKS[choice], pack=pack) if choice in _ASKS else ""
        yield say(f"{asks} {t('A rate that an item states goes before it.')}".strip())
    yield figure_table("Costs in the project's currency", figures)
    rows = list(_rates(whole))
    if rows:
        columns = (
            Column("Amount", 2.0, is_number=True),
            Column("Converted", 2.0, is_number=True),
            Column("Rate, date, source", 5.4),
        )
        yield Table("Rates used", columns, tuple(rows[:ROWS_SHOWN]), note=rest_note(len(rows)))
    if whole.note and whole.value is not None:
        yield say(t("To be known: {note}.", note=whole.note), "note")


def _rates(whole: Figure) -> Iterator[tuple[Text, ...]]:
    for amount, text in whole.inputs.items():
        value, found, rest = text.partition(_AT)
        if found:
            rate = retold(text.parts[1]["told"]) if isinstance(text, Told) and "told" in text.parts[1] else rest
            yield (_money(amount),), (_money(value, is_computed=True),), (rate,)


def _money(text: str, *, is_computed: bool = False) -> str:
    """`527440.5 NOK` as a report writes it; what a rate made of it to the cent."""
    number, _, currency = text.partition(" ")
    value = Decimal(number)
    return amount_of(value.quantize(_CENT, ROUND_HALF_UP) if is_computed else value, currency.split(" ")[0])


SECTION = Section("conversion", "Costs in other currencies", _compose, level=2)
