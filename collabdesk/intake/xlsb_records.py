"""What the reading library does not tell of a binary xlsb sheet: hidden rows and columns, and error values."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from posixpath import join, normpath
from xml.etree import ElementTree

from collabdesk.intake.archive import Archive
from collabdesk.intake.sheet_extras import SheetExtras
from collabdesk.intake.xls_records import ERRORS

# [MS-XLSB] 2.3.2
_ROW, _CELL_ERROR, _FORMULA_ERROR, _COLUMN, _BUNDLE_SHEET = 0, 3, 11, 60, 156
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x10, 0x01
_BOOK = "xl/workbook.bin"


def extras(archive: Archive) -> list[SheetExtras]:
    """For each sheet in the workbook's order what it holds besides its values."""
    relations = archive.read("xl/_rels/workbook.bin.rels")
    targets = {r.get("Id"): r.get("Target", "") for r in ElementTree.fromstring(relations)} if relations else {}
    found = []
    for number, body in _records(archive.read(_BOOK)):
        if number == _BUNDLE_SHEET:
            target = targets.get(_text(body, 8), "")
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            found.append(_of_sheet(archive.read(part)) if "worksheets/" in part.lower() else SheetExtras())
    return found


def _of_sheet(stream: bytes) -> SheetExtras:
    found, row = SheetExtras(), 0
    rows: set[int] = set()
    columns: set[int] = set()
    for number, body in _records(stream):
        if number == _ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & _ROW_IS_HIDDEN:
                rows.add(row)
        elif number in (_CELL_ERROR, _FORMULA_ERROR) and len(body) >= 9:
            column = struct.unpack_from("<I", body)[0] + 1
            found.errors[row, column] = ERRORS.get(body[8], "#N/A")
        elif number == _COLUMN and len(body) >= 18 and body[16] & _COLUMN_IS_HIDDEN:
            first, last = struct.unpack_from("<II", body)
            columns.update(range(first + 1, min(last, 16_383) + 2))
    found.hidden_rows, found.hidden_columns = frozenset(rows), frozenset(columns)
    return found


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of each record; both number and length are written seven bits at a time."""
    at, end = 0, len(stream)
    while at + 1 < end:
        number = stream[at]
        at += 1
        if number & 0x80:
            number = (number & 0x7F) | (stream[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = stream[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield number, stream[at : at + size]
        at += size


def _text(body: bytes, at: int) -> str:
    """A text that is told by the number of its letters."""
    if len(body) < at + 4:
        return ""
    (length,) = struct.unpack_from("<I", body, at)
    return body[at + 4 : at + 4 + 2 * min(length, 1000)].decode("utf-16-le", "replace")
