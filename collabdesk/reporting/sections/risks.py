"""The register of risks, in the words and scale of the project."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    if data.project is None or not data.risks:
        return
    columns = (
        Column("No.", 1.0), Column("Risk", 4.0), Column("Category", 1.8), Column("Likelihood", 1.4),
        Column("Impact", 1.4), Column("Response", 4.2),
    )  # fmt: skip
    rows = tuple(
        ((r.code or _NONE,), (r.title,), (r.category or _NONE,), (r.likelihood or _NONE,), (r.impact or _NONE,),
         (r.response or _NONE,))
        for r in data.risks[:ROWS_SHOWN]
    )  # fmt: skip
    yield Table("Risks", columns, rows)


SECTION = Section("risks", "Risks", _compose)
