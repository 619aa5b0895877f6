"""The Home room: the portfolio at a glance, and what needs attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.budget_use import BudgetUse, budget_use, units
from collabdesk.auditing.facts import DueSum, Facts
from collabdesk.auditing.wording import days, money, named
from collabdesk.domain.audits import Audit
from collabdesk.domain.batches import Batch
from collabdesk.domain.dates import in_words, latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.reports import Report
from collabdesk.domain.restatements import Restatement
from collabdesk.domain.standing import days_overdue
from collabdesk.domain.told import counted_words
from collabdesk.measures.absorption import absorption
from collabdesk.measures.deliverable_delivery import overdue as deliverables_overdue
from collabdesk.measures.delivery import shortfall
from collabdesk.measures.punctuality import overdue as milestones_overdue
from collabdesk.usecases.facts import gather
from collabdesk.usecases.figures import of_facts
from collabdesk.usecases.known_by import narrowed
from collabdesk.usecases.workspace import Workspace

MOST_OF_A_KIND = 20
_TILES = (
    "projects", "partners", "countries", "funding", "total-cost", "funder-contribution", "absorption", "delivery",
    "past-due", "punctuality", "milestones-overdue", "deliverables-overdue", "award-amount", "findings-repeat",
)  # fmt: skip
_RANK = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing to look at: `noun` and `id` say where it is (id None: the noun's list); severity high, medium, low."""

    text: str
    severity: str
    noun: str
    id: int | None
    project_id: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Home:
    """`tiles` are the main of the portfolio's `figures`; `attention` has the most pressing first, `hidden` more."""

    as_of: date
    figures: tuple[Figure, ...]
    tiles: tuple[Figure, ...]
    attention: tuple[Attention, ...]
    hidden: int
    is_empty: bool


def home(workspace: Workspace, as_of: date) -> Home:
    """The portfolio as of a day: quick, for it is what the window opens with."""
    facts = gather(workspace, None, as_of)
    found = [kind.shown(MOST_OF_A_KIND) for kind in _kinds(workspace, facts)]
    attention = sorted((a for shown, _ in found for a in shown), key=lambda a: _RANK.get(a.severity, 3))
    empty = not facts.projects and not facts.contributions and not facts.awards
    figures = tuple(narrowed(workspace, facts, of_facts(facts)))
    return Home(as_of, figures, _tiles(figures), tuple(attention), sum(hidden for _, hidden in found), empty)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What needs attention for one reason, the most pressing first; texts are made only of what is shown."""

    found: Sequence[Any]
    words: Callable[[Any], Attention]

    def shown(self, most: int) -> tuple[list[Attention], int]:
        return [self.words(one) for one in self.found[:most]], max(0, len(self.found) - most)


def _tiles(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The portfolio's main figures in the order of _TILES; one of each currency."""
    found = [f for f in figures if not f.detail and f.value is not None]
    tiles = [(_TILES.index(slug), f) for f in found if (slug := _slug(f)) in _TILES]
    return tuple(f for _, f in sorted(tiles, key=lambda pair: pair[0]))


def _slug(figure: Figure) -> str:
    """The part of the id that names the rule, without the portfolio's number and the currency."""
    slug = figure.id.removeprefix("F0-")
    return slug if slug in _TILES else slug.rpartition("-")[0]


def _kinds(workspace: Workspace, facts: Facts) -> list[_Kind]:
    names: dict[int | None, str] = {p.id: f"{p.acronym or p.code or p.title}: " for p in facts.projects}
    late_milestones = milestones_overdue(facts.milestones, facts.as_of)
    late_deliverables = deliverables_overdue(facts.deliverables, facts.as_of)
    return [
        _Kind(_restated(workspace), lambda pair: _out_of_date(*pair)),
        _Kind(late_milestones, lambda m: _milestone(m, names.get(m.project_id, ""), facts.as_of)),
        _Kind(late_deliverables, lambda d: _deliverable(d, names.get(d.project_id, ""))),
        _Kind(_short(facts), lambda d: _contribution(workspace, facts, d, names.get(d.project_id, ""))),
        _Kind(_overspent(facts), _overspend),
        _Kind(_without_budget(facts), lambda p: _bare(p, names.get(p.id, ""))),
        _Kind(_undecided(workspace), lambda pair: _drafts(*pair)),
        _Kind(_unanswered(workspace, facts.as_of), _recommendation),
        _Kind([b for b in cast("list[Batch]", workspace.find("batch", status="committed")) if b.rows_rejected], _file),
    ]


def _milestone(m: Milestone, project: str, as_of: date) -> Attention:
    due = in_words(m.forecast or m.baseline or "")
    text = f"{project}milestone {named(m.code, m.title)} was due {due}, {days(days_overdue(m, as_of))} ago"
    return Attention(text, "high" if m.critical else "medium", "milestone", m.id, m.project_id, "milestone")


def _deliverable(d: Deliverable, project: str) -> Attention:
    text = f"{project}deliverable {named(d.code, d.title)} was due {in_words(d.due or '')}"
    return Attention(text, "medium", "deliverable", d.id, d.project_id, "deliverable")


def _short(facts: Facts) -> list[DueSum]:
    short = [(missing, d) for d in facts.due if (missing := shortfall(d.pledged, d.received)) > 0]
    return [d for _, d in sorted(short, key=lambda pair: -pair[0])]


def _contribution(workspace: Workspace, facts: Facts, d: DueSum, project: str) -> Attention:
    missing = money(shortfall(d.pledged, d.received), d.unit)
    where = {"project_id": d.project_id, "partner_id": d.partner_id, "form": d.form}
    days = [s.key[0] for s in workspace.sums("contribution", (), by=("due",), where=where) if s.key[0]]
    since = f" since {in_words(min(days))}" if days else ""
    text = f"{project}{missing} pledged by {facts.partner_name(d.partner_id)} is past due{since}"
    return Attention(text, "high", "contribution", None, d.project_id, "contribution")


def _overspent(facts: Facts) -> list[BudgetUse]:
    uses = [budget_use(facts, unit) for unit in units(facts)]
    return [u for u in uses if (spent := absorption(u.expended, u.budget).value) is not None and spent > 1]


def _overspend(use: BudgetUse) -> Attention:
    over = money((use.expended or Decimal(0)) - (use.budget or Decimal(0)), use.unit)
    text = f"{over} more is expended than budgeted over all projects compared"
    return Attention(text, "high", "budget", None, None, "budget")


def _without_budget(facts: Facts) -> list[Project]:
    planned = {b.project_id for b in facts.budget}
    return [p for p in facts.projects if p.id not in planned and p.total_cost is None and p.funding is None]


def _bare(p: Project, project: str) -> Attention:
    return Attention(f"{project}no budget is recorded", "low", "project", p.id, p.id, "budget")


def _restated(workspace: Workspace) -> list[tuple[Report, int]]:
    """The signed reports of which the ledger holds figures that are others now."""
    number = Counter(r.report_id for r in cast("list[Restatement]", workspace.find("restatement", note="")))
    found = cast("list[Report]", workspace.find("report", id=list(number), status="signed")) if number else []
    return [(report, number[report.id]) for report in found]


def _out_of_date(report: Report, number: int) -> Attention:
    figures = counted_words(number, "{n} figure", "{n} figures")
    text = f"Report {report.code} is signed; later data give {figures} of it otherwise"
    return Attention(text, "high", "report", report.id, report.project_id, "report")


def _undecided(workspace: Workspace) -> list[tuple[Audit, int]]:
    drafts = cast("list[Finding]", workspace.find("finding", status="draft"))
    number = Counter(f.audit_id for f in drafts if f.audit_id is not None)
    found = cast("list[Audit]", workspace.find("audit", id=list(number))) if number else []
    return [(audit, number[audit.id or 0]) for audit in found]


def _drafts(audit: Audit, number: int) -> Attention:
    text = f"{audit.title}: {counted_words(number, '{n} drafted finding', '{n} drafted findings')} to accept or dismiss"
    return Attention(text, "medium", "audit", audit.id, audit.project_id, "finding")


def _unanswered(workspace: Workspace, as_of: date) -> list[Recommendation]:
    found = cast("list[Recommendation]", workspace.find("recommendation", status=("open", "in_progress")))
    return sorted((r for r in found if r.due and latest(r.due) < as_of), key=lambda r: r.due or "")


def _recommendation(r: Recommendation) -> Attention:
    text = (
        f"{r.addressee or 'Nobody named'}: recommendation due {in_words(r.due or '')} is {r.status.replace('_', ' ')}"
    )
    return Attention(text, "medium", "recommendation", r.id, r.project_id, "recommendation")


def _file(b: Batch) -> Attention:
    text = f"{b.label}: {counted_words(b.rows_rejected, '{n} row', '{n} rows')} could not be kept"
    return Attention(text, "medium", "batch", b.id, None, "file")
