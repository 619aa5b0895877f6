"""The engagement as a report tells it: objectives with conclusions, team, responses, evidence, what was followed up."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.evidence import Evidence
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.objectives import Objective
from collabdesk.domain.ratings import Rating
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.domain.team_members import TeamMember


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A file of evidence under the number that the report gives it, with the finding that it is of."""

    number: str
    finding_id: int | None
    finding: str
    file: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFinding:
    """A finding that was open before the audit; `audit` is the title of its own, "" where it was imported.

    `outcome` is what this audit found of it, None where it did not look.
    """

    finding: Finding
    audit: str = ""
    outcome: FollowUp | None = None
    actions: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Everything but the findings themselves. `scale` are the words that it rates by, each with what it means."""

    objectives: tuple[Objective, ...] = ()
    team: tuple[TeamMember, ...] = ()
    ratings: tuple[Rating, ...] = ()
    scale: tuple[tuple[str, str], ...] = ()
    scale_note: str = ""
    responses: tuple[Response, ...] = ()
    evidence: tuple[EvidenceFile, ...] = ()
    earlier: tuple[EarlierFinding, ...] = ()

    def responses_to(self, finding: Finding) -> tuple[Response, ...]:
        """The answers to a finding, the first one first."""
        return tuple(r for r in self.responses if r.finding_id == finding.id)

    def evidence_for(self, finding: Finding) -> tuple[EvidenceFile, ...]:
        """The files that prove a finding."""
        return tuple(e for e in self.evidence if e.finding_id == finding.id)
