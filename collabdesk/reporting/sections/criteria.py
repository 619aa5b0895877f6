"""Criteria: the standards that performance was measured against."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Paragraph, Table, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.criteria:
        yield Paragraph(
            ("No set of criteria was applied: this report states figures and draws no findings from them.",)
        )
        return
    yield say(
        "Performance is measured against the criteria below. Economy keeps the cost of resources low, efficiency "
        "gets the most from them, and effectiveness meets the objectives (ISSAI 300).",
    )
    columns = (Column("Criterion", 2.4), Column("What it asks", 4.4), Column("Source", 3.0))
    rows = tuple(((c.title,), (c.text,), (c.source or "\u2013",)) for c in data.criteria)
    yield Table("Criteria applied", columns, rows)


SECTION = Section("criteria", "Criteria", _compose)
