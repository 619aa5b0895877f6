"""Balance of the consortium: geographical return, votes and leads by partner and country; no verdict."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, figure_table


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("geo_return")
    if figures:
        found = [f for f in figures if f.rule.startswith("georeturn.coefficient")]
        yield from chart("geo_return", "Geographical return by country", found, len(found))
        yield figure_table("Contracts and geographical return", figures)
        yield say(
            "A coefficient is a country's share of the weighted contracts over its share of the contributions; the sum "
            "of contribution share x coefficient is 1 where all contracts lie in contributing countries.",
            "note",
        )
    voices = data.of("voices")
    if voices:
        yield figure_table("Votes and leads by partner and country", voices)


SECTION = Section("balance", "Return, votes and leads", _compose, level=2)
