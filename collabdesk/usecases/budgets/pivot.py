"""A budget crossed by two of partner, category, work package and period; all totals foot, each currency by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.problems import Refused
from collabdesk.usecases.budgets.lines import AXES, condition
from collabdesk.usecases.workspace import Workspace

FIELDS = {"partner": "partner_id", "category": "category", "work_package": "work_package", "period": "period"}
Key = int | str | None
"""A partner's id, or a word; None or "" where the line states none."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """One table of one currency; `rows` and `columns` are keys in order, `cells` only what is there."""

    currency: str
    rows: tuple[Key, ...]
    columns: tuple[Key, ...]
    cells: Mapping[tuple[Key, Key], Decimal]

    def of_row(self, row: Key) -> Decimal:
        """The row's total."""
        return sum((v for (r, _), v in self.cells.items() if r == row), Decimal(0))

    def of_column(self, column: Key) -> Decimal:
        """The column's total."""
        return sum((v for (_, c), v in self.cells.items() if c == column), Decimal(0))

    @property
    def total(self) -> Decimal:
        """What rows and columns both add up to."""
        return sum(self.cells.values(), Decimal(0))


def pivots(
    workspace: Workspace,
    project_id: int,
    version_id: int | None,
    *,
    rows: str = "partner",
    columns: str = "category",
    only: Mapping[str, Key] | None = None,
    measure: str = "amount",
) -> list[Pivot]:
    """A version (None: the imported budget) crossed by two axes, a table for each currency; sums come from SQL.

    `only` keeps the lines with one value of further axes. Person-months know no currency and are one table.
    """
    for axis in (rows, columns, *(only or {})):
        if axis not in AXES:
            raise Refused(f"A budget is not looked at by {axis!r}; it is by {', '.join(AXES)}.", "no-axis")
    if rows == columns:
        raise Refused("Choose two different ways to look.", "one-axis")
    where = condition(workspace, project_id, version_id) | {FIELDS[a]: value for a, value in (only or {}).items()}
    by = (FIELDS[rows], FIELDS[columns], *(("currency",) if measure == "amount" else ()))
    tables: dict[str, dict[tuple[Key, Key], Decimal]] = {}
    for part in workspace.sums("budget", (measure,), by=by, where=where):
        value = part.totals[measure]
        if value is not None:
            cells = tables.setdefault(part.key[2] or "" if measure == "amount" else "", {})
            cells[part.key[0], part.key[1]] = value
    names = partner_names(workspace, (k for cells in tables.values() for key in cells for k in key))
    return [_pivot(currency, cells, names) for currency, cells in sorted(tables.items())]


def values_of(workspace: Workspace, project_id: int, version_id: int | None, axis: str) -> list[Key]:
    """What the lines of a version state on an axis, to choose from; what states nothing stands last."""
    where = condition(workspace, project_id, version_id)
    keys = [part.key[0] or None for part in workspace.sums("budget", (), by=(FIELDS[axis],), where=where)]
    names = partner_names(workspace, keys) if axis == "partner" else {}
    stated = [key for key in keys if key is not None]
    return [
        *sorted(stated, key=lambda k: (names.get(k, "") if isinstance(k, int) else str(k)).casefold()),
        *([("" if axis != "partner" else None)] if len(stated) < len(keys) else []),
    ]


def partner_names(workspace: Workspace, keys: Iterable[object]) -> dict[int, str]:
    """How the partners among these keys are called: by their short name where they have one."""
    ids = {key for key in keys if isinstance(key, int)}
    there = workspace.kept_columns("partner", ("short_name", "name"), id=sorted(ids))
    return {i: short or name for i, short, name in zip(there["id"], there["short_name"], there["name"], strict=True)}


def _pivot(currency: str, cells: Mapping[tuple[Key, Key], Decimal], names: Mapping[int, str]) -> Pivot:
    def place(key: Key) -> tuple[bool, str]:
        # What states nothing stands last.
        return key in (None, ""), (names.get(key, "") if isinstance(key, int) else key or "").casefold()

    rows = sorted({r for r, _ in cells}, key=place)
    columns = sorted({c for _, c in cells}, key=place)
    return Pivot(currency, tuple(rows), tuple(columns), cells)
