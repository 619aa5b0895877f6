"""Matrices of amounts: categories down and periods across, or periods down and categories across."""

from __future__ import annotations

from collections.abc import Iterable

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, SetAside, TableFound
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import shape
from collabdesk.intake.vocabulary import Vocabulary

_MOST_ROWS, _LEAST_PERIODS, _LEAST_ROWS = 1500, 3, 2
_MONEY = frozenset({"budget", "cost"})


def find(grid: Grid, words: Vocabulary) -> list[TableFound]:
    """The matrices of a sheet whose name or titles speak of budgets or costs; each filled value is a record."""
    if len(grid.rows) > _MOST_ROWS:
        return []
    titles = [t for r in range(1, min(6, len(grid.rows)) + 1) for _, t in shape.texts(grid, r)[:1]]
    spoken = " ".join([grid.sheet, *titles])
    if not words.kinds_in(spoken) & _MONEY:
        return []
    return _periods_across(grid, words, spoken) or _periods_down(grid, words, spoken)


def _periods_across(grid: Grid, words: Vocabulary, context: str) -> list[TableFound]:
    found: list[TableFound] = []
    row = 1
    while row <= len(grid.rows):
        columns = [c for c, v in shape.cells(grid, row) if is_period(v)]
        body = _body(grid, row, columns) if len(columns) >= _LEAST_PERIODS else []
        if len(body) >= _LEAST_ROWS:
            found.append(_across(grid, row, columns, body, words, context))
            row = body[-1]
        row += 1
    return found


def _body(grid: Grid, head: int, columns: list[int]) -> list[int]:
    """The rows under a header of periods that have numbers below it, until two blank rows or the next header."""
    rows: list[int] = []
    for row in range(head + 1, len(grid.rows) + 1):
        held = shape.cells(grid, row)
        if row - (rows[-1] if rows else head) > 2 or sum(is_period(grid.at(row, c)) for c in columns) >= _LEAST_PERIODS:
            break
        if any(shape.is_number(v) for c, v in held if c in columns):
            rows.append(row)
    return rows


def _across(grid: Grid, head: int, columns: list[int], body: list[int], words: Vocabulary, context: str) -> TableFound:
    labels = [c for c in range(1, columns[0]) if any(shape.as_text(grid.at(r, c)) for r in body)]
    real, aside, totals = _without_totals(grid, body, labels, words)
    headers = [Header(str(grid.at(head, c) or "").strip(), Place(column=c), (head, c)) for c in labels]
    headers.append(Header(_text(grid.at(head, columns[0])), Place(row=head), (head, columns[0])))
    headers += [Header(_text(grid.at(head, c)), Place(), (head, c)) for c in columns]
    stated = (
        {len(labels) + 1 + i: (r, c) for r in totals[-1:] for i, c in enumerate(columns)} if len(columns) == 1 else {}
    )
    return _table(grid, head, headers, ((r, c) for r in real for c in columns), aside, context, stated)


def _periods_down(grid: Grid, words: Vocabulary, context: str) -> list[TableFound]:
    """Blocks with periods in their first text column; blocks with the same columns of categories go together."""
    for column in range(1, 12):
        rows = [r for r in range(1, len(grid.rows) + 1) if is_period(grid.at(r, column))]
        if len(rows) < 4:
            continue
        heads = [h for h in dict.fromkeys(_head_above(grid, r, column, rows) for r in rows) if h]
        if heads:
            return [_down(grid, heads, column, words, context)]
    return []


def _head_above(grid: Grid, row: int, column: int, periods: list[int]) -> int:
    """The nearest row above with a text over the periods and texts over at least two columns of numbers."""
    for head in range(row - 1, max(0, row - 60), -1):
        if head in periods or not shape.as_text(grid.at(head, column)):
            continue
        over = [c for c, _ in shape.texts(grid, head) if c > column and shape.is_number(grid.at(head + 1, c))]
        if len(over) >= 2:
            return head
    return 0


def _down(grid: Grid, heads: list[int], column: int, words: Vocabulary, context: str) -> TableFound:
    first = heads[0]
    titles = dict(shape.texts(grid, first))
    numbers = [c for c in _run(titles, column) if shape.is_number(grid.at(first + 1, c))]
    sums = {c for c in numbers if _adds_up(grid, [n for n in numbers if n < c], c, heads)}
    values = [c for c in numbers if c not in sums]
    body: list[int] = []
    aside: list[SetAside] = []
    for number, head in enumerate(heads):
        end = heads[number + 1] - 1 if number + 1 < len(heads) else len(grid.rows)
        block = [r for r in range(head + 1, end + 1) if any(shape.is_number(grid.at(r, c)) for c in values)]
        block = _until_gap(block)
        real, totals = _before_totals(grid, block, column, words)
        body += real
        aside += [SetAside(r, "subtotal" if number + 1 < len(heads) else "total") for r in totals]
        if number:
            aside.append(SetAside(head, "repeated_header"))
    headers = [Header(titles[column], Place(column=column), (first, column))]
    headers.append(Header(titles[values[0]], Place(row=first), (first, values[0])))
    headers += [Header(titles[c], Place(), (first, c)) for c in values]
    headers += [Header(titles[c], Place(column=c), (first, c)) for c in sums]
    return _table(grid, first, headers, ((r, c) for r in body for c in values), aside, context, {})


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


def _before_totals(grid: Grid, rows: list[int], column: int, words: Vocabulary) -> tuple[list[int], list[int]]:
    """Records, and the totals below them: from the first row whose label speaks of a total."""
    for i, row in enumerate(rows):
        if words.marked("total", shape.as_text(grid.at(row, column)).split("  ")[0]):
            return rows[:i], rows[i:]
    return rows, []


def _without_totals(
    grid: Grid, body: list[int], labels: list[int], words: Vocabulary
) -> tuple[list[int], list[SetAside], list[int]]:
    total = [r for r in body if any(words.marked("total", shape.as_text(grid.at(r, c))) for c in labels)]
    aside = [SetAside(r, "total" if r == body[-1] else "subtotal") for r in total]
    return [r for r in body if r not in set(total)], aside, total


def _adds_up(grid: Grid, parts: list[int], whole: int, heads: list[int]) -> bool:
    """Is this column the sum of the columns before it, in the rows below the headers?"""
    if len(parts) < 2:
        return False
    checked = 0
    for head in heads:
        for r in range(head + 1, min(head + 25, len(grid.rows)) + 1):
            cells = [grid.at(r, c) for c in parts]
            total = grid.at(r, whole)
            if not isinstance(total, (int, float)) or not all(isinstance(v, (int, float)) or v is None for v in cells):
                continue
            said = sum(v for v in cells if isinstance(v, (int, float)))
            if abs(said - total) > 0.005 + 1e-9 * abs(total):
                return False
            checked += bool(total)
    return checked >= 2


def _table(
    grid: Grid,
    head: int,
    headers: list[Header],
    cells: Iterable[tuple[int, int]],
    aside: list[SetAside],
    context: str,
    stated: dict[int, tuple[int, int]],
) -> TableFound:
    anchors: list[tuple[int, int | None]] = [(r, c) for r, c in cells if grid.at(r, c) is not None]
    rows = [r for r, _ in anchors]
    return TableFound(
        sheet=grid.sheet,
        layout="matrix",
        header_rows=(head, head),
        first_row=min(rows, default=head + 1),
        last_row=max(rows, default=head),
        headers=headers,
        anchors=anchors,
        set_aside=aside,
        stated_totals=stated,
        context=f"budget {context}"[:500],
    )


def _text(value: Value) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value or "").strip()
