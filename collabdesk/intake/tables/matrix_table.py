"""What all matrices share: which of their rows and columns are sums, and the table that is made of the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, SetAside, TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import shape, sum_rows, sums
from collabdesk.intake.tables.sums import Line
from collabdesk.intake.vocabulary import Vocabulary

_MOST_SHARE, _LEAST_AMOUNT = 1.5, 20
_LEAST_PARTS, _CENT = 2, 0.011
_MOST_GAP, _MOST_HEADINGS, _LONGEST_HEADING = 2, 2, 60


@dataclass(slots=True)
class Matrix:
    """A header row, the columns of labels left of the values, the values' columns, and the rows with values.

    `above` and `left` are the fields that the header's texts and the labels in column `names` hold, `value` that of
    the values. `others` are columns beside the values that hold something else.
    """

    head: int
    labels: list[int]
    names: int
    columns: list[int]
    body: list[int]
    above: str
    left: str
    value: str = "budget.amount"
    aside: list[SetAside] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    below: int = 0  # a second header row, where what stands below each period is planned and actual


def body(grid: Grid, head: int, columns: Sequence[int], is_end: Callable[[int], bool] = lambda _: False) -> list[int]:
    """The rows under a header that have numbers in its columns, until two blank rows; a short heading is not blank."""
    rows: list[int] = []
    last, headings = head, 0
    for row in range(head + 1, len(grid.rows) + 1):
        held = shape.cells(grid, row)
        if row - last > _MOST_GAP or headings > _MOST_HEADINGS or is_end(row):
            break
        if any(c in columns and shape.is_number(v) for c, v in held):
            rows.append(row)
            last, headings = row, 0
        elif _is_heading(held, columns[0]):
            last, headings = row, headings + 1
    return rows


def _is_heading(held: Sequence[tuple[int, Value]], first: int) -> bool:
    """A short text left of the values, at most with a remark beside it."""
    if not held or held[0][0] >= first or len(held) > _MOST_GAP:
        return False
    return 0 < len(shape.as_text(held[0][1])) < _LONGEST_HEADING


def settle(grid: Grid, matrix: Matrix, words: Vocabulary) -> None:
    """Set aside the rows that are sums, shares or headings, and leave out the columns that are sums of others."""
    held = {r: _amounts(grid, r, matrix.columns) for r in matrix.body}
    shares = _shares({r: list(held[r].values()) for r in matrix.body}, grid, matrix.names)
    matrix.body = [r for r in matrix.body if r not in shares]
    marked = {r: sum_rows.label_word([grid.at(r, c) for c in matrix.labels], words) for r in matrix.body}
    found = sums.find([Line(r, held[r], bool(marked[r]), marked[r]) for r in matrix.body])
    real = [r for r in matrix.body if r not in found and not marked[r]]
    sure = real[-1] if real else 0
    found |= {r: "subtotal" if r < sure else marked[r] for r in matrix.body if marked[r] and r not in found}
    across = {c: {r: held[r][c] for r in real if c in held[r]} for c in matrix.columns}
    heads = {c: sum_rows.label_word([grid.at(matrix.head, c)], words) for c in matrix.columns}
    summed = sums.find([Line(c, across[c], bool(heads[c]) or not grid.at(matrix.head, c), heads[c]) for c in across])
    summed |= {c: "total" for c in matrix.columns if heads[c]}
    summed |= _last_of_all(grid, matrix, {c: v for c, v in across.items() if c not in summed}, words)
    rates = _shares({c: list(across[c].values()) for c in matrix.columns if c not in summed}, grid, 0, matrix.head)
    left_out = summed.keys() | rates
    matrix.others += [c for c in matrix.columns if c in left_out]
    matrix.columns = [c for c in matrix.columns if c not in left_out]
    matrix.aside += [SetAside(r, why) for r, why in found.items()] + [SetAside(r, "help") for r in shares]
    matrix.aside += [SetAside(r, "section") for r in _headings(grid, matrix, real)]
    matrix.body = real


def _last_of_all(grid: Grid, matrix: Matrix, across: dict[int, dict[int, float]], words: Vocabulary) -> dict[int, str]:
    """The last column where it is the sum of all before it in each row, though all but one of them may be zero."""
    if len(across) < _LEAST_PARTS + 1:
        return {}
    last = max(across)
    header = grid.at(matrix.head, last)
    parts = [v for c, v in across.items() if c != last]
    rows = [r for r, v in across[last].items() if v]
    adds_up = all(abs(sum(p.get(r, 0.0) for p in parts) - across[last].get(r, 0.0)) < _CENT for r in matrix.body)
    is_own = is_period(header) or words.holds("cost_category", str(header))
    return {last: "total"} if adds_up and len(rows) >= _LEAST_PARTS and not is_own else {}


def _amounts(grid: Grid, row: int, columns: Sequence[int]) -> dict[int, float]:
    return {c: n for c in columns if (n := sum_rows.amount(grid.at(row, c))) is not None}


def _shares(values: dict[int, list[float]], grid: Grid, names: int, head: int = 0) -> set[int]:
    """The lines that are shares of others (%, 0.35 …) among lines of amounts."""
    largest = {n: max(map(abs, v), default=0.0) for n, v in values.items()}
    if len(largest) < 3 or median(largest.values()) < _LEAST_AMOUNT:
        return set()
    texts = {n: shape.as_text(grid.at(head, n) if head else grid.at(n, names)) for n in values}
    return {n for n, v in largest.items() if ("%" in texts[n] and v <= 100) or 0 < v <= _MOST_SHARE}


def _headings(grid: Grid, matrix: Matrix, real: list[int]) -> list[int]:
    """The rows between records that hold a label and no values."""
    listed = {s.row for s in matrix.aside} | set(matrix.body)
    between = range(min(real, default=1), max(real, default=0))
    return [r for r in between if r not in listed and any(shape.as_text(grid.at(r, c)) for c in matrix.labels)]


_LABEL_FIELDS = {
    "budget.category": "budget.category", "cost.category": "budget.category", "*.category": "budget.category",
    "budget.work_package": "budget.work_package", "*.work_package": "budget.work_package",
    "work_package.code": "budget.work_package", "partner.name": "partner.name",
    "partner.short_name": "partner.short_name",    "project.coordinator": "partner.name",
}  # fmt: skip


def label_field(header: str, words: Vocabulary) -> str:
    """What the header of a column of labels says they are: whose, of which work package, of which kind; "" for none."""
    said = words.exactly(header) if header else ()
    return next((_LABEL_FIELDS[s.field] for s in said if s.field in _LABEL_FIELDS), "")


def table(grid: Grid, matrix: Matrix, context: str, words: Vocabulary | None = None) -> TableFound:
    """The table of a settled matrix: a record for each filled value."""
    head, columns = matrix.head, matrix.columns
    headers = [Header(text(grid.at(head, c)), Place(column=c), (head, c)) for c in matrix.labels]
    last = matrix.below or head
    said = {header: matrix.left for header in headers if header.label[1] == matrix.names}
    above = Header(text(grid.at(head, columns[0])), Place(row=head), (head, columns[0]))
    values = [Header(_whole(grid, matrix, c), Place(), (last, c)) for c in columns]
    others = [Header(_whole(grid, matrix, c), Place(column=c), (last, c)) for c in sorted(set(matrix.others))]
    if words is not None:
        taken = {matrix.left}
        for header in headers:
            field = label_field(header.text, words)
            if header not in said and field and field not in taken:
                said[header] = field
                taken.add(field)
    said |= {above: matrix.above} | dict.fromkeys(values, matrix.value)
    anchors: list[tuple[int, int | None]] = [
        (r, c) for r in matrix.body for c in columns if grid.at(r, c) is not None
    ]  # fmt: skip
    rows = [r for r, _ in anchors]
    return TableFound(
        sheet=grid.sheet,
        layout="matrix",
        header_rows=(head, last),
        first_row=min(rows, default=last + 1),
        last_row=max(rows, default=last),
        headers=[*headers, above, *values, *others],
        anchors=anchors,
        set_aside=sorted(matrix.aside, key=lambda s: s.row),
        context=f"budget {context}"[:500],
        said=said,
    )


def _whole(grid: Grid, matrix: Matrix, column: int) -> str:
    """The text over a column: 2021, or 2021 / Plan where a period has several columns."""
    over = text(grid.at(matrix.head, column))
    if not matrix.below:
        return over
    left = next((t for c in range(column, 0, -1) if (t := text(grid.at(matrix.head, c)))), "")
    return " / ".join(filter(None, (left, text(grid.at(matrix.below, column)))))


def text(value: Value) -> str:
    """A header's text; a year stored as a number loses its point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value or "").strip()
