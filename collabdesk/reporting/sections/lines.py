"""The annex of contributions: every line as it is kept, with the row of the file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.reporting.content import Block, Column, LinesAnnex
from collabdesk.reporting.report_input import Line, ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, spoken

_COLUMNS = (
    Column("Partner", 4), Column("Country", 0.5), Column("Form", 0.5), Column("Contribution", 3),
    Column("Granted", 1, is_number=True), Column("Pledged", 1, is_number=True), Column("Received", 1, is_number=True),
    Column("Currency", 0.5), Column("File", 2.4), Column("Place", 1.4),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.lines:
        return
    rows = [_row(line) for line in data.lines]
    # A column that no line fills would only take room from the others.
    used = [i for i in range(len(_COLUMNS)) if any(row[i] for row in rows)]
    yield LinesAnnex(tuple(_COLUMNS[i] for i in used), tuple(tuple(row[i] for i in used) for row in rows))


def _row(line: Line) -> tuple[str, ...]:
    return (
        line.partner, line.country, spoken(line.form), line.title, _money(line.amount), _money(line.pledged),
        _money(line.received), line.currency, line.file, line.place,
    )  # fmt: skip


def _money(value: Decimal | None) -> str:
    return "" if value is None else amount(value)


SECTION = Section("lines", "Lines of contributions", _compose, is_annex=True)
