"""The annex of sources: each figure's code with its value, rule, inputs, files and cells."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, SourcesAnnex
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    if data.figures:
        yield SourcesAnnex()


SECTION = Section("sources", "Sources of the figures", _compose, is_annex=True)
