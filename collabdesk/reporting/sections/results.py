"""Results: the totals that the following sections break down."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table
from collabdesk.reporting.wording import day


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.figures:
        yield say(t("Nothing is recorded from which a figure could be computed."))
        return
    yield say(t("All figures are as of {day}. The code beside each leads to its sources.", day=day(data.as_of)))
    yield from ([figure_table("Totals", data.of("totals"))] if data.of("totals") else [])


SECTION = Section("results", "Results", _compose, starts_page=True)
