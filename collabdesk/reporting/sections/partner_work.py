"""The partner's work: effort, and the deliverables that it leads."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Table
from collabdesk.reporting.deliverable_rows import COLUMNS, rows_of
from collabdesk.reporting.partner_figures import own_table
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, rest_note


def _compose(data: ReportData) -> Iterator[Block]:
    facts = data.partner_facts
    if facts is None:
        return
    figures = data.of("effort", "voices")
    if figures:
        yield own_table("Effort, votes and leads", figures)
    rows = rows_of(facts.deliverables)
    yield Table("Deliverables led", COLUMNS, rows, note=rest_note(len(facts.deliverables)),
                empty="No deliverable names this partner as its lead.")  # fmt: skip


SECTION = Section("partner_work", "Effort and deliverables", _compose)
