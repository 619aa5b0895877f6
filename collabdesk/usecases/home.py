"""The Home room: the portfolio at a glance, and what needs attention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from collabdesk.auditing.budget_use import budget_use, units
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.wording import count, day, money, named
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.standing import days_overdue
from collabdesk.measures.absorption import absorption
from collabdesk.measures.deliverable_delivery import overdue as deliverables_overdue
from collabdesk.measures.delivery import shortfall
from collabdesk.measures.punctuality import overdue as milestones_overdue
from collabdesk.usecases.facts import gather
from collabdesk.usecases.figures import of_facts
from collabdesk.usecases.workspace import Workspace

MOST_OF_A_KIND = 20
_TILES = (
    "projects", "partners", "countries", "funding", "total-cost", "funder-contribution", "absorption", "delivery",
    "past-due", "punctuality", "milestones-overdue", "deliverables-overdue", "award-expended", "findings-repeat",
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
    """`tiles` are figures of the portfolio; `attention` the most pressing first; `hidden` how many more there are."""

    as_of: date
    tiles: tuple[Figure, ...]
    attention: tuple[Attention, ...]
    hidden: int
    is_empty: bool


def home(workspace: Workspace, as_of: date) -> Home:
    """The portfolio as of a day: quick, for it is what the window opens with."""
    facts = gather(workspace, None, as_of)
    found = sorted(_attention(workspace, facts), key=lambda a: _RANK.get(a.severity, 3))
    shown: list[Attention] = []
    by_kind: dict[str, int] = {}
    for one in found:
        by_kind[one.kind] = by_kind.get(one.kind, 0) + 1
        if by_kind[one.kind] <= MOST_OF_A_KIND:
            shown.append(one)
    empty = not facts.projects and not facts.contributions and not facts.awards
    return Home(as_of, _tiles(facts), tuple(shown), len(found) - len(shown), empty)


def _tiles(facts: Facts) -> tuple[Figure, ...]:
    found = of_facts(facts)

    def place(figure: Figure) -> int:
        slug = figure.id.removeprefix("F0-")
        suffix = f"-{figure.unit.lower()}"
        slugs = (slug, slug.removesuffix(suffix))
        return next((i for i, wanted in enumerate(_TILES) if wanted in slugs), len(_TILES))

    tiles = [f for f in found if not f.detail and f.value is not None and place(f) < len(_TILES)]
    return tuple(sorted(tiles, key=place))


def _attention(workspace: Workspace, facts: Facts) -> list[Attention]:
    names = {p.id: p.acronym or p.code or p.title for p in facts.projects}
    return [
        *_milestones(facts, names),
        *_deliverables(facts, names),
        *_contributions(facts, names),
        *_budgets(facts, names),
        *_findings(workspace),
        *_recommendations(workspace, facts),
        *_files(workspace),
    ]


def _of(names: dict[int | None, str], project_id: int | None) -> str:
    name = names.get(project_id)
    return f"{name}: " if name else ""


def _milestones(facts: Facts, names: dict[int | None, str]) -> list[Attention]:
    return [
        Attention(
            f"{_of(names, m.project_id)}milestone {named(m.code, m.title)} was due {day(m.forecast or m.baseline or '')}, "
            f"{count(days_overdue(m, facts.as_of), 'day')} ago",
            "high" if m.critical else "medium",
            "milestone",
            m.id,
            m.project_id,
            "milestone",
        )
        for m in milestones_overdue(facts.milestones, facts.as_of)
    ]


def _deliverables(facts: Facts, names: dict[int | None, str]) -> list[Attention]:
    return [
        Attention(
            f"{_of(names, d.project_id)}deliverable {named(d.code, d.title)} was due {day(d.due or '')}",
            "medium",
            "deliverable",
            d.id,
            d.project_id,
            "deliverable",
        )
        for d in deliverables_overdue(facts.deliverables, facts.as_of)
    ]


def _contributions(facts: Facts, names: dict[int | None, str]) -> list[Attention]:
    short = [(shortfall(d.pledged, d.received), d) for d in facts.due]
    return [
        Attention(
            f"{_of(names, d.project_id)}{money(missing, d.unit)} pledged by {facts.partner_name(d.partner_id)} "
            f"is past due since {day(d.earliest_due)}",
            "high",
            "contribution",
            None,
            d.project_id,
            "contribution",
        )
        for missing, d in sorted(short, key=lambda pair: -pair[0])
        if missing > 0
    ]


def _budgets(facts: Facts, names: dict[int | None, str]) -> list[Attention]:
    planned = {b.project_id for b in facts.budget}
    bare = [p for p in facts.projects if p.id not in planned and p.total_cost is None and p.funding is None]
    found = [
        Attention(f"{_of(names, p.id)}no budget is recorded", "low", "project", p.id, p.id, "budget") for p in bare
    ]
    for unit in units(facts):
        use = budget_use(facts, unit)
        spent = absorption(use.expended, use.budget).value
        if spent is not None and spent > 1 and use.expended is not None and use.budget is not None:
            text = f"{money(use.expended - use.budget, unit)} more is expended than budgeted over all projects compared"
            found.append(Attention(text, "high", "budget", None, None, "budget"))
    return found


def _findings(workspace: Workspace) -> list[Attention]:
    drafts = [f for f in cast("list[Finding]", workspace.find("finding", status="draft")) if f.audit_id is not None]
    by_audit: dict[int, int] = {}
    for f in drafts:
        by_audit[f.audit_id or 0] = by_audit.get(f.audit_id or 0, 0) + 1
    titles = {a.id: a for a in cast("list[Any]", workspace.find("audit", id=sorted(by_audit)) if by_audit else [])}
    return [
        Attention(
            f"{titles[i].title}: {count(n, 'drafted finding')} to accept or dismiss",
            "medium",
            "audit",
            i,
            titles[i].project_id,
            "finding",
        )
        for i, n in by_audit.items()
        if i in titles
    ]


def _recommendations(workspace: Workspace, facts: Facts) -> list[Attention]:
    open_ones = cast("list[Recommendation]", workspace.find("recommendation", status=("open", "in_progress")))
    return [
        Attention(
            f"{r.addressee or 'Nobody named'}: recommendation due {day(r.due)} is {r.status.replace('_', ' ')}",
            "medium",
            "recommendation",
            r.id,
            r.project_id,
            "recommendation",
        )
        for r in open_ones
        if r.due and latest(r.due) < facts.as_of
    ]


def _files(workspace: Workspace) -> list[Attention]:
    batches = cast("list[Any]", workspace.find("batch", status="committed"))
    return [
        Attention(
            f"{b.label}: {count(b.rows_rejected, 'row')} could not be kept",
            "medium",
            "batch",
            b.id,
            None,
            "file",
        )
        for b in batches
        if b.rows_rejected
    ]
