"""A budget against actual costs along an axis, with a line for what no budget line planned: so every table foots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import cast

from collabdesk.auditing.unmatched import unmatched
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.absorption import absorption, balance
from collabdesk.usecases.budgets.booked import LeftOut, Part, Periods, one_word, planned_parts, spent_parts
from collabdesk.usecases.budgets.lines import AXES
from collabdesk.usecases.budgets.pivot import Key, partner_names
from collabdesk.usecases.workspace import Workspace

UNMATCHED = told("Unmatched actuals")


@dataclass(frozen=True, slots=True)
class Actuals:
    """One line: what is planned and what was spent, None where nothing is recorded."""

    key: Key
    planned: Decimal | None
    actual: Decimal | None

    @property
    def absorbed(self) -> Outcome:
        """Actual / planned."""
        return absorption(self.actual, self.planned)

    @property
    def remaining(self) -> Outcome:
        """Planned less actual; a line without costs has all of it left, one without a plan has only spent."""
        if self.planned is None and self.actual is None:
            return Outcome(None, "nothing is recorded")
        return balance(self.actual or Decimal(0), self.planned or Decimal(0))


@dataclass(frozen=True, slots=True)
class AgainstActual:
    """The table of one currency. `unmatched` are the costs that no budget line covers; with them `total` is the sum of
    all rows. `converted` are the currencies whose costs are in it at a rate; `left_out` those that have none, with what
    is in no row and why. `notes` say what else a reader must know.
    """

    currency: str
    rows: tuple[Actuals, ...]
    unmatched: Decimal | None
    total: Actuals
    notes: tuple[str, ...] = ()
    converted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def against_actual(
    workspace: Workspace,
    project_id: int,
    version_id: int | None,
    by: str,
    as_of: date,
    *,
    only: Mapping[str, Key] | None = None,
) -> list[AgainstActual]:
    """A version (None: the imported budget) against the costs known by the day, along one of AXES, a table for each
    currency.

    Costs in a currency that is not budgeted are converted into the project's by the rates of its rule pack. A cost is
    unmatched where no line plans its partner, category and work package; a line that leaves one of these open covers
    all. Words that the rule pack knows as one category are one. `only` keeps lines and costs with one value of further
    axes; what is left out for want of a rate is told of the whole project.
    """
    for axis in (by, *(only or {})):
        if axis not in AXES:
            raise Refused(f"A budget is not looked at by {axis!r}; it is by {', '.join(AXES)}.", "no-axis")
    project = cast(Project, workspace.get("project", project_id))
    pack, problem = _pack(workspace, project, as_of)
    planned = planned_parts(workspace, project_id, version_id)
    periods = Periods(workspace, project, planned)
    found = spent_parts(workspace, project, {p.currency for p in planned}, periods, as_of)
    known = one_word((p.category for p in planned), pack.category if pack else None)
    packages = one_word((p.work_package for p in planned), None)
    spent = [
        Part(p.partner, known(p.category), packages(p.work_package), p.period, p.currency, p.amount)
        for p in found.parts
    ]
    home = project.currency or NO_CURRENCY
    units = {p.currency for p in (*planned, *spent)} | ({home} if found.left_out else set()) or {home}
    tables = []
    for unit in sorted(units, key=lambda u: (u != home, u)):
        its = [p for p in planned if p.currency == unit], [p for p in spent if p.currency == unit]
        table = _table(unit, *its, by, only or {})
        if by == "partner":
            names = partner_names(workspace, (row.key for row in table.rows))
            table = replace(table, rows=tuple(sorted(table.rows, key=partial(_row_by_name, names))))
        if unit == home:
            table = replace(
                table,
                notes=(problem,) if problem else (),
                converted=tuple(sorted(found.converted)),
                left_out=tuple(found.left_out[c] for c in sorted(found.left_out)),
            )
        tables.append(table)
    return tables


def _pack(workspace: Workspace, project: Project, as_of: date) -> tuple[Pack | None, str]:
    from collabdesk.usecases.rules import chosen

    try:
        return chosen(workspace, project, as_of).pack, ""
    except Refused as refused:
        return None, refused.sentence


def _table(
    unit: str, planned: Sequence[Part], spent: Sequence[Part], by: str, only: Mapping[str, Key]
) -> AgainstActual:
    lines = {p.booked for p in planned}
    strange = set(unmatched({p.booked for p in spent}, lines))
    plan: dict[Key, Decimal] = defaultdict(Decimal)
    used: dict[Key, Decimal] = defaultdict(Decimal)
    beside: list[Decimal] = []
    for p in (p for p in planned if _is_in(p, only)):
        plan[p.of(by)] += p.amount
    for s in (s for s in spent if _is_in(s, only)):
        # A period that no line is of plans nothing for it either.
        if s.booked in strange or (by == "period" and any(plan) and s.period not in plan and "" not in plan):
            beside.append(s.amount)
        else:
            used[s.of(by)] += s.amount
    rows = tuple(Actuals(key, plan.get(key), used.get(key)) for key in _sorted(plan.keys() | used.keys()))
    total = Actuals(None, _sum(plan.values()), _sum([*used.values(), *beside]))
    return AgainstActual(unit, rows, _sum(beside), total)


def _is_in(part: Part, only: Mapping[str, Key]) -> bool:
    return all(part.of(axis) == value for axis, value in only.items())


def _row_by_name(names: Mapping[int, str], row: Actuals) -> tuple[bool, str]:
    """What states no partner stands last."""
    return not row.key, names.get(row.key, "").casefold() if isinstance(row.key, int) else ""


def _sorted(keys: Iterable[Key]) -> list[Key]:
    return sorted(
        keys, key=lambda k: (k in (None, ""), isinstance(k, str), k if isinstance(k, int) else 0, str(k).casefold())
    )


def _sum(values: Iterable[Decimal]) -> Decimal | None:
    found = list(values)
    return sum(found, Decimal(0)) if found else None
