"""Remarks: what is not recorded, expired or contradicted in the books of an agreement; never more than that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.wording import named

State = Literal["not_recorded", "expired", "contradicts", "open"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of one check. `text` is a whole sentence; `seen` are the facts it rests on, nothing of the day.

    `open` is what waits for somebody: a veto that is not resolved, a result that nobody uses.
    """

    check: str
    noun: str
    id: int | None
    name: str
    state: State
    text: str
    seen: str


def remark(check: str, noun: str, record: Any, state: State, text: str, *seen: object) -> Remark:
    """A remark on this record."""
    name = named(record.code, record.title)
    return Remark(check, noun, record.id, name, state, text, " ".join([str(name), *(str(s) for s in seen)]))


def all_remarks(facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    """Every remark on clauses, decisions, rights and data, as of the day."""
    from collabdesk.auditing import agreement_clauses, agreement_data, agreement_rights, agreement_votes
    from collabdesk.auditing import agreement_transfers as transfers

    for part in (agreement_clauses, agreement_votes, agreement_rights, agreement_data, transfers):
        yield from part.remarks(facts, as_of)
