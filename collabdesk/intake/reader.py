"""Reads any spreadsheet or text table into grids; the only module that knows the reading library."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import python_calamine as calamine

from collabdesk.domain.problems import Refused
from collabdesk.intake import html_tables, text_files
from collabdesk.intake.grid import Grid, Value, Workbook
from collabdesk.intake.sniff import sniff, zip_format


def read(path: Path | str, *, content: bytes | None = None, sheet: str | None = None) -> Workbook:
    """The whole file as grids, decided by its content; other sheets than `sheet` stay empty. Raises Refused.

    Foreign files are read in a child process (process.py) after the guard has passed them:
    some legal-looking files abort the process that reads them.
    """
    path = Path(path)
    content = path.read_bytes() if content is None else content
    sha256 = hashlib.sha256(content).hexdigest()
    kind = sniff(content)
    if kind == "zip":
        kind = zip_format(content)
    if kind.startswith("not:"):
        raise Refused(f"{path.name} is {kind[4:]}, not a spreadsheet.", "not-a-spreadsheet")
    if kind == "html":
        return _html(path.name, sha256, content)
    if kind in ("text", "xml"):
        return _text(path.name, sha256, content)
    format_name = "xls" if kind == "ole" else kind
    return Workbook(path.name, sha256, format_name, _sheets(content, sheet))


def _html(name: str, sha256: str, content: bytes) -> Workbook:
    stated = html_tables.charset_of(content)
    try:
        text, encoding = content.decode(stated or "utf-8"), stated or "utf-8"
    except (LookupError, UnicodeDecodeError):
        text, encoding = text_files.decode(content)
    return Workbook(name, sha256, "html", html_tables.grids_of(text), encoding=encoding)


def _text(name: str, sha256: str, content: bytes) -> Workbook:
    text, encoding = text_files.decode(content)
    separator = text_files.separator_of(text)
    grid = Grid("", text_files.rows_of(text, separator))
    return Workbook(name, sha256, "csv", [grid], encoding=encoding, separator=separator)


def _sheets(content: bytes, only: str | None) -> list[Grid]:
    grids = []
    with calamine.load_workbook(io.BytesIO(content)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            if only is not None and meta.name != only:
                grids.append(Grid(meta.name, []))
                continue
            sheet = book.get_sheet_by_name(meta.name)
            raw = sheet.to_python(skip_empty_area=False)
            merges = sheet.merged_cell_ranges or []
            grids.append(
                Grid(
                    meta.name,
                    [_row(r) for r in raw],
                    is_hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
                    merges=tuple((a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in merges),
                )
            )
    return grids


def _row(row: Sequence[Value]) -> Sequence[Value]:
    return [None if v == "" else v for v in row] if "" in row else row
