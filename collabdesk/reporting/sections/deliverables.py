"""Deliverables: how many were handed in, and each with its dates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.reporting.content import Block, Table
from collabdesk.reporting.deliverable_rows import COLUMNS, rows_of
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, figure_table
from collabdesk.reporting.wording import number


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("deliverables")
    if not figures and not data.deliverables:
        return
    yield figure_table("Deliverables as a whole", figures)
    if data.project and data.deliverables:
        rows = rows_of(data.deliverables)
        left = len(data.deliverables) - ROWS_SHOWN
        note = n(left, "{n} more deliverable on record.", "{n} more deliverables on record.") if left > 0 else ""
        yield Table(t("Deliverables ({n})", n=number(Decimal(len(data.deliverables)), 0)), COLUMNS, rows, note=note)


SECTION = Section("deliverables", "Deliverables", _compose, level=2)
