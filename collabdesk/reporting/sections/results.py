"""Results: the totals that the following sections break down."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table
from collabdesk.reporting.wording import day


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.figures:
        yield say("Nothing is recorded from which a figure could be computed.")
        return
    yield say(f"All figures are as of {day(data.as_of)}. The code beside each leads to its sources.")
    yield from ([figure_table("Totals", data.of("totals"))] if data.of("totals") else [])


SECTION = Section("results", "Results", _compose, starts_page=True)
