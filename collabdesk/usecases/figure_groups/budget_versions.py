"""Budget versions: the budget in force by partner, category and work package, what was moved, and amended funding."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.budget_facts import BudgetFacts, BudgetPart, MovedSum
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.budget_changes import AMENDED, TRANSFER_SHARE, TRANSFERRED, transfer_share
from collabdesk.measures.totals import SUM
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope

_GROUP = "budget_versions"
_SHOWN = 60
_LABELS = {
    "": "Budget in force",
    "partner": "Budget in force by partner",
    "category": "Budget in force by category",
    "work_package": "Budget in force by work package",
}
_SLUGS = {"": "", "partner": "partner", "category": "category", "work_package": "wp"}
_FIELDS = {"partner": "partner_id", "category": "category", "work_package": "work_package"}


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.budgets
    if known is None:
        return
    for axis in _LABELS:
        parts = sorted((p for p in known.parts if p.axis == axis), key=lambda p: (p.unit, -p.amount, str(p.key)))
        for part in parts[:_SHOWN]:
            yield _part(facts, known, part)
    for moved in known.moved:
        yield from _moved(facts, moved)
    if known.funding:
        yield _funding(facts, known)


def _part(facts: Facts, known: BudgetFacts, part: BudgetPart) -> Figure:
    where = (
        *scope(facts),
        *currency_condition(part.unit),
        ("basis", known.basis),
        ("budget_version_id", known.version.id if known.version else None),
        *(((_FIELDS[part.axis], part.key),) if part.axis else ()),
    )
    name = _name(known, part)
    return figure(
        facts,
        _GROUP,
        SUM,
        "-".join(s for s in ("in-force", _SLUGS[part.axis]) if s),
        Outcome(part.amount),
        label=_LABELS[part.axis],
        money=part.unit,
        detail=name,
        detail_slug=slug_of(name) if name else "",
        inputs=_version(known),
        basis=(Basis("budget", "amount", where=where),),
    )


def _name(known: BudgetFacts, part: BudgetPart) -> str:
    if not part.axis:
        return ""
    if isinstance(part.key, int):
        return known.partners.get(part.key) or told("partner {key}", key=part.key)
    return part.key or "not stated"


def _version(known: BudgetFacts) -> dict[str, object]:
    """Which budget it is, as a report names it."""
    version = known.version
    if version is None:
        return {"version": told("the budget as imported")}
    said = {
        "version": version.code or version.title,
        "in force from": version.effective or version.approved_on,
        "approved by": version.approved_by,
        "amendment": version.amendment,
    }
    return {name: value for name, value in said.items() if value}


def _moved(facts: Facts, moved: MovedSum) -> Iterator[Figure]:
    basis = (Basis("budget", "amount", ids=moved.ids),)
    inputs = {"transfers": len(moved.ids), "since": moved.since, "rule pack": moved.rule_pack}
    yield figure(
        facts, _GROUP, TRANSFERRED, "transferred", Outcome(moved.moved), money=moved.unit, inputs=inputs, basis=basis
    )
    limit: dict[str, object] = {} if moved.limit is None else {"limit": moved.limit, "source": moved.limit_source}
    note = told("no limit recorded in {rule_pack}", rule_pack=moved.rule_pack) if moved.limit is None else None
    if moved.limit is not None and not moved.is_confirmed:
        note = told("the limit is unconfirmed in the rule pack")
    yield figure(
        facts,
        _GROUP,
        TRANSFER_SHARE,
        "transfer-share",
        transfer_share(moved.moved, moved.budget),
        money=moved.unit,
        inputs={"transferred": moved.moved, "budget": moved.budget, **inputs, **limit},
        basis=basis,
        note=note,
    )


def _funding(facts: Facts, known: BudgetFacts) -> Figure:
    project = facts.project
    inputs: dict[str, object] = {"as signed": known.funding[0].old}
    inputs |= {told("amendment {code}", code=f.code): f.new for f in known.funding}
    return figure(
        facts,
        _GROUP,
        AMENDED,
        "funding-amended",
        Outcome(known.funding_now, None if known.funding_now is not None else "no funding is recorded"),
        money=(project.currency if project else "") or NO_CURRENCY,
        inputs=inputs,
        basis=(
            Basis("project", "funding", ids=((project.id if project else 0) or 0,)),
            Basis("amendment", "changed", ids=tuple(f.id for f in known.funding)),
        ),
    )


GROUP = Group(_GROUP, 21, _figures)
