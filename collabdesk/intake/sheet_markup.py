"""Reads the XML form of spreadsheets that Excel 2003 wrote (SpreadsheetML); exports still carry it under .xls."""

from __future__ import annotations

from datetime import datetime, time
from xml.parsers import expat

from collabdesk.intake import refusals
from collabdesk.intake.grid import CellError, Grid, Value

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_MARK = _SPACE.encode()
_EXCEL = "urn:schemas-microsoft-com:office:excel "
_SS = f"{_SPACE} "
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def is_workbook(head: bytes) -> bool:
    """Is this the beginning of an Excel 2003 XML workbook, in whatever encoding?"""
    return _MARK in head.replace(b"\0", b"")


def grids_of(name: str, content: bytes) -> list[Grid]:
    """One grid for each worksheet. Raises Refused when the XML is broken or defines a document type."""
    book = _Book(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.text
    parser.StartDoctypeDeclHandler = book.refuse
    try:
        parser.Parse(content.lstrip(), True)
    except expat.ExpatError as wrong:
        raise refusals.damaged(name, f"line {wrong.lineno} of its XML is broken") from wrong
    return book.grids


class _Book:
    """Collects cells as the parser meets them; an index on a row, cell or column skips the empty ones before it."""

    def __init__(self, name: str) -> None:
        self.grids: list[Grid] = []
        self._name = name
        self._type: str | None = None
        self._texts: list[str] = []
        self._in_comment = self._is_formula = False
        self._begin()

    def _begin(self) -> None:
        self._rows: list[list[Value]] = []
        self._width = self._column = self._heading = 0
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merges: list[tuple[int, int, int, int]] = []
        self._uncached: set[tuple[int, int]] = set()

    def refuse(self, *_doctype: object) -> None:
        raise refusals.with_dtd(self._name)

    def start(self, name: str, given: dict[str, str]) -> None:
        word = name.removeprefix(_SS)
        if word == "Cell":
            self._cell(given)
        elif word == "Data" and not self._in_comment:
            self._type, self._texts = given.get(f"{_SS}Type", "String"), []
        elif word == "Row":
            self._row(given)
        elif word == "Column":
            self._heading = _number(given.get(f"{_SS}Index")) or self._heading + 1
            span = _number(given.get(f"{_SS}Span"))
            if given.get(f"{_SS}Hidden") == "1" and self._heading + span <= _MOST_COLUMNS:
                self._hidden_columns.update(range(self._heading, self._heading + span + 1))
            self._heading += span
        elif word == "Worksheet":
            self._open(given.get(f"{_SS}Name", ""))
        elif word == "Comment":
            self._in_comment = True
        elif name == f"{_EXCEL}Visible":
            self._type, self._texts = "visible", []

    def end(self, name: str) -> None:
        word = name.removeprefix(_SS)
        if word == "Data" and not self._in_comment and self._type is not None:
            self._put(_value("".join(self._texts), self._type))
            self._type = None
        elif word == "Cell":
            if self._is_formula:
                self._uncached.add((len(self._rows), self._column))
            self._is_formula = False
        elif word == "Comment":
            self._in_comment = False
        elif name == f"{_EXCEL}Visible":
            self.grids[-1].is_hidden = "".join(self._texts).strip() != "SheetVisible"
            self._type = None
        elif word == "Worksheet":
            self._close()

    def text(self, text: str) -> None:
        if self._type is not None:
            self._texts.append(text)

    def _open(self, sheet: str) -> None:
        self._begin()
        self.grids.append(Grid(sheet, self._rows))

    def _close(self) -> None:
        grid = self.grids[-1]
        while self._rows and not any(v is not None for v in self._rows[-1]):
            self._rows.pop()
        grid.hidden_rows, grid.hidden_columns = frozenset(self._hidden_rows), frozenset(self._hidden_columns)
        grid.merges, grid.uncached = tuple(self._merges), frozenset(self._uncached)

    def _row(self, given: dict[str, str]) -> None:
        at = _number(given.get(f"{_SS}Index")) or len(self._rows) + 1
        span = _number(given.get(f"{_SS}Span"))
        if at + span > _MOST_ROWS:
            raise refusals.damaged(self._name, "a row lies outside of any sheet")
        self._rows.extend([] for _ in range(at + span - len(self._rows)))
        if given.get(f"{_SS}Hidden") == "1":
            self._hidden_rows.update(range(at, at + span + 1))
        self._column = 0

    def _cell(self, given: dict[str, str]) -> None:
        self._column = _number(given.get(f"{_SS}Index")) or self._column + 1
        across, down = _number(given.get(f"{_SS}MergeAcross")), _number(given.get(f"{_SS}MergeDown"))
        self._is_formula = f"{_SS}Formula" in given
        if not self._rows or self._column + across > _MOST_COLUMNS:
            raise refusals.damaged(self._name, "a cell lies outside of any sheet")
        row = len(self._rows)
        if across or down:
            self._merges.append((row, self._column, row + down, self._column + across))

    def _put(self, value: Value) -> None:
        if not self._rows or value is None:
            return
        self._is_formula = False
        row = self._rows[-1]
        if self._column > self._width:
            self._width = self._column
            refusals.check_spread(self._name, len(self._rows), self._width)
        row.extend([None] * (self._column - len(row)))
        row[self._column - 1] = value


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else 0


def _value(text: str, kind: str) -> Value:
    if kind == "String":
        return text or None
    text = text.strip()
    if not text:
        return None
    if kind == "Error":
        return CellError(text)
    if kind == "Boolean":
        return text in ("1", "true", "True")
    try:
        if kind == "Number":
            return float(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.time() if moment.year == 1899 and moment.time() != time() else moment
