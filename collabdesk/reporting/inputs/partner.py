"""What a statement says of one partner of one project."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.participations import Participation
from collabdesk.domain.payments import Payment
from collabdesk.domain.recommendations import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts:
    """`findings` and `actions` are those that are open and name the partner or rest on a figure of it."""

    participations: tuple[Participation, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    payments: tuple[Payment, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    findings: tuple[Finding, ...] = ()
    actions: tuple[Recommendation, ...] = ()
