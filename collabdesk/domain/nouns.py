"""The nouns by name: what the command line, lists, the journal and the shelf call each record."""

from __future__ import annotations

from collabdesk.domain.audits import Audit
from collabdesk.domain.awards import Award
from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.funders import Funder
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.participations import Participation
from collabdesk.domain.partner_names import PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.domain.profiles import Profile
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.records import Record
from collabdesk.domain.reports import Report
from collabdesk.domain.risks import Risk
from collabdesk.domain.work_packages import WorkPackage

NOUNS: dict[str, type[Record]] = {
    "funder": Funder,
    "project": Project,
    "partner": Partner,
    "partner_name": PartnerName,
    "participation": Participation,
    "contribution": Contribution,
    "budget": BudgetLine,
    "cost": CostItem,
    "work_package": WorkPackage,
    "milestone": Milestone,
    "deliverable": Deliverable,
    "indicator": Indicator,
    "risk": Risk,
    "award": Award,
    "audit": Audit,
    "finding": Finding,
    "recommendation": Recommendation,
    "batch": Batch,
    "source_file": SourceFile,
    "source_table": SourceTable,
    "profile": Profile,
    "report": Report,
}


def noun_of(record: Record | type[Record]) -> str:
    """The noun's name for a record or its class."""
    cls = record if isinstance(record, type) else type(record)
    return next(name for name, known in NOUNS.items() if known is cls)
