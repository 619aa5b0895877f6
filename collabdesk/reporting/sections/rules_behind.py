"""Rules behind the figures: what each gives, its formula and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    used = {f.rule for f in data.figures}
    rules = [r for r in data.rules if r.code in used]
    if rules:
        columns = (Column("Rule", 2.6), Column("What it gives", 2.5), Column("Formula", 4.2), Column("Reference", 3))
        rows = tuple(((r.code,), (t(r.label),), (t(r.formula),), (t(r.reference) or "\u2013",)) for r in rules)
        yield Table("Rules behind the figures", columns, rows)


SECTION = Section("rules_behind", "Rules behind the figures", _compose, is_annex=True)
