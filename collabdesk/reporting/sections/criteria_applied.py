"""Criteria applied: the whole list with its sources, an annex where it is too long for the body."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block
from collabdesk.reporting.criteria_tables import are_few, tables
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    if data.criteria is not None and not are_few(data.criteria):
        yield from tables(data.criteria)


SECTION = Section("criteria_applied", "Criteria applied", _compose, is_annex=True)
