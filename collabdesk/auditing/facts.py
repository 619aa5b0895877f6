"""Facts: what is known of one project, or of the portfolio, by one day; figures and findings rest on nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.balance_facts import BalanceFacts
from collabdesk.auditing.books_facts import BooksFacts
from collabdesk.auditing.budget_facts import BudgetFacts
from collabdesk.auditing.conversion_facts import ConversionFacts
from collabdesk.auditing.cost_facts import CostFacts
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.auditing.plan_facts import PlanFacts
from collabdesk.auditing.pledge_facts import Credited, PledgeFacts
from collabdesk.auditing.sampling_facts import SampleFacts
from collabdesk.auditing.sf425_facts import Sf425Facts
from collabdesk.auditing.value_facts import ValueFacts
from collabdesk.domain.dates import in_words
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.findings import Finding
from collabdesk.domain.indicators import Indicator
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSum:
    """The lines of the budget in force of one project, category and currency; of one basis only.

    `version_id` is the version in force, None where that is the budget as imported.
    """

    project_id: int | None
    category: str
    unit: str
    basis: str
    amount: Decimal | None
    records: int
    version_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSum:
    """The cost items of one project, category and currency."""

    project_id: int | None
    category: str
    unit: str
    obligated: Decimal | None
    expended: Decimal | None
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionSum:
    """The contributions of one partner in one form; `project_id` None where they are of many projects.

    `unit` is the unit of account where one is agreed, else the currency; `has_account` says which.
    `amount`, `pledged`, `called` and `received` are None where no record states one.
    """

    project_id: int | None
    partner_id: int | None
    form: str
    unit: str
    has_account: bool
    amount: Decimal | None
    pledged: Decimal | None
    called: Decimal | None
    received: Decimal | None
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSum:
    """The contributions of one project, partner and form that fell due by the day.

    `pledged` is what was called where no pledge is stated; `earliest_due` the first day on which something is missing.
    """

    project_id: int | None
    partner_id: int | None
    form: str
    unit: str
    pledged: Decimal | None
    received: Decimal | None
    earliest_due: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateSum:
    """The contributions of one project and partner received the same number of days after they were due."""

    project_id: int | None
    partner_id: int | None
    unit: str
    received: Decimal | None
    days: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardSum:
    """The awards of one project and currency, major or not (None: not stated); `declared` findings as they say."""

    project_id: int | None
    unit: str
    is_major: bool | None
    amount: Decimal | None
    passed_through: Decimal | None
    declared: Decimal | None
    records: int


@dataclass(frozen=True, slots=True)
class PartnerName:
    """What a figure says of a partner; `code` is its identifier."""

    name: str
    country: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What later amendments changed in a field: the code of the first of them, and the ids of all."""

    code: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the rules may look at. `project` None means the portfolio, whose projects are `projects`.

    `due_ids` are the contributions behind `due` by unit and field.
    `answered` are the codes of findings that have a corrective action, each with its finding's project;
    `answered_anywhere` those of actions whose own project has no such finding (a plan in a file of its own);
    `answered_ids` the ids where an action names its finding so. `undone` are the fields of projects, by id, that stand
    as they were before amendments later than the day.
    """

    as_of: date
    project: Project | None
    projects: tuple[Project, ...] = ()
    budget: tuple[BudgetSum, ...] = ()
    costs: tuple[CostSum, ...] = ()
    contributions: tuple[ContributionSum, ...] = ()
    credits: tuple[Credited, ...] = ()
    due: tuple[DueSum, ...] = ()
    due_ids: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    late: tuple[LateSum, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    awards: tuple[AwardSum, ...] = ()
    findings: tuple[Finding, ...] = ()
    answered: frozenset[tuple[int | None, str]] = frozenset()
    answered_anywhere: frozenset[str] = frozenset()
    answered_ids: frozenset[int] = frozenset()
    partner_ids: frozenset[int] = frozenset()
    partners: Mapping[int, PartnerName] = field(default_factory=dict)
    undone: Mapping[tuple[int | None, str], Undone] = field(default_factory=dict)
    conversion: ConversionFacts | None = None
    cost_facts: CostFacts | None = None
    sf425: Sf425Facts | None = None
    budgets: BudgetFacts | None = None
    pledges: PledgeFacts | None = None
    plan: PlanFacts | None = None
    balance: BalanceFacts | None = None
    value: tuple[ValueFacts, ...] | None = None
    grant: GrantFacts | None = None
    books: BooksFacts | None = None
    agreement: AgreementFacts | None = None
    samples: tuple[SampleFacts, ...] = ()

    @property
    def day(self) -> str:
        """The day of the facts in words."""
        return in_words(self.as_of.isoformat())

    @property
    def home_currency(self) -> str:
        """The project's own currency, in which its figures need no suffix; "" for the portfolio."""
        return self.project.currency if self.project else ""

    def partner_name(self, partner_id: int | None) -> str:
        """The partner's short name or name."""
        known = self.partners.get(partner_id or 0)
        return known.name if known else "partner not named"


def total(values: list[Decimal | None]) -> Decimal | None:
    """The exact sum of the values that are there; None, not zero, where none is."""
    present = [v for v in values if v is not None]
    return sum(present, Decimal(0)) if present else None
