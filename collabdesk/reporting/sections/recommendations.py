"""Recommendations: to whom, by when, how urgent."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.recommendations:
        yield say("No recommendations are made.")
        return
    codes = {f.id: f.code for f in data.findings}
    columns = (
        Column("Finding", 1.3), Column("Recommendation", 4.8), Column("Addressee", 1.9), Column("Due", 1.7),
        Column("Priority", 1.1), Column("Status", 1.3),
    )  # fmt: skip
    rows = tuple(
        (
            (codes.get(r.finding_id) or r.finding or "\u2013",),
            (r.text,),
            (r.addressee or "\u2013",),
            (day(r.due),),
            (r.priority or "\u2013",),
            (spoken(r.status),),
        )
        for r in data.recommendations
    )
    yield Table("Recommendations", columns, rows)


SECTION = Section("recommendations", "Recommendations", _compose)
