"""The nouns by name: what the command line, lists, the journal and the shelf call each record."""

from __future__ import annotations

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.assessments import Assessment
from collabdesk.domain.assets import Asset
from collabdesk.domain.audits import Audit
from collabdesk.domain.awards import Award
from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.clauses import Clause
from collabdesk.domain.contracts import Contract
from collabdesk.domain.contributions import Contribution
from collabdesk.domain.costs import CostItem
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.criteria_set_files import CriteriaSetFile
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.efforts import Effort
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.exchange_rates import ExchangeRate
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.forecasts import ForecastReading
from collabdesk.domain.funders import Funder
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.objectives import Objective
from collabdesk.domain.organisations import Organisation
from collabdesk.domain.own_outlines import OwnOutline
from collabdesk.domain.participations import Participation
from collabdesk.domain.partner_names import PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.profiles import Profile
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.ratings import Rating
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.records import Record
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.reports import Report
from collabdesk.domain.responses import Response
from collabdesk.domain.restatements import Restatement
from collabdesk.domain.risks import Risk
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.domain.rule_packs import RulePack
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.domain.team_members import TeamMember
from collabdesk.domain.transfers import Transfer
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
    "rule_pack": RulePack,
    "rule_override": RuleOverride,
    "amendment": Amendment,
    "budget_version": BudgetVersion,
    "reporting_period": ReportingPeriod,
    "effort": Effort,
    "payment": Payment,
    "credit_event": CreditEvent,
    "assessment": Assessment,
    "scale_share": ScaleShare,
    "exchange_rate": ExchangeRate,
    "progress": Progress,
    "baseline": Baseline,
    "baseline_line": BaselineLine,
    "forecast": ForecastReading,
    "evidence": Evidence,
    "contract": Contract,
    "objective": Objective,
    "team_member": TeamMember,
    "rating": Rating,
    "criteria_set": CriteriaSetFile,
    "sample": Sample,
    "sample_item": SampleItem,
    "response": Response,
    "follow_up": FollowUp,
    "organisation": Organisation,
    "own_outline": OwnOutline,
    "restatement": Restatement,
    "clause": Clause,
    "decision": Decision,
    "asset": Asset,
    "dataset": Dataset,
    "transfer": Transfer,
}


def noun_of(record: Record | type[Record]) -> str:
    """The noun's name for a record or its class."""
    cls = record if isinstance(record, type) else type(record)
    return next(name for name, known in NOUNS.items() if known is cls)
