"""The lines of the Federal Financial Report SF-425, in the form's order and words."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("sf425")
    if figures:
        pack = figures[0].inputs.get("rule pack", told("no rule pack"))
        yield say(t("Cumulative, under {pack}.", pack=pack))
        yield figure_table("SF-425, lines a to o", figures)


SECTION = Section("sf425", "Federal Financial Report (SF-425)", _compose, level=2)
