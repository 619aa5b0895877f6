"""The annex of contributions: every line as it is kept, with the row of the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.reporting.content import Block, Column, LinesAnnex
from collabdesk.reporting.report_input import Line, ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, spoken

_COLUMNS = (
    Column("Partner", 4.2), Column("Country", 1), Column("Form", 0.9), Column("Contribution", 2.6),
    Column("Granted", 1.9, is_number=True), Column("Pledged", 1.9, is_number=True),
    Column("Received", 1.9, is_number=True), Column("Currency", 1), Column("Source", 3.4),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if data.lines:
        yield LinesAnnex(_COLUMNS, tuple(_row(line) for line in data.lines))


def _row(line: Line) -> tuple[str, ...]:
    return (
        line.partner, line.country, spoken(line.form), line.title, _money(line.amount), _money(line.pledged),
        _money(line.received), line.currency, line.place,
    )  # fmt: skip


def _money(value: Decimal | None) -> str:
    return "" if value is None else amount(value)


SECTION = Section("lines", "Lines of contributions", _compose, is_annex=True)
