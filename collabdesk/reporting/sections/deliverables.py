"""Deliverables: how many were handed in, and each with its dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.deliverables import Deliverable
from collabdesk.reporting.content import Block, Column, Table, Text
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, figure_table
from collabdesk.reporting.wording import day, number, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("deliverables")
    if not figures and not data.deliverables:
        return
    yield figure_table("Deliverables as a whole", figures)
    if data.project and data.deliverables:
        columns = (
            Column("No.", 1), Column("Deliverable", 5), Column("Type", 1.3), Column("Due", 1.9),
            Column("Handed in", 1.9), Column("Status", 1.7),
        )  # fmt: skip
        rows = tuple(_row(d) for d in data.deliverables[:ROWS_SHOWN])
        left = len(data.deliverables) - ROWS_SHOWN
        note = n(left, "{n} more deliverable on record.", "{n} more deliverables on record.") if left > 0 else ""
        yield Table(t("Deliverables ({n})", n=number(Decimal(len(data.deliverables)), 0)), columns, rows, note=note)


def _row(d: Deliverable) -> tuple[Text, ...]:
    return ((d.code,), (d.title,), (d.type or "\u2013",), (day(d.due),), (day(d.submitted_on),), (spoken(d.status),))


SECTION = Section("deliverables", "Deliverables", _compose, level=2)
