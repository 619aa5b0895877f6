"""What the reading library does not tell of an old Excel workbook: hidden rows and columns, error values, passwords."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from collabdesk.intake.archive import Damaged
from collabdesk.intake.ole import CompoundFile
from collabdesk.intake.sheet_extras import At, SheetExtras

# [MS-XLS] 2.3.1; the same numbers hold for the older BIFF5.
_FILEPASS, _BOUNDSHEET = 0x2F, 0x85
_ROW, _COLINFO, _BOOLERR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_BOF, _EOF = 0x809, 0x0A
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x20, 0x01
_LOOKED_FOR = frozenset({_ROW, _COLINFO, _BOOLERR, _FORMULA})
_FEW_FORMULAS = 5
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
          0x2B: "#GETTING_DATA"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OldWorkbook:
    """The stream of an old workbook and where its sheets begin in it, charts and macro sheets too, in order."""

    stream: bytes
    is_encrypted: bool
    starts: tuple[int, ...]


def workbook_of(inside: CompoundFile) -> OldWorkbook:
    """The workbook inside the compound file. Raises Damaged when its parts are lost."""
    stream = inside.read("Workbook") or inside.read("Book")
    is_encrypted, starts = False, []
    for number, at, size in _records(stream, 0):
        if number == _FILEPASS:
            is_encrypted = True
            break
        if number == _BOUNDSHEET and size >= 6:
            starts.append(struct.unpack_from("<I", stream, at)[0])
        if number == _EOF:
            break
    return OldWorkbook(stream, is_encrypted, tuple(starts))


def extras(content: bytes) -> list[SheetExtras]:
    """For each sheet in the workbook's order what it holds besides its values; nothing for a damaged one."""
    try:
        book = workbook_of(CompoundFile(content))
    except Damaged:
        return []
    found, zeros, others = [], 0, 0
    for start in book.starts:
        more, formulas = _of_sheet(book.stream, start)
        zeros += len(more.uncached)
        others += formulas - len(more.uncached)
        found.append(more)
    if others or zeros < _FEW_FORMULAS:
        for more in found:
            more.uncached = set()  # a sum may well be nought
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Number, start of the body and length of each record from `at` on."""
    end = len(stream)
    head = struct.Struct("<HH").unpack_from
    while at + 4 <= end:
        number, size = head(stream, at)
        if at + 4 + size > end:
            return
        yield number, at + 4, size
        at += 4 + size


def _of_sheet(stream: bytes, start: int) -> tuple[SheetExtras, int]:
    """One sheet's extras and how many formulas it has; as `uncached` all whose stored value is a bare nought.

    Programs that write formulas without calculating them store a nought for each.
    """
    found, formulas = SheetExtras(), 0
    rows: set[int] = set()
    columns: set[int] = set()
    for number, at, size in _own_records(stream, start):
        if number == _ROW and size >= 16 and stream[at + 12] & _ROW_IS_HIDDEN:
            rows.add(struct.unpack_from("<H", stream, at)[0] + 1)
        elif number == _COLINFO and size >= 10 and stream[at + 8] & _COLUMN_IS_HIDDEN:
            first, last = struct.unpack_from("<HH", stream, at)
            columns.update(range(first + 1, min(last, 255) + 2))
        elif number == _BOOLERR and size >= 8 and stream[at + 7]:
            found.errors[_cell(stream, at)] = ERRORS.get(stream[at + 6], "#N/A")
        elif number == _FORMULA and size >= 14:
            formulas += 1
            _note_result(found, _cell(stream, at), stream[at + 6 : at + 14])
    found.hidden_rows, found.hidden_columns = frozenset(rows), frozenset(columns)
    return found, formulas


def _own_records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """The records of one sheet, without those of the charts inside of it."""
    depth = 0
    for number, at, size in _records(stream, start):
        if number == _BOF:
            depth += 1
        elif number == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1 and number in _LOOKED_FOR:
            yield number, at, size


def _note_result(found: SheetExtras, cell: At, result: bytes) -> None:
    if result[6:] == b"\xff\xff" and result[0] == 2:
        found.errors[cell] = ERRORS.get(result[2], "#N/A")
    elif result == bytes(8):
        found.uncached.add(cell)


def _cell(stream: bytes, at: int) -> At:
    row, column = struct.unpack_from("<HH", stream, at)
    return row + 1, column + 1
