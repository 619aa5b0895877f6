"""Deliverables as rows of a table: the same columns in the audit of a project and in the statement of a partner."""

from __future__ import annotations

from collections.abc import Sequence

from collabdesk.domain.deliverables import Deliverable
from collabdesk.reporting.content import Column, Text
from collabdesk.reporting.sectioning import ROWS_SHOWN
from collabdesk.reporting.wording import day, spoken

COLUMNS = (
    Column("No.", 1), Column("Deliverable", 5), Column("Type", 1.3), Column("Due", 1.9), Column("Handed in", 1.9),
    Column("Status", 1.7),
)  # fmt: skip


def rows_of(deliverables: Sequence[Deliverable]) -> tuple[tuple[Text, ...], ...]:
    """The first of them, as many as a table shows."""
    return tuple(
        ((d.code,), (d.title,), (d.type or "\u2013",), (day(d.due),), (day(d.submitted_on),), (spoken(d.status),))
        for d in deliverables[:ROWS_SHOWN]
    )
