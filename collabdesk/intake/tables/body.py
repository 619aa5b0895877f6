"""The rows below a header: which are records, and which are totals, sections, help, repeated headers or empty slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from statistics import median

from collabdesk.intake.found import SetAside
from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.headertext import key
from collabdesk.intake.tables import shape
from collabdesk.intake.tables.header_rows import HeaderRows
from collabdesk.intake.vocabulary import Vocabulary

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
    wanted = frozenset(columns)
    counts = _counts(grid, columns, head.below, end)
    usual = max(_usual(counts), 3 if len(columns) > 4 else 0)
    full = max(2, usual * 0.6) if len(columns) > 2 else len(columns)
    labels = _label_columns(columns, titles, words)
    header_keys = {c: key(t) for c, t in titles.items() if t}
    head_texts = {v for r in grid.rows[max(0, head.below - 5) : head.below - 1] for v in r if isinstance(v, str)}
    doubtful: list[int] = []
    marks = _total_prefixes(words)
    for row, count in enumerate(counts, head.below):
        if count == 0:
            continue
        is_short = len(counts) <= _EXACT_LOOK
        if (
            count >= full
            and not _speaks_of_total(grid, row, labels, marks)
            and not (is_short and _is_placeholder(grid, row, labels, words))
        ):
            # A repeated header repeats its texts: comparing whole cells first spares the folding of every row.
            if not head_texts.isdisjoint(grid.rows[row - 1]) and _repeats(grid, row, header_keys):
                found.set_aside.append(SetAside(row, "repeated_header"))
                continue
            found.anchors.append(row)
        else:
            doubtful.append(row)
    _judge(grid, doubtful, wanted, titles, usual, found, words, labels)
    found.anchors.sort()
    found.set_aside.sort(key=lambda s: s.row)
    return found


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


def _label_columns(columns: Sequence[int], titles: dict[int, str], words: Vocabulary) -> list[int]:
    """Where a total would have its label: the first columns, and where names stand."""
    return list(columns[:3])


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
    labels: list[int],
) -> None:
    last = found.anchors[-1] if found.anchors else 0
    always = _always_filled(grid, found.anchors, wanted)
    for row in doubtful:
        cells = [(c, v) for c, v in shape.cells(grid, row) if c in wanted]
        why = _why_aside(row, cells, titles, usual, last, words, always)
        if why is None:
            found.anchors.append(row)
        else:
            found.set_aside.append(SetAside(row, why))
            if why == "total":
                for c, v in cells:
                    if shape.is_number(v):
                        found.totals[c] = row


def _why_aside(
    row: int,
    cells: list[tuple[int, Value]],
    titles: dict[int, str],
    usual: float,
    last: int,
    words: Vocabulary,
    always: frozenset[int],
) -> str | None:
    texts = [t for _, v in cells if (t := shape.as_text(v))]
    if (
        texts
        and any(words.marked("total", t) or words.marked("subtotal", t) for t in texts)
        and len(cells) <= max(2, 0.7 * usual)
    ):
        return "subtotal" if any(words.marked("subtotal", t) for t in texts) or row < last else "total"
    if all(shape.is_slot(v) for c, v in cells if not titles.get(c)) and not any(titles.get(c) for c, _ in cells):
        return "blank_key"
    if len(cells) == 1 and usual >= 3:
        if not texts:
            return "blank_key"
        return "section" if row < last else "help"
    held = {c for c, _ in cells}
    if (
        texts
        and all(words.marked("placeholder", t) for t in texts)
        and not any(v for _, v in cells if shape.is_number(v))
    ):
        return "example"
    if not any(titles.get(c) and not shape.is_slot(v) for c, v in cells):
        return "blank_key"
    if last and row > last + 1 and len(held) < 0.5 * usual:
        return "help"
    if len(always) >= 3 and len(held & always) <= len(always) / 3 and len(held) < 0.5 * usual:
        return "help" if row > last else "section"
    return None


def _always_filled(grid: Grid, anchors: list[int], wanted: frozenset[int]) -> frozenset[int]:
    """The columns that nearly every sure record fills."""
    looked = anchors[:200]
    if not looked:
        return frozenset()
    held = [{c for c, _ in shape.cells(grid, r)} for r in looked]
    return frozenset(c for c in wanted if sum(c in h for h in held) >= 0.9 * len(held))


def number(value: Value) -> Decimal | None:
    """A cell as a number for the checking of sums, None when it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
