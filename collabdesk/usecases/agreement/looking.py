"""An agreement as it stands on a day: what each record lacks or contradicts, votes, vetoes and the terms in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, all_remarks
from collabdesk.auditing.agreement_terms import Terms
from collabdesk.auditing.agreement_votes import Standing, standing
from collabdesk.auditing.duo import DuoCode, published, words_of
from collabdesk.domain.projects import Project
from collabdesk.usecases.gathering import agreement
from collabdesk.usecases.workspace import Workspace

__all__ = ["WORST_FIRST", "Standing", "View", "look", "meant_by"]

WORST_FIRST = ("contradicts", "expired", "open", "not_recorded")


@dataclass(frozen=True, slots=True)
class View:
    """`remarks` by noun and id; `standings` of decisions by id; `terms` are in force on the day."""

    day: date
    facts: AgreementFacts = field(default_factory=AgreementFacts)
    remarks: Mapping[tuple[str, int], tuple[Remark, ...]] = field(default_factory=dict)
    standings: Mapping[int, Standing] = field(default_factory=dict)

    @property
    def terms(self) -> Terms:
        """The terms in force."""
        return self.facts.terms

    def of(self, noun: str, number: int | None) -> tuple[Remark, ...]:
        """The remarks on one record."""
        return self.remarks.get((noun, number or 0), ())

    def state(self, noun: str, number: int | None) -> str:
        """The worst of a record's remarks; `recorded` where there is none."""
        its = {r.state for r in self.of(noun, number)}
        return next((state for state in WORST_FIRST if state in its), "recorded")

    def count(self, noun: str) -> Mapping[str, int]:
        """How many records of the noun are in each state but `recorded`."""
        states = [self.state(kind, number) for kind, number in self.remarks if kind == noun]
        return {state: n for state in WORST_FIRST if (n := states.count(state))}


def look(workspace: Workspace, project: Project, as_of: date) -> View:
    """The project's agreement as of the day."""
    facts = agreement.gathered(workspace, project, as_of) or AgreementFacts()
    by_record: dict[tuple[str, int], list[Remark]] = defaultdict(list)
    for remark in all_remarks(facts, as_of):
        by_record[remark.noun, remark.id or 0].append(remark)
    remarks = {key: tuple(its) for key, its in by_record.items()}
    return View(as_of, facts, remarks, {d.id or 0: standing(d, facts.terms) for d in facts.decisions})


def meant_by(recorded: str) -> list[tuple[str, DuoCode | None]]:
    """Each code of a dataset with what the published list says of it; None where it is not in it."""
    return [(word, published().find(word)) for word in words_of(recorded)]
