"""Clauses of the agreement: where each stands, since when it is in force, and when it is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.agreement_words import NONE, counts, figures_of, notes, state_words
from collabdesk.reporting.content import Block, Column, Table
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import day, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    agreement = data.agreement
    if agreement is None or not agreement.clauses:
        return
    yield from counts("Clauses as a whole", figures_of(data, "clauses"))
    columns = (
        Column("No.", 0.9), Column("Clause", 3.2), Column("Type", 1.8), Column("Where", 2.2),
        Column("In force from", 2.3), Column("Review on", 2.4), Column("Record", 1.6),
    )  # fmt: skip
    rows = tuple(
        ((c.code or NONE,), (c.title or NONE,), (_type(c.type) or NONE,), (c.reference or NONE,), (day(c.effective),),
         (day(c.review_on),), (state_words(agreement.state("clause", c.id)),))
        for c in agreement.clauses[:ROWS_SHOWN]
    )  # fmt: skip
    yield Table("Clauses", columns, rows, note=rest_note(len(agreement.clauses)))
    yield from notes(agreement, "clause")


def _type(word: str) -> str:
    return t("intellectual property") if word == "ip" else spoken(word)


SECTION = Section("clauses", "Clauses of the agreement", _compose)
