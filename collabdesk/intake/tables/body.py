"""The rows below a header: which are records, and which are totals, sections, help, repeated headers or empty slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from statistics import median

from collabdesk.intake.found import SetAside
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.headertext import key
from collabdesk.intake.tables import prepared, shape, sum_rows
from collabdesk.intake.tables.header_rows import HeaderRows, is_example
from collabdesk.intake.vocabulary import Vocabulary

_MOST_EXAMPLES = 4
_EXACT_LOOK = 3000  # rows up to which every cell is looked at


@dataclass(slots=True)
class Body:
    """The records' rows, what was set aside, and column -> row of the sheet's own totals."""

    anchors: list[int] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    totals: dict[int, int] = field(default_factory=dict)


def read(
    grid: Grid, columns: Sequence[int], titles: dict[int, str], head: HeaderRows, end: int, words: Vocabulary
) -> Body:
    """Classify the rows from below the header to `end`; blank rows are passed over."""
    found = Body()
    counts = _counts(grid, columns, head.below, end)
    usual = max(_usual(counts), 3 if len(columns) > 4 else 0)
    full = max(2, usual * 0.6) if len(columns) > 2 else len(columns)
    labels = list(columns[:3])
    odd = _odd_rows(grid, counts, head, labels, usual, titles, words)
    found.anchors = [row for row, count in enumerate(counts, head.below) if count >= full]
    if len(counts) <= _EXACT_LOOK:
        rows = [r for r, n in enumerate(counts, head.below) if n and not odd.get(r)]
        summed = sum_rows.find(grid, columns, rows, full, words)
        odd |= summed
        found.totals = {c: r for r, why in summed.items() if why == "total" for c in columns if _is_sum(grid, r, c)}
    if odd:
        found.anchors = [row for row in found.anchors if row not in odd]
    found.set_aside = [SetAside(row, why) for row, why in odd.items() if why]
    doubtful = [r for r, n in enumerate(counts, head.below) if n and not odd.get(r) and (n < full or r in odd)]
    _judge(grid, doubtful, frozenset(columns), titles, usual, found, words)
    found.anchors.sort()
    found.set_aside.sort(key=lambda s: s.row)
    return found


def _is_sum(grid: Grid, row: int, column: int) -> bool:
    return shape.is_number(grid.at(row, column))


def _odd_rows(
    grid: Grid,
    counts: list[int],
    head: HeaderRows,
    labels: list[int],
    usual: float,
    titles: dict[int, str],
    words: Vocabulary,
) -> dict[int, str]:
    """Rows that are filled like records and yet may be none: row -> "repeated_header", or "" where it is doubtful.

    In long tables only the rows that fill fewer cells than usual, and the last ones, are looked at for totals.
    """
    is_long = len(counts) > _EXACT_LOOK
    some = {r for r, n in enumerate(counts, head.below) if n and (not is_long or n < 0.85 * usual)}
    some.update(range(max(head.below, head.below + len(counts) - 20), head.below + len(counts)))
    hollow = {r: "blank_key" for r in some if _is_hollow(grid, r, counts[r - head.below], counts)}
    if not is_long:
        hollow |= dict.fromkeys(prepared.slots(grid, some, labels), "blank_key")
    some -= hollow.keys()
    marks = _total_prefixes(words)
    odd = {r: "" for r in some if counts[r - head.below] and _speaks_of_total(grid, r, labels, marks)}
    if not is_long:
        odd |= {r: "" for r in some if _is_placeholder(grid, r, labels, words)}
        odd |= dict.fromkeys(_examples(grid, head.below, words), "example")
    for row in _same_as_header(grid, head, counts):
        if _repeats(grid, row, {c: key(t) for c, t in titles.items() if t}):
            odd[row] = "repeated_header"
    return odd | hollow


def _is_hollow(grid: Grid, row: int, count: int, counts: list[int]) -> bool:
    """A prepared row that nobody filled in: its few cells are formulas that give zero."""
    return 0 < count <= 0.5 * max(counts[:3]) and all(
        v == 0 and not isinstance(v, bool) for _, v in shape.cells(grid, row)
    )


def _same_as_header(grid: Grid, head: HeaderRows, counts: list[int]) -> list[int]:
    """Rows with the header's own text in one of its first columns; whole cells are compared, which is quick."""
    rows = grid.rows[head.below - 1 : head.below - 1 + len(counts)]
    found: set[int] = set()
    for column, _ in head.columns[:2]:
        text, z = grid.at(head.last, column), column - 1
        if isinstance(text, str):
            try:
                cells = [r[z] for r in rows]
            except IndexError:  # rows of different lengths
                cells = [r[z] if z < len(r) else None for r in rows]
            if text in cells:
                found.update(i for i, cell in enumerate(cells, head.below) if cell == text)
    return sorted(found)


def _usual(counts: list[int]) -> float:
    """How many cells a record usually fills; in short tables the first rows say it, the notes below do not."""
    filled = [n for n in counts if n > 1] or [n for n in counts if n]
    if not filled:
        return 0
    middle = median(filled)
    return max(middle, 0.8 * max(filled[:3])) if len(filled) < 60 else middle


def _counts(grid: Grid, columns: Sequence[int], first: int, end: int) -> list[int]:
    """How many of the table's cells are filled in each row."""
    rows = grid.rows[first - 1 : end]
    low, high = min(columns, default=1) - 1, max(columns, default=0)
    if len(rows) > _EXACT_LOOK:
        if low == 0 and high >= max((len(r) for r in rows[:50]), default=0):
            return [len(r) - r.count(None) for r in rows]
        return [len(part) - part.count(None) for part in (r[low:high] for r in rows)]
    wanted = [c - 1 for c in columns]
    return [sum(1 for c in wanted if c < len(r) and r[c] is not None) for r in rows]


def _total_prefixes(words: Vocabulary) -> tuple[str, ...]:
    return tuple({m[0] for mark in ("total", "subtotal") for m in words.marks.get(mark, ()) if m})


def _speaks_of_total(grid: Grid, row: int, labels: list[int], prefixes: tuple[str, ...]) -> bool:
    cells = grid.rows[row - 1]
    for column in labels:
        value = cells[column - 1] if column <= len(cells) else None
        if isinstance(value, str) and value.lstrip().casefold().startswith(prefixes):
            return True
    return False


def _is_placeholder(grid: Grid, row: int, labels: list[int], words: Vocabulary) -> bool:
    return any(words.marked("placeholder", t) for c in labels if (t := shape.as_text(grid.at(row, c))) and len(t) < 60)


def _examples(grid: Grid, first: int, words: Vocabulary) -> list[int]:
    """The rows right below the header that say they are examples, however full they are."""
    rows = []
    for row in range(first, min(first + _MOST_EXAMPLES, len(grid.rows)) + 1):
        if is_example(grid, row, words):
            rows.append(row)
        elif rows or shape.cells(grid, row):
            break
    return rows


def _repeats(grid: Grid, row: int, header_keys: dict[int, str]) -> bool:
    cells = shape.cells(grid, row)
    if len(cells) < 0.7 * len(header_keys):
        return False
    same = sum(1 for c, v in cells if isinstance(v, str) and header_keys.get(c) and header_keys[c].endswith(key(v)))
    return same >= 0.7 * len(cells)


def _judge(
    grid: Grid,
    doubtful: list[int],
    wanted: frozenset[int],
    titles: dict[int, str],
    usual: float,
    found: Body,
    words: Vocabulary,
) -> None:
    first, last = (found.anchors[0], found.anchors[-1]) if found.anchors else (0, 0)
    always = _always_filled(grid, found.anchors, wanted)
    after = 0
    for row in doubtful:
        cells = [(c, v) for c, v in shape.cells(grid, row) if c in wanted]
        why = _adds_up(grid, row, cells, found.anchors, after) or _why_aside(
            row, cells, titles, usual, (first, last), words, always
        )
        if why is None:
            found.anchors.append(row)
            continue
        found.set_aside.append(SetAside(row, why))
        if why in ("total", "subtotal"):
            after = row
        if why == "total":
            found.totals.update({c: row for c, v in cells if shape.is_number(v)})


def _why_aside(
    row: int,
    cells: list[tuple[int, Value]],
    titles: dict[int, str],
    usual: float,
    sure: tuple[int, int],
    words: Vocabulary,
    always: frozenset[int],
) -> str | None:
    first, last = sure
    texts = [t for _, v in cells if (t := shape.as_text(v))]
    titled = [(c, v) for c, v in cells if titles.get(c)]
    held = {c for c, _ in cells}
    is_sparse = len(held) < 0.5 * usual
    speaks = any(words.marked("total", t) or words.marked("subtotal", t) for t in texts)
    wants = any(words.marked("placeholder", t) for t in texts) and not any(v for _, v in cells if shape.is_number(v))
    lonely = len(cells) == 1 and usual >= 3
    rules = (
        (
            speaks and (len(cells) <= max(2, 0.7 * usual) or (len(texts) == 1 and row > last)),
            _which_total(texts, first < row < last, words),
        ),
        (not titled and all(shape.is_slot(v) for _, v in cells), "blank_key"),
        (lonely and not texts, "blank_key"),
        (lonely, "section" if row < last else "help"),
        (wants, "example"),
        (len(titled) < 2 and all(shape.is_slot(v) for _, v in titled), "blank_key"),
        (last and row > last + 1 and is_sparse, "help"),
        (len(always) >= 3 and len(held & always) <= len(always) / 3 and is_sparse, "help" if row > last else "section"),
    )
    return next((why for is_so, why in rules if is_so), None)


def _which_total(texts: list[str], is_inside: bool, words: Vocabulary) -> str:
    return "subtotal" if is_inside or any(words.marked("subtotal", t) for t in texts) else "total"


def _adds_up(grid: Grid, row: int, cells: list[tuple[int, Value]], anchors: list[int], after: int) -> str | None:
    """A row of numbers only, without a label: a total where its amounts are the sums of the records above it."""
    numbers = [(c, n) for c, v in cells if (n := sum_rows.exact(v)) is not None]
    if len(numbers) < len(cells) or not any(n for _, n in numbers):
        return None
    for since, why in ((0, "total"), (after, "subtotal")):
        above = [r for r in anchors if since < r < row]
        if len(above) > 1 and all(_sum(grid, above, c) == n for c, n in numbers if n):
            return why
    return None


def _sum(grid: Grid, rows: list[int], column: int) -> Decimal:
    return sum((n for r in rows if (n := sum_rows.exact(grid.at(r, column))) is not None), Decimal(0))


def _always_filled(grid: Grid, anchors: list[int], wanted: frozenset[int]) -> frozenset[int]:
    """The columns that nearly every sure record fills."""
    looked = anchors[:200]
    if not looked:
        return frozenset()
    held = [{c for c, _ in shape.cells(grid, r)} for r in looked]
    return frozenset(c for c in wanted if sum(c in h for h in held) >= 0.9 * len(held))
