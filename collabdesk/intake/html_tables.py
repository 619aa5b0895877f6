"""Reads the tables of a web page: several funders publish them under the name of a spreadsheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from collabdesk.intake.grid import Grid, Value

_MAX_SPAN = 1000
_PLAIN = re.compile(r"^[-+(]?\s*\d[\d.,' \u00a0\u202f]*\)?$")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_Cell = tuple[Value, int, int]


class _Tables(HTMLParser):
    """Collects every table's cells; a table inside a cell becomes a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[list[list[_Cell]]] = []
        self._open: list[list[list[_Cell]]] = []
        self._texts: list[list[str] | None] = []
        self._spans: list[tuple[int, int]] = []
        self._numbers: list[str | None] = []
        self._hidden: list[set[int]] = []
        self.hidden: list[frozenset[int]] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._skip += 1
        elif tag == "table":
            self._open.append([])
            self._texts.append(None)
            self._spans.append((1, 1))
            self._numbers.append(None)
            self._hidden.append(set())
        elif self._open and tag == "tr":
            self._end_cell()
            self._open[-1].append([])
            if _HIDDEN.search(dict(attrs).get("style") or ""):
                self._hidden[-1].add(len(self._open[-1]))
        elif self._open and tag in ("td", "th"):
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            given = dict(attrs)
            self._spans[-1] = (_span(given.get("rowspan")), _span(given.get("colspan")))
            # Spreadsheet programs that save as a web page keep the exact number beside what is shown.
            self._numbers[-1] = given.get("x:num") or given.get("sdval")
            self._texts[-1] = []
        elif tag in ("br", "p", "div"):
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._skip = max(0, self._skip - 1)
        elif self._open and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._open and tag == "table":
            self._end_cell()
            self.done.append(self._open.pop())
            self.hidden.append(frozenset(self._hidden.pop()))
            self._numbers.pop()
            self._texts.pop()
            self._spans.pop()

    def handle_data(self, data: str) -> None:
        if self._texts and not self._skip:
            texts = self._texts[-1]
            if texts is not None:
                texts.append(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self.handle_endtag("table")

    def _end_cell(self) -> None:
        texts = self._texts[-1]
        if texts is not None:
            lines = (" ".join(line.split()) for line in "".join(texts).split("\n"))
            text = "\n".join(line for line in lines if line)
            self._open[-1][-1].append((_number(self._numbers[-1], text), *self._spans[-1]))
            self._texts[-1] = None


def _number(exact: str | None, shown: str) -> Value:
    """The exact number of a cell where the shown text is that number rounded, else the text: a date is no number."""
    if exact is None or not _PLAIN.match(shown):
        return shown
    try:
        number = float(exact)
    except ValueError:
        return shown
    digits = "".join(c for c in shown if c.isdigit())
    is_same = digits.startswith((str(abs(int(number))), str(abs(round(number)))))
    return number if is_same else shown


def _span(text: str | None) -> int:
    return min(int(text), _MAX_SPAN) if text and text.isdigit() and int(text) > 0 else 1


def _grid(sheet: str, table: list[list[_Cell]], hidden: frozenset[int]) -> Grid:
    rows: list[list[Value]] = []
    merges = []
    taken: set[tuple[int, int]] = set()
    for r, cells in enumerate(table, 1):
        row: list[Value] = []
        column = 1
        for text, down, right in cells:
            while (r, column) in taken:
                row.append(None)
                column += 1
            if down > 1 or right > 1:
                merges.append((r, column, r + down - 1, column + right - 1))
                taken.update((y, x) for y in range(r + 1, r + down) for x in range(column, column + right))
            row.extend([text or None, *[None] * (right - 1)])
            column += right
        rows.append(row)
    return Grid(sheet, rows, hidden_rows=hidden, merges=tuple(merges))


def grids_of(text: str) -> list[Grid]:
    """One grid for each table that has more than one row, named `Table 1`, `Table 2`, …"""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    both = zip(reader.done, reader.hidden, strict=True)
    tables = [(t, hidden) for t, hidden in both if len(t) > 1 and any(len(row) > 1 for row in t)]
    return [_grid(f"Table {n}", table, hidden) for n, (table, hidden) in enumerate(tables, 1)]


def charset_of(head: bytes) -> str:
    """The encoding that the page itself states; "" if none."""
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", head[:4096], re.IGNORECASE)
    return found[1].decode("ascii", "replace").lower() if found else ""
