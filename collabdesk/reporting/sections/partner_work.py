"""The partner's work: effort, and the deliverables that it leads."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.deliverables import Deliverable
from collabdesk.reporting.content import Block, Column, Table, Text
from collabdesk.reporting.partner_figures import own_table
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import day, spoken

_COLUMNS = (
    Column("No.", 1), Column("Deliverable", 5), Column("Type", 1.3), Column("Due", 1.9), Column("Handed in", 1.9),
    Column("Status", 1.7),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    facts = data.partner_facts
    if facts is None:
        return
    figures = data.of("effort", "voices")
    if figures:
        yield own_table("Effort, votes and leads", figures)
    rows = tuple(map(_row, facts.deliverables[:ROWS_SHOWN]))
    yield Table("Deliverables led", _COLUMNS, rows, note=rest_note(len(facts.deliverables)),
                empty="No deliverable names this partner as its lead.")  # fmt: skip


def _row(d: Deliverable) -> tuple[Text, ...]:
    return ((d.code,), (d.title,), (d.type or "\u2013",), (day(d.due),), (day(d.submitted_on),), (spoken(d.status),))


SECTION = Section("partner_work", "Effort and deliverables", _compose)
