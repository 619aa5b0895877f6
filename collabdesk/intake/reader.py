"""Reads any spreadsheet or text table into grids; the only module that knows the reading library."""

from __future__ import annotations

import hashlib
import io
import stat
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipInfo

import python_calamine as calamine

from collabdesk.domain.problems import Refused
from collabdesk.intake import (
    guard,
    halves,
    html_tables,
    ods_xml,
    refusals,
    reject_sheets,
    sheet_markup,
    sheet_xml,
    text_files,
    xls_records,
    xlsb_records,
)
from collabdesk.intake.archive import Damaged
from collabdesk.intake.grid import CellError, Grid, Value, Workbook
from collabdesk.intake.guard import Preflight
from collabdesk.intake.sheet_extras import SheetExtras

Row = Sequence[Value]
_SAID_FOR = {"iso-8859-1": "cp1252", "latin1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "utf8": "utf-8-sig",
             "utf-8": "utf-8-sig", "shift_jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949",
             "iso-8859-9": "cp1254", "x-mac-roman": "mac_roman", "macintosh": "mac_roman"}  # fmt: skip
"""What programs mean when a page names an encoding."""


def read(
    path: Path | str,
    *,
    content: bytes | None = None,
    sheet: str | None = None,
    on_danger: Callable[[Refused], None] | None = None,
    on_parsing: Callable[[], None] = lambda: None,
) -> Workbook:
    """The whole file as grids, decided by its content; other sheets than `sheet` stay empty. Raises Refused.

    Foreign files are read in a child process (process.py): what the guard does not see may abort the process.
    Large files are scanned while they are read; `on_danger` is told at once, from another thread, what the scan found.
    `on_parsing` is called, once or more, when the library begins to parse and the interpreter is free for other work.
    """
    path = Path(path)
    content = _bytes_of(path) if content is None else content
    file = guard.preflight(path.name, content)
    sha256 = hashlib.sha256(content).hexdigest()
    if file.format in ("html", "sheet-markup", "text"):
        on_parsing()
    if file.format == "html":
        return _html(file, sha256)
    if file.format == "sheet-markup":
        return Workbook(path.name, sha256, "xml", sheet_markup.grids_of(path.name, content))
    if file.format == "text":
        return _text(file, sha256)
    return Workbook(path.name, sha256, file.format, _guarded(file, sheet, on_danger, on_parsing))


def _bytes_of(path: Path) -> bytes:
    """The file's bytes. Raises Refused for what is no file: a pipe would never end, a device neither."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            what = "a folder; name the files in it" if path.is_dir() else "no file but a pipe or a device"
            raise Refused(f"{path.name} cannot be opened: it is {what}.", "unreadable")
        if told.st_size > guard.MOST_BYTES:
            raise refusals.too_large(path.name, guard.MOST_BYTES)
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(f"There is no file {path.name}. Check the name and the folder.", "missing") from None
    except OSError as wrong:
        raise Refused(f"{path.name} cannot be opened: {wrong.strerror}.", "unreadable") from None


def _html(file: Preflight, sha256: str) -> Workbook:
    stated = _SAID_FOR.get(html_tables.charset_of(file.content), html_tables.charset_of(file.content))
    if file.content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        stated = "utf-16"
    try:
        text, encoding = file.content.decode(stated or "utf-8"), stated or "utf-8"
    except (LookupError, UnicodeDecodeError):
        text, encoding = text_files.decode(file.name, file.content)
    grids = html_tables.grids_of(text)
    if not grids:
        raise Refused(f"{file.name} is a web page without a table.", "not-a-spreadsheet")
    return Workbook(file.name, sha256, "html", grids, encoding=encoding.removesuffix("-sig"))


def _text(file: Preflight, sha256: str) -> Workbook:
    text, encoding = text_files.decode(file.name, file.content)
    separator = text_files.separator_of(text)
    text_files.check_size(file.name, text, separator)
    grid = text_files.grid_of(text, separator)
    return Workbook(file.name, sha256, "csv", [grid], encoding=encoding, separator=separator)


def _guarded(
    file: Preflight, only: str | None, on_danger: Callable[[Refused], None] | None, on_parsing: Callable[[], None]
) -> list[Grid]:
    """The sheets, scanned before they are read or, where that takes long, on the other core while they are."""
    if file.is_small:
        guard.scan(file)
        return _with_extras(file, _sheets(file, only, on_parsing))
    found: list[Refused] = []
    bugs: list[Exception] = []

    def scan() -> None:
        try:
            guard.scan(file, {e.filename.lower() for e in _halved(file)})
        except Refused as refused:
            found.append(refused)
            if on_danger is not None:
                on_danger(refused)
        except Exception as bug:  # noqa: BLE001 - raised again by the reading thread
            bugs.append(bug)

    scanning = threading.Thread(target=scan, name="guard")
    scanning.start()
    try:
        grids = _sheets(file, only, on_parsing)
    finally:
        scanning.join()
    for wrong in (*found, *bugs):
        raise wrong
    return _with_extras(file, grids)


def _sheets(file: Preflight, only: str | None, on_parsing: Callable[[], None]) -> list[Grid]:
    try:
        return _read_sheets(file, only, on_parsing)
    except (Refused, MemoryError):
        raise
    except calamine.PasswordError:
        raise refusals.encrypted(file.name) from None
    except (calamine.CalamineError, OSError, ValueError, IndexError) as wrong:
        raise refusals.damaged(file.name) from wrong
    except BaseException as panic:
        # The library's own panics are no Exceptions, and have no class that could be named here.
        if type(panic).__name__ != "PanicException":
            raise
        raise refusals.damaged(file.name, "the reading library gave up on it") from None


def _read_sheets(file: Preflight, only: str | None, on_parsing: Callable[[], None]) -> list[Grid]:
    grids = []
    parts = _large_parts(file)
    if not parts:
        on_parsing()
    with _opened(file) as book:
        for number, meta in enumerate(book.sheets_metadata):
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            is_hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            if only is not None and meta.name not in (only, reject_sheets.ABOUT):
                grids.append(Grid(meta.name, [], is_hidden=is_hidden, number=number))
                continue
            both = _read_halves(file, parts.get(meta.name), meta.name, on_parsing)
            sheet = both.last if both is not None else book.get_sheet_by_name(meta.name)
            rows = both.rows if both is not None else _rows(file, sheet)
            merges = tuple((a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
            grids.append(Grid(meta.name, rows, is_hidden=is_hidden, merges=merges, number=number))
    return grids


def _large_parts(file: Preflight) -> dict[str, ZipInfo]:
    """Sheet name to the part of a modern workbook that holds it, for the sheets that are read in halves."""
    archive = file.archive
    large = {e.filename.lower(): e for e in _halved(file)}
    if archive is None or not large:
        return {}
    return {name: large[part] for name, part in sheet_xml.sheet_parts(archive).items() if part in large}


def _halved(file: Preflight) -> list[ZipInfo]:
    return halves.worth(file.archive) if file.archive is not None and file.format == "xlsx" else []


def _read_halves(
    file: Preflight, entry: ZipInfo | None, name: str, on_parsing: Callable[[], None]
) -> halves.Both | None:
    if entry is None or file.archive is None:
        return None

    def read_half(content: io.BytesIO) -> tuple[halves.Half, calamine.CalamineSheet]:
        with content, calamine.load_workbook(content) as book:
            sheet = book.get_sheet_by_name(name)
        refusals.check_spread(file.name, sheet.total_height, sheet.total_width)
        row, column = sheet.start or (0, 0)
        return halves.Half(_cleaned(sheet.to_python(skip_empty_area=True)), row, column), sheet

    try:
        chunks = guard.watched(file, entry)
        both = halves.read(file.archive, entry, chunks, read_half, on_parsing)
        for _ in chunks:
            pass  # read as one, the sheet is looked through first
    except Damaged as how:
        raise refusals.damaged(file.name, str(how)) from how
    return both


def _opened(file: Preflight) -> calamine.CalamineWorkbook:
    try:
        return calamine.load_workbook(io.BytesIO(file.content))
    except calamine.CalamineError:
        if file.format != "ods" or file.archive is None:
            raise
        # The library knows an ods by a list that some programs leave out or write otherwise.
        return calamine.load_workbook(io.BytesIO(ods_xml.packed(file.archive.read("content.xml"))))


def _rows(file: Preflight, sheet: calamine.CalamineSheet) -> list[Row]:
    """Every row of the sheet, from its first on."""
    refusals.check_spread(file.name, sheet.total_height, sheet.total_width)
    rows = _cleaned(sheet.iter_rows())
    # The library leaves out the empty columns before the first filled one.
    left = [None] * (sheet.start[1] if sheet.start else 0)
    return [[*left, *row] for row in rows] if left else rows


def _cleaned(rows: Iterable[list[Any]]) -> list[Any]:
    """Empty texts are no values. Each row is looked at as it comes, while the processor has it at hand."""
    return [[None if v == "" else v for v in r] if "" in r else r for r in rows]


def _with_extras(file: Preflight, grids: list[Grid]) -> list[Grid]:
    """Put in what the library leaves out: texts of links, error values, formulas without a value, what is hidden."""
    for grid, more in zip(grids, _extras(file, grids), strict=False):
        grid.hidden_rows, grid.hidden_columns = more.hidden_rows, more.hidden_columns
        grid.uncached, grid.formulas = frozenset(more.uncached), more.formulas
        rows = grid.rows
        for (row, column), value in [*more.links.items(), *((a, CellError(t)) for a, t in more.errors.items())]:
            if row <= len(rows) and column <= len(rows[row - 1]):
                rows[row - 1][column - 1] = value  # type: ignore[index]
    return grids


def _extras(file: Preflight, grids: list[Grid]) -> list[SheetExtras]:
    """For each grid what its sheet holds besides values."""
    if file.archive is None:
        by_number = xls_records.extras(file.content)
    elif file.format == "xlsb":
        by_number = xlsb_records.extras(file.archive)
    elif file.format == "ods":
        by_number = ods_xml.extras(file.archive.read("content.xml"))
    else:
        needed = {part: s for part, s in file.sheets.items() if s.needs_a_look}
        parts = sheet_xml.sheet_parts(file.archive) if needed else {}
        scans = [needed.get(parts.get(g.sheet, "")) if g.rows else None for g in grids]
        return [
            sheet_xml.extras(file.archive, parts[g.sheet], s) if s else SheetExtras()
            for g, s in zip(grids, scans, strict=True)
        ]
    return [by_number[g.number] if g.number < len(by_number) else SheetExtras() for g in grids]
