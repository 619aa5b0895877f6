"""Everything a report is composed from, gathered once, so that sections are pure functions of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.domain.audits import Audit
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.organisations import Organisation
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.risks import Risk
from collabdesk.domain.rules import Rule
from collabdesk.domain.told import told
from collabdesk.reporting.inputs.agreement import Agreement
from collabdesk.reporting.inputs.compared import ComparedProject
from collabdesk.reporting.inputs.criteria import AppliedCriteria
from collabdesk.reporting.inputs.engagement import Engagement
from collabdesk.reporting.inputs.partner import PartnerFacts
from collabdesk.reporting.inputs.register import Register
from collabdesk.reporting.inputs.restated import Restated
from collabdesk.reporting.inputs.sampling import Sampled
from collabdesk.reporting.inputs.single_audit import SingleAudit
from collabdesk.reporting.outlining import Outline


@dataclass(frozen=True, slots=True)
class Participant:
    """One partner of the project as the background names it."""

    name: str
    country: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution as it is kept, with the file it came from and its `place` there: sheet and row."""

    partner: str
    country: str
    form: str
    title: str
    amount: Decimal | None
    pledged: Decimal | None
    received: Decimal | None
    currency: str
    file: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportData:
    """The facts of one report. `project` None means the portfolio; nothing here depends on the clock.

    `rules_why` says in a sentence why the project is under the rule pack it is under.
    `evidence` are figures that findings cite and the report does not print itself: those of single projects.
    `own_outline` is the organisation's outline where `outline` names one; `logo` the bytes of its logo. `partner` is
    set where the report is of one partner of the project.
    """

    as_of: date
    outline: str = "performance_audit"
    project: Project | None = None
    projects: tuple[Project, ...] = ()
    audit: Audit | None = None
    figures: tuple[Figure, ...] = ()
    evidence: tuple[Figure, ...] = ()
    rules: tuple[Rule, ...] = ()
    rules_why: str = ""
    criteria: AppliedCriteria | None = None
    findings: tuple[Finding, ...] = ()
    reported_findings: tuple[Finding, ...] = ()
    dismissed: tuple[Finding, ...] = ()
    drafts_open: int = 0
    recommendations: tuple[Recommendation, ...] = ()
    engagement: Engagement = field(default_factory=Engagement)
    samples: tuple[Sampled, ...] = ()
    participants: tuple[Participant, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    lines: Sequence[Line] = ()
    periods: tuple[ReportingPeriod, ...] = ()
    own_outline: Outline | None = None
    language: str = "en"
    organisation: Organisation | None = None
    logo: bytes = b""
    partner: Partner | None = None
    partner_facts: PartnerFacts | None = None
    compared: tuple[ComparedProject, ...] = ()
    register: Register | None = None
    single_audit: SingleAudit | None = None
    restated: Restated | None = None
    risks: tuple[Risk, ...] = ()
    agreement: Agreement | None = None
    code: str = ""
    issued_at: str = ""
    addressee: str = ""
    author: str = ""

    @property
    def subject(self) -> str:
        """What the report is about, in one or two words."""
        return (self.project.acronym or self.project.code or self.project.title) if self.project else told("Portfolio")

    def project_of(self, project_id: int | None) -> str:
        """How the report calls a project of the portfolio; "" in the report of a single one."""
        known = {p.id: p.acronym or p.code for p in self.projects}
        return known.get(project_id, "")

    def of(self, *groups: str) -> tuple[Figure, ...]:
        """The figures of these groups, in their own order."""
        return tuple(f for f in self.figures if f.group in groups)

    def by_rule(self, name: str, *, detailed: bool | None = None) -> tuple[Figure, ...]:
        """The figures of one rule (`budget.absorption`); `detailed` chooses those of a part or of the whole."""
        found = (f for f in self.figures if f.rule.split("@")[0] == name)
        return tuple(f for f in found if detailed is None or bool(f.detail) == detailed)
