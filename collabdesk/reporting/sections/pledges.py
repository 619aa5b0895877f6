"""Pledges beyond the sums: what is short and late, credit events, assessments with arrears, and match."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table

_CREDIT = "Of a contribution with credit events the larger counts: what is recorded as received, or what they credit."


def _compose(data: ReportData) -> Iterator[Block]:
    for group, caption in (
        ("pledges", "Past due and late, and all in the project's currency"),
        ("credits", "Contributions credited by events"),
        ("assessments", "Assessed contributions and arrears"),
        ("match", "Match"),
    ):
        figures = data.of(group)
        if figures:
            yield figure_table(caption, figures)
            if group == "credits":
                yield say(_CREDIT, "note")


SECTION = Section("pledges", "Pledges, credits, assessments and match", _compose, level=2)
