"""Matrices of categories and periods: categories down and periods across, or periods down and categories across."""

from __future__ import annotations

from collabdesk.intake.found import SetAside, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import matrix_table, shape
from collabdesk.intake.tables.matrix_table import Matrix
from collabdesk.intake.vocabulary import Vocabulary

_LEAST_PERIODS, _LEAST_ROWS, _LEAST_DOWN = 3, 2, 4
_LABELS_UP_TO, _FAR_ABOVE = 12, 60


def find(grid: Grid, words: Vocabulary, context: str) -> list[TableFound]:
    """The matrices with periods on one of their sides."""
    return _periods_across(grid, words, context) or _periods_down(grid, words, context)


def _periods_across(grid: Grid, words: Vocabulary, context: str) -> list[TableFound]:
    found: list[TableFound] = []
    row = 1
    while row <= len(grid.rows):
        columns = [c for c, v in shape.cells(grid, row) if is_period(v)]
        body = _body(grid, row, columns) if len(columns) >= _LEAST_PERIODS else []
        labels = [c for c in range(1, columns[0]) if any(shape.as_text(grid.at(r, c)) for r in body)] if body else []
        if len(body) >= _LEAST_ROWS:
            parted = _parted(grid, row, columns, body, words)
            if parted is None:
                row = body[-1] + 1
                continue
            columns, actual = parted
            beside = [c for c in _beside(grid, row, columns, body) if c not in actual]
            names, left = _names(grid, row, labels, words)
            matrix = Matrix(row, labels, names, sorted([*columns, *beside]), body, "budget.period", left)
            matrix.others, matrix.below = actual, row + 1 if actual else 0
            matrix_table.settle(grid, matrix, words)
            matrix.others += [c for c in matrix.columns if c in beside]
            matrix.columns = [c for c in matrix.columns if c not in beside]
            found.append(matrix_table.table(grid, matrix, context, words))
            row = body[-1]
        row += 1
    return found


def _names(grid: Grid, head: int, labels: list[int], words: Vocabulary) -> tuple[int, str]:
    """The column of labels that the values are first of all for, and its field: the kind of cost, where one says so."""
    if not labels:
        return 0, "budget.category"
    told = {c: matrix_table.label_field(str(grid.at(head, c) or ""), words) for c in labels}
    of_costs = [c for c in labels if told[c] == "budget.category"]
    if of_costs or not told[labels[0]]:
        return (of_costs or labels)[0], "budget.category"
    return labels[0], told[labels[0]]


def _parted(
    grid: Grid, head: int, columns: list[int], body: list[int], words: Vocabulary
) -> tuple[list[int], list[int]] | None:
    """The columns of what is planned, and those of what is not, where a second header row parts the periods.

    None where nobody can say which of them is planned: then no amount may be taken for the period's budget.
    """
    under = dict(shape.texts(grid, head + 1))
    more = [c for c in under if c > columns[0] and c not in columns and _is_filled(grid, c, body)]
    if head + 1 in body or not more or not under.keys() >= set(columns) or len(set(under.values())) < 2:
        return columns, []
    planned = [c for c in columns if words.holds("planned", under[c])]
    return (columns, more) if len(planned) == len(columns) else None


def _is_filled(grid: Grid, column: int, body: list[int]) -> bool:
    return any(shape.is_number(grid.at(r, column)) for r in body)


def _beside(grid: Grid, head: int, columns: list[int], body: list[int]) -> list[int]:
    """Columns of numbers right of or between the periods, with a header: totals, as a rule."""
    wide = [c for c, _ in shape.texts(grid, head) if c > columns[0] and c not in columns]
    return [c for c in wide if any(shape.is_number(grid.at(r, c)) for r in body)]


def _body(grid: Grid, head: int, columns: list[int]) -> list[int]:
    """The rows with numbers below the periods, until the next header of periods."""
    return matrix_table.body(
        grid, head, columns, lambda row: sum(is_period(grid.at(row, c)) for c in columns) >= _LEAST_PERIODS
    )


def _periods_down(grid: Grid, words: Vocabulary, context: str) -> list[TableFound]:
    """Blocks with periods in their first text column; blocks with the same columns of categories go together."""
    for column in range(1, _LABELS_UP_TO):
        rows = [r for r in range(1, len(grid.rows) + 1) if is_period(grid.at(r, column))]
        if len(rows) < _LEAST_DOWN:
            continue
        heads = [h for h in dict.fromkeys(_head_above(grid, r, column, rows) for r in rows) if h]
        if heads:
            return [_down(grid, heads, column, words, context)]
    return []


def _head_above(grid: Grid, row: int, column: int, periods: list[int]) -> int:
    """The nearest row above with a text over the periods and texts over at least two columns of numbers."""
    for head in range(row - 1, max(0, row - _FAR_ABOVE), -1):
        if head in periods or not shape.as_text(grid.at(head, column)):
            continue
        over = [c for c, _ in shape.texts(grid, head) if c > column and _holds_numbers(grid, head, c)]
        if len(over) >= 2:
            return head
    return 0


def _holds_numbers(grid: Grid, head: int, column: int) -> bool:
    """Is the first filled cell right below the header a number?"""
    return shape.is_number(next((v for r in range(1, 7) if (v := grid.at(head + r, column)) is not None), None))


def _down(grid: Grid, heads: list[int], column: int, words: Vocabulary, context: str) -> TableFound:
    first = heads[0]
    columns = [c for c in _run(dict(shape.texts(grid, first)), column) if _holds_numbers(grid, first, c)]
    whole = Matrix(first, [column], column, columns, [], "budget.category", "budget.period")
    others: set[int] = set()  # a block of zeros does not tell its sums
    for number, head in enumerate(heads):
        end = heads[number + 1] - 1 if number + 1 < len(heads) else len(grid.rows)
        rows = [r for r in range(head + 1, end + 1) if any(shape.is_number(grid.at(r, c)) for c in columns)]
        rows = _until_gap(rows)
        real, below = _before_totals(grid, rows, column, words)
        block = Matrix(head, [column], column, columns, rows, whole.above, whole.left)
        matrix_table.settle(grid, block, words)
        block.body = [r for r in block.body if r in real]
        listed = {s.row for s in block.aside}
        block.aside += [SetAside(r, "total") for r in below if r not in listed]
        others.update(block.others)
        is_last = number + 1 == len(heads)
        whole.body += block.body
        whole.aside += [SetAside(s.row, _sum_name(s, below, is_last=is_last)) for s in block.aside]
        whole.aside += [SetAside(head, "repeated_header")] if number else []
    whole.others = sorted(others)
    whole.columns = [c for c in columns if c not in whole.others]
    return matrix_table.table(grid, whole, context)


def _before_totals(grid: Grid, rows: list[int], column: int, words: Vocabulary) -> tuple[list[int], list[int]]:
    """Records, and what stands below them: from the first row whose label speaks of a total."""
    for i, row in enumerate(rows):
        if words.marked("total", shape.as_text(grid.at(row, column)).split("  ")[0]):
            return rows[:i], rows[i:]
    return rows, []


def _sum_name(aside: SetAside, below: list[int], *, is_last: bool) -> str:
    """The totals of every block but the last are parts of the whole table's."""
    if aside.why not in ("total", "subtotal"):
        return aside.why
    return "total" if is_last and (aside.why == "total" or aside.row in below) else "subtotal"


def _run(titles: dict[int, str], column: int) -> list[int]:
    """The columns with a header right of the periods, up to the first gap."""
    run: list[int] = []
    for c in sorted(c for c in titles if c > column):
        if run and c - run[-1] > 1:
            break
        run.append(c)
    return run


def _until_gap(rows: list[int]) -> list[int]:
    kept: list[int] = []
    for row in rows:
        if kept and row - kept[-1] > 1:
            break
        kept.append(row)
    return kept
