"""A table found and understood becomes staged rows: values ready to keep, totals that foot, problems by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made
from decimal import Decimal
from itertools import zip_longest

from collabdesk.domain.places import Place, address
from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake import (
    currencies,
    held_back,
    hidden,
    identifier_checks,
    ragged,
    scenarios,
    shared_fields,
    staging_rows,
    unit_doubts,
)
from collabdesk.intake.canonical import Canonical, canonical
from collabdesk.intake.fields import amounts, dates, flags, texts
from collabdesk.intake.fields.column import Asked, ColumnRead, Issue, is_null, shown
from collabdesk.intake.found import Header, Mapped, MappedColumn, TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.staged import KeptValue, StagedColumn, StagedTable, Total
from collabdesk.intake.units import unit_of

_READERS = {
    "text": texts.read_texts,
    "identifier": texts.read_identifiers,
    "amount": amounts.read_amounts,
    "quantity": amounts.read_amounts,
    "rate": amounts.read_amounts,
    "date": dates.read_dates,
    "bool": flags.read_flags,
}
_LONG = frozenset({"abstract", "text", "description", "condition", "cause", "effect", "criteria", "delay_reason"})
_SAMPLES = 5
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class StageOptions:
    """What the person said that reading the cells depends on; `written` is how one column (by its header, or `[C]`)
    writes its dates or amounts where it is not as the others do."""

    currency: str = ""
    funder: str | None = None
    decimal: str = ""
    date_order: str = ""
    written: Mapping[str, str] = made(default_factory=dict)


@dataclass(slots=True)
class Column:
    """One mapped column with its cells, while it is read."""

    header: Header
    mapped: MappedColumn
    canonical: Canonical
    cells: Sequence[Value]
    asked: Asked
    read: ColumnRead
    index: int


def stage(table: TableFound, mapped: Mapped, grid: Grid, options: StageOptions) -> StagedTable:
    """Everything of one table that is to be looked at and kept. Nothing is lost: what cannot be kept is listed."""
    staged = StagedTable(
        table.sheet, mapped.kind, table.layout, table.header_rows, table.first_row, table.last_row, mapped.reason
    )
    staged.set_aside = list(table.set_aside)
    columns = _read_columns(table, mapped, grid, options)
    staged.columns = _described(table, mapped, grid, columns)
    _check_formulas(table, grid, columns)
    identifier_checks.check(columns)
    own_currencies = currencies.settle(staged, table, columns, options)
    shared_fields.settle(columns, table.layout, _READERS)
    held = held_back.why(table, mapped) if table.anchors else ""
    bad = set(range(len(table.anchors))) if held else staging_rows.rejected(columns)
    staged.problems = [*([held_back.problem(table, held)] if held else []), *_problems(table, columns)]
    staged.problems += hidden.notes(table, grid) + ragged.problems(table, grid)
    staging_rows.fill(staged, table, grid, columns, bad, held)
    bases = scenarios.told_apart(columns)
    staged.values = _joined(columns, bad)
    kept = len(table.anchors) - len(bad)
    staged.values |= {name: [text] * kept for name, text in table.stated.items() if name not in staged.values}
    if own_currencies:
        staged.values[own_currencies[0]] = [c for i, c in enumerate(own_currencies[1]) if i not in bad]
    staged.totals = _totals(table, grid, columns, bases)
    if bases:
        staged.values["budget.basis"] = [b for i, b in enumerate(bases) if i not in bad]
        text = f"the sheet plans the same lines as {' and '.join(sorted(set(bases)))}; the total is of {bases[0]} alone"
        staged.problems.append(Problem("several-bases", text, "", Severity.NOTE))
    staged.decimal = _common(c.read.decimal for c in columns) or "."
    staged.date_order = _common(c.read.date_order for c in columns)
    return staged


def _common(said: Iterable[str]) -> str:
    words = [w for w in said if w]
    return max(set(words), key=words.count) if words else ""


def _by_parts(rows: Sequence[Sequence[Value]]) -> list[Sequence[Value]]:
    """Rows of one length as columns, turned some at a time: what the processor has at hand turns twice as fast."""
    columns: list[list[Value]] = [[] for _ in rows[0]] if rows else []
    for start in range(0, len(rows), _AT_ONCE):
        for column, cells in zip(columns, zip(*rows[start : start + _AT_ONCE], strict=True), strict=True):
            column.extend(cells)
    return list(columns)


class Cells:
    """The cells of a table's fields, one for each record. Whole columns are turned at once: by far the fastest way."""

    def __init__(self, table: TableFound, grid: Grid) -> None:
        self._table, self._grid = table, grid
        self._columns: list[Sequence[Value]] | None = None

    def of(self, place: Place) -> Sequence[Value]:
        """The cells that lie at `place` for each record."""
        if self._table.layout != "rows" or place.row is not None or place.down or place.column is None:
            return [self._grid.at(*place.cell(r, c)) for r, c in self._table.anchors]
        columns = self._turned()
        zero = place.column - 1
        return columns[zero] if zero < len(columns) else [None] * len(self._table.anchors)

    def _turned(self) -> list[Sequence[Value]]:
        if self._columns is None:
            rows, anchors = self._grid.rows, self._table.anchors
            first, last = (anchors[0][0], anchors[-1][0]) if anchors else (1, 0)
            if last - first + 1 == len(anchors):
                rows = rows[first - 1 : last]
            else:
                rows = [rows[r - 1] for r, _ in anchors]
            even = len({len(r) for r in rows}) <= 1
            self._columns = _by_parts(rows) if even else list(zip_longest(*rows))
        return self._columns


def _read_columns(table: TableFound, mapped: Mapped, grid: Grid, options: StageOptions) -> list[Column]:
    known = canonical()
    all_cells = Cells(table, grid)
    columns = []
    corner = _corner_factor(table, mapped)
    for m in mapped.columns:
        if m.field is None or m.field not in known:
            continue
        header, field = table.headers[m.header], known[m.field]
        factor = corner if m.factor == 1 and field.type == "amount" else m.factor
        decimal, date_order = _written(options, header, table.layout)
        asked = Asked(m.field, field.type, header.text, factor, m.currency, decimal, date_order)
        cells = all_cells.of(header.place)
        columns.append(Column(header, m, field, cells, asked, _READERS[field.type](cells, asked), m.header))
    for column in columns:
        unit_doubts.settle(column)
    _agree_on_dates(columns)
    _agree_on_decimals(columns)
    return columns


def _written(options: StageOptions, header: Header, layout: str) -> tuple[str, str]:
    """The decimal mark and the order of dates that the person said of this column, else of the table; "" for none."""
    said = options.written.get(f"[{header.letter(layout)}]", options.written.get(header.text, ""))
    is_mark = said in (".", ",")
    return (said, options.date_order) if is_mark else (options.decimal, said or options.date_order)


def _corner_factor(table: TableFound, mapped: Mapped) -> Decimal:
    """A matrix says its unit once, in the header of its periods or categories: `RDEL (£m)`."""
    if table.layout != "matrix":
        return Decimal(1)
    said = {unit_of(table.headers[m.header].text)[0] for m in mapped.columns if m.field} - {Decimal(1)}
    return said.pop() if len(said) == 1 else Decimal(1)


def _agree_on_dates(columns: list[Column]) -> None:
    """A file writes its dates in one order: a column that leaves it open follows the table's other columns."""
    orders = {c.read.date_order for c in columns if c.canonical.type == "date"} & {"dmy", "mdy"}
    if len(orders) != 1:
        return
    for column in columns:
        if any(i.code == "ambiguous-date" for i in column.read.issues):
            column.asked = replace(column.asked, hint_order=next(iter(orders)))
            column.read = dates.read_dates(column.cells, column.asked)


def _agree_on_decimals(columns: list[Column]) -> None:
    """A table writes its numbers in one way: a column that leaves its decimal mark open follows all the others."""
    marks = {c.read.decimal for c in columns if c.canonical.type in ("amount", "quantity")} - {""}
    if len(marks) != 1:
        return
    for column in columns:
        if any(i.code == "ambiguous-decimal" for i in column.read.issues):
            column.asked = replace(column.asked, hint_decimal=next(iter(marks)))
            column.read = amounts.read_amounts(column.cells, column.asked)


def _described(table: TableFound, mapped: Mapped, grid: Grid, columns: list[Column]) -> list[StagedColumn]:
    read = {c.index: c.read for c in columns}
    factors = {c.index: c.mapped.factor for c in columns}
    described = []
    for m in mapped.columns:
        header = table.headers[m.header]
        got = read.get(m.header)
        described.append(
            StagedColumn(
                header.letter(table.layout),
                header.text,
                m.field if got is not None else None,
                m.score,
                m.reason,
                header.place,
                header.is_hidden,
                m.currency,
                factors.get(m.header, m.factor),
                got.decimal if got else "",
                got.date_order if got else "",
                _samples(table, header.place, grid),
            )
        )
    return described


def _samples(table: TableFound, place: Place, grid: Grid) -> list[str]:
    found: list[str] = []
    for row, column in table.anchors[:40]:
        value = grid.at(*place.cell(row, column))
        if value is not None:
            found.append(shown(value)[:200])
            if len(found) == _SAMPLES:
                break
    return found


def _check_formulas(table: TableFound, grid: Grid, columns: list[Column]) -> None:
    """A formula that was never calculated looks empty; in a mapped column of a data row that is a problem."""
    if not grid.uncached:
        return
    for column in columns:
        place = column.header.place
        severity = Severity.ERROR if column.canonical.type == "amount" else Severity.WARNING
        for i, (row, at) in enumerate(table.anchors):
            if place.cell(row, at) in grid.uncached:
                text = "the formula was never calculated: open the file in a spreadsheet program, save it, import again"
                column.read.issues.append(Issue(i, "uncached-formula", text, severity))


def _problems(table: TableFound, columns: list[Column]) -> list[Problem]:
    found: list[tuple[int, int, Problem]] = []
    for column in columns:
        for issue in column.read.issues:
            anchor = table.anchors[issue.index] if issue.index >= 0 else column.header.label
            cell = column.header.place.cell(*anchor) if issue.index >= 0 else column.header.label
            problem = Problem(issue.code, issue.text, address(table.sheet, *cell), issue.severity)
            found.append((*cell, problem))
    # In a matrix every column of values is all of them: what is wrong with one is said once.
    return [p for _, _, p in sorted(dict.fromkeys(found), key=lambda f: f[:2])]


def _joined(columns: list[Column], bad: set[int]) -> dict[str, Sequence[KeptValue]]:
    """One list of kept values for each field; several columns of one text field are joined, blank ones left out."""
    by_field: dict[str, list[Column]] = {}
    for column in columns:
        by_field.setdefault(column.asked.field, []).append(column)
    values: dict[str, Sequence[KeptValue]] = {}
    for name, same in by_field.items():
        kept: Sequence[KeptValue] = same[0].read.values
        if len(same) > 1:
            kept = _first_or_joined(same)
        values[name] = [v for i, v in enumerate(kept) if i not in bad] if bad else kept
    return values


def _first_or_joined(same: list[Column]) -> list[KeptValue]:
    field = same[0].canonical
    rows = zip(*(c.read.values for c in same), strict=True)
    if field.type in ("text", "identifier"):
        between = "\n" if field.attribute in _LONG else ", "
        return [between.join(dict.fromkeys(str(v) for v in row if v)) for row in rows]
    return [next((v for v in row if v is not None), None) for row in rows]


def _totals(table: TableFound, grid: Grid, columns: list[Column], bases: list[str]) -> dict[str, Total]:
    totals: dict[str, Total] = {}
    counted: set[tuple[str, Place]] = set()
    for column in columns:
        # All value columns of a matrix share one place, the value itself: it counts once.
        if column.canonical.type not in ("amount", "quantity") or (column.asked.field, column.header.place) in counted:
            continue
        counted.add((column.asked.field, column.header.place))
        read = column.read
        if bases:
            one = [c for c, basis in zip(column.cells, bases, strict=True) if basis == bases[0]]
            read = amounts.read_amounts(one, column.asked)
        total = totals.setdefault(column.asked.field, Total(factor=column.asked.factor))
        total.sum += read.total
        total.blank += read.blank
        total.not_numeric += read.not_numeric
        total.cells += len(read.values) - read.blank - read.not_numeric
        stated = _stated(table, grid, column)
        if stated is not None:
            total.stated_total = (total.stated_total or Decimal(0)) + stated
    return totals


def _stated(table: TableFound, grid: Grid, column: Column) -> Decimal | None:
    cell = table.stated_totals.get(column.index)
    value = grid.at(*cell) if cell else None
    if value is None or (isinstance(value, str) and is_null(value.strip())):
        return None
    asked = replace(column.asked, decimal=column.read.decimal or column.asked.decimal)
    read = amounts.read_amounts([value], asked)
    return None if read.not_numeric else read.total
