"""The tables of an issued report, frozen with it, as a workbook or as csv files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from collabdesk.domain.dates import earliest
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.intake.workbooks import Page, Shown, workbook
from collabdesk.intake.writer import sheet_name, write_csv
from collabdesk.reporting.content import ReportContent
from collabdesk.reporting.sheets import Cell, Number, Sheet, sheets
from collabdesk.usecases.reports.composing import asked_of, content_of
from collabdesk.usecases.reports.kept import put
from collabdesk.usecases.workspace import Workspace

TABLES = "tables"
"""The name in a report's settings of the SHA-256 under which its tables are kept."""


def frozen_tables(content: ReportContent) -> bytes:
    """The report's tables as they are kept with it."""
    document = [
        {"key": s.key, "name": s.name, "chapter": s.chapter, "headers": s.headers,
         "rows": [[_kept(cell) for cell in row] for row in s.rows]}
        for s in sheets(content)
    ]  # fmt: skip
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _kept(cell: Cell) -> Any:
    if isinstance(cell, Number):
        return {"number": f"{cell.value:f}", "pattern": cell.pattern}
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def tables_of(workspace: Workspace, report: Report) -> tuple[Sheet, ...]:
    """The tables as they were when the report was issued; Refused where an early version kept none of them."""
    sha256 = json.loads(report.settings or "{}").get(TABLES)
    if sha256:
        return tuple(_thawed(one) for one in json.loads(workspace.file_bytes(sha256).decode("utf-8", "surrogatepass")))
    content = content_of(workspace, asked_of(workspace, report))
    if content.digest != report.digest:
        raise Refused(f"The tables of {report.code} were not kept when it was issued, and the data have changed since.",
                      "no-tables")  # fmt: skip
    return sheets(content)


def _thawed(kept: dict[str, Any]) -> Sheet:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in kept["rows"])
    return Sheet(kept["key"], kept["name"], kept["chapter"], tuple(kept["headers"]), rows)


def _cell(kept: Any) -> Cell:
    if not isinstance(kept, dict):
        return str(kept)
    return date.fromisoformat(kept["day"]) if "day" in kept else Number(Decimal(kept["number"]), kept["pattern"])


def tables_workbook(report: Report, tables: Sequence[Sheet]) -> bytes:
    """A workbook with a first sheet that says of which report it is, and one for each table."""
    used = {"report"}
    names = [sheet_name(s.name, used) for s in tables]
    about: list[Sequence[Any]] = [
        ("Report", report.code), ("Title", report.title), ("As of", earliest(report.as_of or "1970")),
        ("Digest", report.digest), ("SHA-256 of the PDF", report.pdf_sha256), ("", ""), ("Sheet", "Chapter: table"),
        *((name, f"{s.chapter}: {s.name}" if s.name != s.chapter else s.name)
          for name, s in zip(names, tables, strict=True)),
    ]  # fmt: skip
    pages = [Page("Report", ("CollabDesk", ""), about)]
    pages += [Page(name, s.headers, _rows(s)) for name, s in zip(names, tables, strict=True)]
    return workbook(pages, earliest(report.as_of or "1970"), f"{report.code} {report.title}")


def _rows(sheet: Sheet) -> list[list[Any]]:
    return [[Shown(c.value, c.pattern) if isinstance(c, Number) else c for c in row] for row in sheet.rows]


def write_tables(workspace: Workspace, report: Report, path: str | Path) -> list[Path]:
    """Every table of the report: as one workbook (`.xlsx`), or into a folder as one csv each. The files written."""
    path, tables = Path(path), tables_of(workspace, report)
    if path.suffix.lower() == ".xlsx":
        put(tables_workbook(report, tables), path)
        return [path]
    if not path.is_dir():
        raise Refused(f"{path.name}: name an .xlsx file, or a folder for one csv each.", "bad-export-name")
    used: set[str] = set()
    written = []
    for sheet in tables:
        file = path / f"{report.code} {_file_name(sheet_name(sheet.name, used))}.csv"
        try:
            write_csv(file, sheet.headers, [[_plain(cell) for cell in row] for row in sheet.rows])
        except OSError as error:
            raise Refused(f"{file} cannot be written: {error.strerror or error}.", "not-written") from error
        written.append(file)
    return written


def _plain(cell: Cell) -> Any:
    return cell.value if isinstance(cell, Number) else cell


def _file_name(name: str) -> str:
    return "".join("-" if c in '<>|":' or ord(c) < 32 else c for c in name).strip(". ") or "table"
