"""A large sheet read as two halves side by side: the library reads one sheet on one core, and that is most of a look.

Each half becomes a small workbook in memory: the file's other parts and half of the sheet's rows. What is not written
plainly (rows without numbers or out of order, comments in the XML) is left to be read as one.
"""

from __future__ import annotations

import io
import os
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from collabdesk.intake.archive import Archive

LEAST = 32 * 1024**2
"""Bytes of a sheet's XML that are worth two readings."""
MOST = 400 * 1024**2
"""Both halves lie in memory for a moment."""
_MOST_BESIDE = 0.2  # of the sheet: what each half has to read again, texts above all
_HEAD = 64 * 1024
_ROWS = b"<sheetData>"
_ROW = re.compile(rb'<row (?=[^<>]*?\br="\d+")')
_END = b"</sheetData></worksheet>"

Rows = list[list[Any]]


@dataclass(slots=True)
class Half:
    """The rows of one half from its first filled cell on, and where that cell stands (both from 0)."""

    rows: Rows
    first_row: int
    first_column: int


@dataclass(slots=True)
class Both:
    """What reading both halves gave: rows from the sheet's first on, and what the library says at the sheet's end."""

    rows: Rows
    last: Any


@dataclass(slots=True)
class _Reading:
    """A half on its way in a thread of its own."""

    book: io.BytesIO
    read: Callable[[io.BytesIO], tuple[Half, Any]]
    found: list[tuple[Half, Any]] = field(default_factory=list)
    wrong: list[BaseException] = field(default_factory=list)

    def run(self) -> None:
        try:
            self.book.seek(0)
            self.found.append(self.read(self.book))
        except BaseException as wrong:  # noqa: BLE001 - the library's panics too are raised again by who waits
            self.wrong.append(wrong)


def worth(archive: Archive) -> list[zipfile.ZipInfo]:
    """The sheets of a workbook that are worth two readings on this machine."""
    if (os.cpu_count() or 1) < 2:
        return []
    beside = sum(e.file_size for e in _beside(archive))
    sheets = (e for e in archive.entries if "/worksheets/" in e.filename.lower())
    return [e for e in sheets if LEAST <= e.file_size <= MOST and beside <= _MOST_BESIDE * e.file_size]


def read(
    archive: Archive,
    entry: zipfile.ZipInfo,
    chunks: Iterator[bytes],
    read_half: Callable[[io.BytesIO], tuple[Half, Any]],
    on_parsing: Callable[[], None],
) -> Both | None:
    """The sheet in this entry of the archive, whose bytes come as `chunks`; None where it has to be read as one, and
    then some chunks may be left.

    `read_half` reads the sheet of a workbook that holds a half, and closes it; it is called from two threads.
    `on_parsing` is called when nothing is left to do but to parse, which leaves the interpreter free.
    """
    beside = _beside(archive)
    first, rest = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(first, "w") as book:
        _copy(archive, beside, book)
        with book.open(entry.filename, "w") as out:
            head, left = _first_half(chunks, out, entry.file_size // 2)
    if not left:
        return None
    reading = _Reading(first, read_half)
    thread = threading.Thread(target=reading.run, name="first half")
    thread.start()
    try:
        with zipfile.ZipFile(rest, "w") as book:
            _copy(archive, beside, book)
            with book.open(entry.filename, "w") as out:
                out.write(head)
                out.write(left)
                for chunk in chunks:
                    out.write(chunk)
        rest.seek(0)
        on_parsing()
        second, last = read_half(rest)
    finally:
        thread.join()
    for wrong in reading.wrong:
        raise wrong
    rows = _joined(reading.found[0][0], second)
    return Both(rows, last) if rows is not None else None


def _beside(archive: Archive) -> list[zipfile.ZipInfo]:
    return [e for e in archive.entries if _is_needed(e.filename.lower())]


def _is_needed(part: str) -> bool:
    """Everything but sheets, pictures and what programs noted."""
    return (
        part.endswith((".xml", ".rels"))
        and "/worksheets/" not in part
        and not part.startswith(("docprops/", "customxml/"))
    )


def _copy(archive: Archive, entries: list[zipfile.ZipInfo], book: zipfile.ZipFile) -> None:
    for entry in entries:
        book.writestr(entry.filename, archive.read(entry.filename))


def _first_half(chunks: Iterator[bytes], out: IO[bytes], enough: int) -> tuple[bytes, bytes]:
    """Write the first rows; gives what stands before all rows, and the first bytes of the second half (b"": none)."""
    head = b""
    written = 0
    for chunk in chunks:
        if b"<!" in chunk:
            break  # a comment may hold what looks like a row
        if not head:
            start = chunk[:_HEAD].find(_ROWS)
            if start < 0 or b"<worksheet" not in chunk[:start]:
                break
            head = chunk[: start + len(_ROWS)]
        at = _ROW.search(chunk, 1) if written >= enough else None
        if at is not None:
            out.write(chunk[: at.start()])
            out.write(_END)
            return head, chunk[at.start() :]
        out.write(chunk)
        written += len(chunk)
    return b"", b""


def _joined(first: Half, second: Half) -> Rows | None:
    """All rows, as wide as the widest; None where the second half does not begin after the first one."""
    between = second.first_row - first.first_row - len(first.rows)
    if not first.rows or not second.rows or between < 0:
        return None
    width = max(h.first_column + len(h.rows[0]) for h in (first, second))
    rows: Rows = [[None] * width for _ in range(first.first_row)]
    rows += _spread(first, width)
    rows += [[None] * width for _ in range(between)]
    return rows + _spread(second, width)


def _spread(half: Half, width: int) -> Rows:
    left: list[Any] = [None] * half.first_column
    right: list[Any] = [None] * (width - half.first_column - len(half.rows[0]))
    return [[*left, *row, *right] for row in half.rows] if left or right else half.rows
