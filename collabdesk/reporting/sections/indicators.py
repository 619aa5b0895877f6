"""Indicators: what was measured against each target."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.told import told
from collabdesk.reporting.content import Block
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, detail_table, figure_table


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("indicators")
    if not figures:
        return
    whole, parts = [f for f in figures if not f.detail], [f for f in figures if f.detail]
    if whole:
        yield figure_table("Indicators as a whole", whole)
    yield from chart("indicators", "Indicators against their targets", parts, sum(f.value is not None for f in parts))
    if parts:
        columns = (("target", told("Target")), ("actual", told("Actual")))
        yield detail_table("Indicators", parts, "Indicator", columns, "", "Achieved")


SECTION = Section("indicators", "Indicators", _compose, level=2)
