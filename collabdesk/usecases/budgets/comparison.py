"""Two versions of a budget line by line: what was added, removed and changed, and what that makes in totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from collabdesk.domain.budgets import BudgetLine
from collabdesk.usecases.budgets.lines import lines_of
from collabdesk.usecases.workspace import Workspace

COMPARED = ("partner_id", "category", "work_package", "period", "description", "amount", "person_months", "units",
            "unit_price", "indirect", "currency")  # fmt: skip
_KNOWN_BY = ("partner_id", "category", "work_package", "period", "description", "currency")


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line in both versions: `kind` is added, removed, changed or same; `changed` names the fields that differ."""

    kind: str
    old: BudgetLine | None
    new: BudgetLine | None
    changed: tuple[str, ...] = ()

    @property
    def line(self) -> BudgetLine:
        """The line as it is in the later version, else as it was."""
        return cast(BudgetLine, self.new or self.old)

    @property
    def difference(self) -> Decimal:
        """New less old amount."""
        return _amount(self.new) - _amount(self.old)


@dataclass(frozen=True, slots=True)
class Total:
    """The amounts of both versions for one partner, category or other value, in one currency."""

    key: object
    currency: str
    old: Decimal
    new: Decimal

    @property
    def difference(self) -> Decimal:
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines of both versions, and their totals by the value of a field."""

    lines: tuple[LineChange, ...]

    @property
    def changes(self) -> list[LineChange]:
        """Only what differs."""
        return [line for line in self.lines if line.kind != "same"]

    def totals(self, field: str = "") -> list[Total]:
        """Totals by a field of the lines (`partner_id`, `category` …), or of everything; each currency by itself."""
        old = _sums((line.old for line in self.lines), field)
        new = _sums((line.new for line in self.lines), field)
        keys = sorted(old.keys() | new.keys(), key=lambda k: (k[1], str(k[0] or "").casefold()))
        return [Total(*key, old.get(key, Decimal(0)), new.get(key, Decimal(0))) for key in keys]


def compare(workspace: Workspace, project_id: int, old_id: int | None, new_id: int | None) -> Comparison:
    """Compare two versions, None being the imported budget.

    Lines are the same one where one goes back to the other, or both to a third; what is left, where partner, category,
    work package, period, description and currency agree and only one line on each side has them.
    """
    old, new = (lines_of(workspace, project_id, version) for version in (old_id, new_id))
    root = _roots(workspace, [*old, *new])
    pairs = _paired(old, new, lambda line: root[line.id or 0])
    rest_old = [line for line in old if line.id not in {a.id for a, _ in pairs}]
    rest_new = [line for line in new if line.id not in {b.id for _, b in pairs}]
    pairs += _paired(rest_old, rest_new, lambda line: tuple(getattr(line, name) for name in _KNOWN_BY))
    partner = {b.id: a for a, b in pairs}
    gone = {a.id for a, _ in pairs}
    found = [_change(partner.get(line.id), line) for line in new]
    found += [LineChange("removed", line, None) for line in old if line.id not in gone]
    return Comparison(tuple(found))


def _roots(workspace: Workspace, lines: Iterable[BudgetLine]) -> dict[int, int]:
    """The line that each line goes back to in the end; one that was typed goes back to itself."""
    known = {line.id or 0: line for line in lines}
    ids = list(known)
    wanted = {line.budget_id for line in known.values() if line.budget_id} - known.keys()
    while wanted:
        more = cast("list[BudgetLine]", workspace.find("budget", id=sorted(wanted)))
        known |= {line.id or 0: line for line in more}
        wanted = {line.budget_id for line in more if line.budget_id} - known.keys()
    return {number: _root(known, number) for number in ids}


def _root(known: Mapping[int, BudgetLine], number: int) -> int:
    while (above := known[number].budget_id) is not None and above in known:
        number = above
    return number


def _paired(
    old: Iterable[BudgetLine], new: Iterable[BudgetLine], key: Callable[[BudgetLine], object]
) -> list[tuple[BudgetLine, BudgetLine]]:
    sides: tuple[dict[object, list[BudgetLine]], dict[object, list[BudgetLine]]] = defaultdict(list), defaultdict(list)
    for side, lines in zip(sides, (old, new), strict=True):
        for line in lines:
            side[key(line)].append(line)
    return [(sides[0][k][0], some[0]) for k, some in sides[1].items() if len(some) == 1 == len(sides[0].get(k, ()))]


def _change(old: BudgetLine | None, new: BudgetLine) -> LineChange:
    if old is None:
        return LineChange("added", None, new)
    changed = tuple(name for name in COMPARED if getattr(old, name) != getattr(new, name))
    return LineChange("changed" if changed else "same", old, new, changed)


def _sums(lines: Iterable[BudgetLine | None], field: str) -> dict[tuple[object, str], Decimal]:
    found: dict[tuple[object, str], Decimal] = defaultdict(Decimal)
    for line in lines:
        if line is not None and line.amount is not None:
            found[getattr(line, field) if field else None, line.currency] += line.amount
    return dict(found)


def _amount(line: BudgetLine | None) -> Decimal:
    return (line.amount if line else None) or Decimal(0)
