"""Recommendations: to whom, by when, how urgent."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, spoken

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.recommendations:
        yield say(t("No recommendations are made."))
        return
    codes = {f.id: f.code for f in data.findings}
    columns = (
        Column("No.", 0.8), Column("Finding", 1.4), Column("Recommendation", 4.6), Column("Addressee", 1.8),
        Column("Due", 1.6), Column("Priority", 1.1), Column("Status", 1.3),
    )  # fmt: skip
    rows = tuple(
        (
            (r.code or _NONE,),
            (codes.get(r.finding_id) or r.finding or _NONE,),
            (f"{r.text} {r.note}".rstrip(),),
            (r.addressee or _NONE,),
            (day(r.due),),
            (spoken(r.priority) or _NONE,),
            (spoken(r.status),),
        )
        for r in data.recommendations
    )
    yield Table("Recommendations", columns, rows)


SECTION = Section("recommendations", "Recommendations", _compose)
