"""A table on paper: caption and head repeated on each page, rows broken only where they must be, linear in its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from collabdesk.reporting import content
from collabdesk.reporting.content import Text
from collabdesk.reporting.pdf_columns import GAP, unbroken, unfolded
from collabdesk.reporting.pdf_paper import Paper
from collabdesk.reporting.pdf_text import Line, at_most, lines_of, plain_lines
from collabdesk.reporting.style import STYLES, Style
from collabdesk.reporting.style_palette import palette

_ABOVE, _BELOW = 3.6, 4.2
_CAPTION_GAP, _NOTE_GAP = 5.0, 5.0
_CELL_LIMIT, _LONGEST_HEAD, _LONGEST_NOTE = 1500, 6, 16
_FEW_ROWS = 3
_MOST_NUMBER, _MOST_WORDS = 110.0, 64.0
_LONG = 0.3
"""The share of a page from which a row may be broken rather than sent to the next page."""
_AFTER = 14.0

_Cells = tuple[list[Line], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table cut into lines: what all its pages share."""

    caption: list[Line]
    continued: list[Line]
    note: list[Line]
    widths: Sequence[float]
    styles: Sequence[Style]
    heads: Sequence[Style]
    head: _Cells
    rows: Sequence[_Cells]
    strong: frozenset[int]
    full: float
    """The height of an empty page: there a row is broken that fits nowhere."""

    @property
    def head_height(self) -> float:
        return _deepest(self.head) * self.heads[0].leading + _ABOVE + _BELOW

    def caption_height(self, *, is_first: bool) -> float:
        lines = self.caption if is_first else self.continued
        return len(lines) * STYLES["caption"].leading + (_CAPTION_GAP if lines else 0.0)

    @property
    def note_height(self) -> float:
        return len(self.note) * STYLES["note"].leading + _NOTE_GAP if self.note else 0.0


def sheet(table: content.Table, caption: str, continued: str, widths: Sequence[float], full: float) -> Sheet:
    """The table cut into lines at these widths of its columns, gaps included."""
    columns = table.columns
    room = sum(widths)
    inner = [w - (GAP if i < len(widths) - 1 else 0.0) for i, w in enumerate(widths)]
    ends = ["_number" if c.is_number else "" for c in columns]
    heads = [STYLES[f"head{end}"] for end in ends]
    usual, strong = ([STYLES[f"{name}{end}"] for end in ends] for name in ("cell", "cell_strong"))
    head = tuple(
        at_most(plain_lines(c.title, s, w, 300), _LONGEST_HEAD) for c, s, w in zip(columns, heads, inner, strict=True)
    )
    is_strong = frozenset(table.strong_rows)
    is_below = [_has_codes_below([row[i] for row in table.rows], w) for i, w in enumerate(inner)]
    rows = [
        tuple(
            lines_of(_with_code_below(text) if below else text, s, w, _CELL_LIMIT)
            for text, s, w, below in zip(row, strong if i in is_strong else usual, inner, is_below, strict=True)
        )
        for i, row in enumerate(table.rows)
    ]
    return Sheet(
        caption=at_most(plain_lines(caption, STYLES["caption"], room, 600), _LONGEST_HEAD) if caption else [],
        continued=at_most(plain_lines(continued, STYLES["continued"], room, 300), 1) if continued else [],
        note=at_most(plain_lines(table.note, STYLES["note"], room, 2000), _LONGEST_NOTE) if table.note else [],
        widths=widths, styles=usual, heads=heads, head=head, rows=rows, strong=is_strong, full=full,
    )  # fmt: skip


def _has_codes_below(cells: Sequence[Text], room: float) -> bool:
    """Whether one value leaves its code to the next line; then all of the column do, so that values stand in line."""
    return any(_is_coded(cell) and unfolded(cell) > room for cell in cells)


def _with_code_below(cell: Text) -> Text:
    return (*cell[:-1], "\n", cell[-1]) if _is_coded(cell) else cell


def _is_coded(cell: Text) -> bool:
    """A value and its code, and nothing else."""
    return len(cell) == 2 and isinstance(cell[0], str) and isinstance(cell[1], content.Cite)


def groups(columns: Sequence[content.Column], rows: Sequence[Sequence[Text]], room: float) -> list[list[int]]:
    """The columns that stand side by side: all of them, or, where they do not fit, groups with the first repeated."""
    sample = rows[:: max(1, len(rows) // 120)]
    needs = [_least(c, [row[i] for row in sample]) for i, c in enumerate(columns)]
    if sum(needs) <= room or len(columns) < 3:
        return [list(range(len(columns)))]
    found: list[list[int]] = []
    left = 0.0
    for i in range(1, len(columns)):
        if not found or left < needs[i]:
            found.append([0])
            left = room - needs[0]
        found[-1].append(i)
        left -= needs[i]
    return found


def _least(column: content.Column, cells: Sequence[Text]) -> float:
    """The width below which a column cannot be read: what is never broken, or what a person takes in at once."""
    return min(max(unbroken(cells, column), 20.0), _MOST_NUMBER if column.is_number else _MOST_WORDS) + GAP


class Grid(Flowable):  # type: ignore[misc]
    """The rows from `first` up to `end` of a sheet; of the first one from a line on, of the last one up to a line."""

    def __init__(self, sheet: Sheet, first: int, end: int, from_line: int = 0, to_line: int | None = None) -> None:
        super().__init__()
        self.sheet, self.first, self.end = sheet, first, end
        self.from_line, self.to_line = from_line, to_line
        self.spaceBefore, self.spaceAfter = 6.0, _AFTER
        self.hAlign = "LEFT"

    @property
    def _is_first(self) -> bool:
        return self.first == 0 and self.from_line == 0

    @property
    def _is_last(self) -> bool:
        return self.end == len(self.sheet.rows) and self.to_line is None

    def _top(self) -> float:
        return self.sheet.caption_height(is_first=self._is_first) + self.sheet.head_height

    def _row_lines(self, i: int) -> tuple[int, int]:
        """The lines of a row that stand here."""
        begin = self.from_line if i == self.first else 0
        deep = _deepest(self.sheet.rows[i])
        return begin, deep if self.to_line is None or i < self.end - 1 else min(self.to_line, deep)

    def _row_height(self, i: int) -> float:
        begin, end = self._row_lines(i)
        return (end - begin) * self.sheet.styles[0].leading + _ABOVE + _BELOW

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        high = self._top() + (self.sheet.note_height if self._is_last else 0.0)
        for i in range(self.first, self.end):
            high += self._row_height(i)
            if high > height:
                break  # it will be split, and the rest need not be measured
        self.width, self.height = sum(self.sheet.widths), high
        return self.width, high

    def split(self, _width: float, height: float) -> list[Flowable]:
        room = height - self._top()
        is_fresh = height >= self.sheet.full - 2
        left, i = room, self.first
        while i < self.end and self._row_height(i) <= left:
            left -= self._row_height(i)
            i += 1
        if i == self.end:
            return self._with_note(is_fresh=is_fresh)
        i = self._kept_together(i)
        if i > self.first and not self._is_long(i):
            return self._parted(i, 0)
        lines = int((left - _ABOVE - _BELOW) / self.sheet.styles[0].leading)
        if (self._is_long(i) or is_fresh) and (lines >= 2 or (is_fresh and i == self.first)):
            return self._parted(i, max(lines, 1))
        return self._parted(i, 0) if i > self.first else []

    def _with_note(self, *, is_fresh: bool) -> list[Flowable]:
        """All rows fit, the note does not: the last rows go with it."""
        at = max(self.end - 2, self.first + 1)
        if at < self.end:
            return self._parted(at, 0)
        begin, end = self._row_lines(self.first)
        return self._parted(self.first, end - begin - 1) if is_fresh and end - begin > 1 else []

    def _kept_together(self, i: int) -> int:
        """No row stands alone on a page, nor a heading: two stay together at the end, and two under a head."""
        while i > self.first and self._is_heading(i - 1):
            i -= 1
        if self.end - self.first > _FEW_ROWS and not self._is_long(i):
            if self.end - i == 1:
                i -= 1
            if i - self.first == 1 and self._is_first:
                i = self.first
        return i

    def _is_heading(self, i: int) -> bool:
        """A row that only names the rows below it."""
        return i in self.sheet.strong and not any(line.wide for cell in self.sheet.rows[i][1:] for line in cell)

    def _is_long(self, i: int) -> bool:
        return self._row_height(i) > self.sheet.full * _LONG

    def _parted(self, row: int, lines: int) -> list[Flowable]:
        """The rows before `row`, with so many of its lines, and all that follows."""
        at = (self.from_line if row == self.first else 0) + lines
        before = Grid(self.sheet, self.first, row + (lines > 0), self.from_line, at if lines else None)
        after = Grid(self.sheet, row, self.end, at, self.to_line)
        after.spaceBefore = 0.0
        return [before, after]

    def draw(self) -> None:
        paper: Paper = self.canv
        top = self._draw_caption(paper, self.height)
        wide, ink = self.width, palette().of("ink")
        paper.setStrokeColor(ink)
        paper.setLineWidth(1.1)
        paper.line(0, top, wide, top)
        below = top - self.sheet.head_height
        self._draw_cells(paper, self.sheet.head, self.sheet.heads, top, is_head=True)
        paper.setLineWidth(0.5)
        paper.line(0, below, wide, below)
        thin, thick = [], []
        for i in range(self.first, self.end):
            if i in self.sheet.strong:
                thick.append((0, below, wide, below))
            self._draw_cells(paper, self._shown(i), self.sheet.styles, below)
            below -= self._row_height(i)
            thin.append((0, below, wide, below))
        paper.setLineWidth(0.7)
        paper.lines([*thick, (0, below, wide, below)])
        paper.setStrokeColor(palette().of("rule"))
        paper.setLineWidth(0.35)
        paper.lines(thin[:-1])
        if self._is_last and self.sheet.note:
            paper.set_lines(self.sheet.note, 0, below - _NOTE_GAP, STYLES["note"], wide)

    def _draw_caption(self, paper: Paper, top: float) -> float:
        style = STYLES["caption" if self._is_first else "continued"]
        paper.set_lines(self.sheet.caption if self._is_first else self.sheet.continued, 0, top, style, self.width)
        return top - self.sheet.caption_height(is_first=self._is_first)

    def _shown(self, i: int) -> _Cells:
        begin, end = self._row_lines(i)
        row = self.sheet.rows[i]
        return row if not begin and end >= _deepest(row) else tuple(lines[begin:end] for lines in row)

    def _draw_cells(
        self, paper: Paper, cells: _Cells, styles: Sequence[Style], top: float, *, is_head: bool = False
    ) -> None:
        x, deepest = 0.0, _deepest(cells)
        for n, (lines, style, width) in enumerate(zip(cells, styles, self.sheet.widths, strict=True)):
            # The words of a head stand on its rule, whatever their number of lines.
            down = (deepest - len(lines)) * style.leading if is_head else 0.0
            room = width - (GAP if n < len(cells) - 1 else 0.0)
            paper.set_lines(lines, x, top - _ABOVE - down, style, room)
            x += width


def _deepest(cells: _Cells) -> int:
    return max((len(lines) for lines in cells), default=1)


def all_of(made: Sheet) -> Grid:
    """The whole sheet."""
    return Grid(made, 0, len(made.rows))
