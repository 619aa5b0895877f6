"""What was paid to the partner, and its share of what the funder paid."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.payments import Payment
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, detail_table, rest_note
from collabdesk.reporting.wording import amount, day, spoken

_NONE = "\u2013"
_COLUMNS = (
    Column("Payment", 2.6), Column("Kind", 1.8), Column("Period", 1.0), Column("Expected", 2.3, is_number=True),
    Column("Received", 2.3, is_number=True), Column("Received on", 1.8), Column("Status", 1.4),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    facts = data.partner_facts
    if facts is None:
        return
    shares = data.of("payments")
    if not shares and not facts.payments:
        yield say(t("No payment to this partner is recorded."))
        return
    if shares:
        inputs = (("maximum grant of the partner", "Maximum grant"), ("distributed so far", "Handed on"),
                  ("still to distribute", "Still to hand on"))  # fmt: skip
        yield detail_table("Share of what the funder paid", shares, "Partner", inputs, shares[0].unit, "Share")
    if facts.payments:
        rows = tuple(map(_row, facts.payments[:ROWS_SHOWN]))
        yield Table("Payments on record", _COLUMNS, rows, note=rest_note(len(facts.payments)))


def _row(p: Payment) -> tuple[Text, ...]:
    return (
        (p.title or p.code or _NONE,), (spoken(p.kind),), (p.period or _NONE,),
        (amount(p.expected, p.currency) if p.expected is not None else _NONE,),
        (amount(p.received, p.currency) if p.received is not None else _NONE,), (day(p.received_on),),
        (spoken(p.status),),
    )  # fmt: skip


SECTION = Section("partner_payments", "Payments", _compose)
