"""The actual cost beside a plan: sums by work package and day, in the plan's currency, with what no plan explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from collabdesk.auditing.unmatched import Booked, unmatched
from collabdesk.auditing.value_facts import Spent, ValueFacts
from collabdesk.auditing.value_tree import Tree, key
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Basis
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.projects import Project
from collabdesk.domain.told import in_a_row, told
from collabdesk.usecases.workspace import Workspace

_BY = ("work_package", "date", "period_end")
_Row = tuple[str, date | None, str, Decimal]  # work package as written, day, currency, amount in the plan's currency


@dataclass(frozen=True, slots=True)
class _Converted:
    """What was converted and how, or why it cannot be."""

    rows: Sequence[_Row] = ()
    said: str = ""
    why_not: str = ""
    rule_pack: str = ""


def with_costs(ws: Workspace, project: Project, tree: Tree, plans: Sequence[ValueFacts],
               as_of: date) -> Iterator[ValueFacts]:  # fmt: skip
    """The same facts with the costs in each one's currency; the project's own also with what is converted into it.

    A currency that has a plan of its own is not converted: its costs stand beside that plan. Costs later than `as_of`
    are left out.
    """
    stated = ws.sums("cost", ("expended",), by=("currency",), where=_of(project))
    currencies = {s.key[0] or NO_CURRENCY for s in stated if s.counts["expended"]}
    planned = {facts.unit for facts in plans}
    for place, facts in enumerate(plans):
        others = sorted(currencies - planned) if place == 0 else []
        rows = list(_plain(ws, project, facts.unit, as_of)) if facts.unit in currencies else []
        notes, why, pack = [], "" if currencies & {facts.unit, *others} else "no costs are recorded", ""
        if others:
            found = _converted(ws, project, facts.unit, others, as_of)
            rows += found.rows
            notes.append(found.said)
            why, pack = found.why_not, found.rule_pack
        beside = sorted((planned & currencies) - {facts.unit})
        if beside:
            notes.append(told("costs in {beside} stand beside the plan in that currency", beside=", ".join(beside)))
        placed = _placed(facts, tree, project, rows)
        yield replace(placed, no_costs=why, rule_pack=pack, cost_notes=tuple(n for n in notes if n))


def _of(project: Project) -> dict[str, object]:
    return {"project_id": project.id}


def _plain(ws: Workspace, project: Project, unit: str, as_of: date) -> Iterator[_Row]:
    currency = "" if unit == NO_CURRENCY else unit
    days: dict[Any, date | None] = {}  # the same few days come with every work package
    for s in ws.sums("cost", ("expended",), by=_BY, where={**_of(project), "currency": currency}):
        said, amount = s.key[1:], s.totals["expended"]
        if said not in days:
            days[said] = _day(s.key)
        day = days[said]
        if amount is not None and (day is None or day <= as_of):
            yield s.key[0] or "", day, unit, amount


def _converted(ws: Workspace, project: Project, unit: str, others: list[str],
               as_of: date) -> _Converted:  # fmt: skip
    """The costs in other currencies as rows in the project's own."""
    names = ["no currency" if o == NO_CURRENCY else o for o in others]
    if unit != (project.currency or NO_CURRENCY) or unit == NO_CURRENCY:
        why = told(
            "costs in {names} cannot be converted: the plan is not in the project's currency", names=", ".join(names)
        )
        return _Converted(why_not=why)
    from collabdesk.usecases.rates import in_home_by
    from collabdesk.usecases.rates.choosing import choice_of

    choice = choice_of(ws, project, as_of)
    if not choice.name:
        return _Converted(
            why_not=told("costs in {names} are not converted: {note}", names=", ".join(names), note=choice.note)
        )
    where = {"currency": ["" if o == NO_CURRENCY else o for o in others]}
    rows: list[_Row] = []
    missing: dict[str, None] = {}
    for part in in_home_by(ws, project, "cost", ("expended",), where, choice.name, as_of, by=(*_BY, "currency")):
        total = part.totals["expended"]
        if part.unconverted:
            missing[part.reason("expended") or ""] = None
        elif total is not None:
            rows.append((str(part.key[0] or ""), _day(part.key), str(part.key[3] or NO_CURRENCY), total))
    said = told("costs in {names} are converted by the rates that the rule pack asks for", names=", ".join(names))
    said = in_a_row((said, choice.note)) if choice.note else said
    return _Converted(rows, said, in_a_row(list(missing)[:3]), choice.rule_pack)


def _day(by: Sequence[Any]) -> date | None:
    said = by[1] or by[2]
    return latest(said) if said else None


def _placed(facts: ValueFacts, tree: Tree, project: Project, rows: Iterable[_Row]) -> ValueFacts:
    """Each row at the work package that its plan has; what no planned work package covers stays by itself."""
    packages = {key(part.package): part.package for part in facts.parts}
    codes: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    on: dict[str, dict[date | None, Decimal]] = {}
    bases: dict[str, dict[Basis, None]] = {}
    whole: dict[date | None, Decimal] = {}
    currencies: dict[str, None] = {}
    for code, day, currency, amount in rows:
        if code not in codes:
            codes[code] = tree.top(code) if code else ""
        package = packages.get(codes[code], "")
        days = on.setdefault(package, {})
        days[day] = days.get(day, Decimal(0)) + amount
        whole[day] = whole.get(day, Decimal(0)) + amount
        if (code, currency) not in seen:
            seen.add((code, currency))
            bases.setdefault(package, {})[_basis(project, currency, code)] = None
            currencies[currency] = None
    planned = [Booked(work_package=code) for code in packages]
    strange = {b.work_package for b in unmatched([Booked(work_package=c) for c in set(codes.values())], planned,
                                                  by=("work_package",))}  # fmt: skip
    return replace(
        facts,
        spent=Spent.of(whole) if whole else None,
        spent_on={package: Spent.of(days) for package, days in on.items()},
        unplanned=tuple(sorted({code for code in codes if codes[code] in strange and facts.packages})),
        spent_basis=tuple(_basis(project, currency) for currency in currencies),
        spent_by_package={package: tuple(found) for package, found in bases.items()},
    )


def _basis(project: Project, currency: str, code: str | None = None) -> Basis:
    named = "" if currency == NO_CURRENCY else currency
    where: tuple[tuple[str, str | int | None], ...] = (("project_id", project.id), ("currency", named))
    return Basis("cost", "expended", where=where if code is None else (*where, ("work_package", code)))
