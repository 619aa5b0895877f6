"""A sheet read in two halves is the sheet read as one; what is not written plainly is read as one."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from collabdesk.intake import halves, reader
from collabdesk.intake.grid import Grid
from funders_files import FILES


@pytest.fixture
def both_ways(monkeypatch: pytest.MonkeyPatch):
    """Reads a workbook as one, then in halves whatever its size; says how many sheets were halved."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    halved = []
    read = halves.read

    def counted(*args):
        both = read(*args)
        halved.append(both is not None)
        return both

    def read_both(content: bytes) -> tuple[list[Grid], list[Grid], int]:
        whole = reader.read("list.xlsx", content=content).grids
        monkeypatch.setattr(halves, "LEAST", 1)
        monkeypatch.setattr(halves, "_MOST_BESIDE", 100.0)
        monkeypatch.setattr(halves, "read", counted)
        return whole, reader.read("list.xlsx", content=content).grids, sum(halved)

    return read_both


def streamed(rows: int, *, first_row: int = 0, first_column: int = 0, constant_memory: bool = True) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": constant_memory, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("List")
    for row in range(rows):
        values = [f"P{row}", row * 1.5, "", datetime(2024, 1, 1 + row % 28), row % 2 == 0, "ü<&>" * (row % 3)]
        for column, value in enumerate(values[: 4 + row % 3]):
            sheet.write(first_row + row, first_column + column, value)
    sheet.merge_range(first_row + rows, first_column, first_row + rows, first_column + 2, "footer")
    book.close()
    return out.getvalue()


def with_sheet(content: bytes, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old, new) if "/worksheets/" in name else part)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        streamed(30_000),
        streamed(30_000, first_row=7, first_column=2),
        streamed(30_000, constant_memory=False),
    ],
    ids=["inline texts", "away from the corner", "shared texts"],
)
def test_halves_give_the_same_sheet(both_ways, content: bytes) -> None:
    whole, halved, count = both_ways(content)
    assert count == 1
    assert halved[0].rows == whole[0].rows and halved[0].merges == whole[0].merges


def test_empty_rows_between_the_halves_stay(both_ways) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (*range(1, 9000), *range(20_000, 30_000)):
        sheet.cell(row, 1, f"text {row}")
        sheet.cell(row, 3 if row < 20_000 else 5, row)
    book.save(out := io.BytesIO())
    whole, halved, count = both_ways(out.getvalue())
    assert count == 1 and halved[0].rows == whole[0].rows


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<row r="', b'<row q="'),
        (b"<sheetData>", b'<sheetData a="b">'),
        (b"<sheetData>", b'<!-- <row r="1"> --><sheetData>'),
    ],
    ids=["rows without numbers", "an unusual beginning", "a comment"],
)
def test_what_is_not_written_plainly_is_read_as_one(both_ways, old: bytes, new: bytes) -> None:
    whole, halved, count = both_ways(with_sheet(streamed(30_000), old, new))
    assert count == 0 and halved[0].rows == whole[0].rows


def test_rows_out_of_order_are_read_as_one(both_ways) -> None:
    content = with_sheet(streamed(30_000), b'<row r="29000"', b'<row r="5"')
    content = with_sheet(content, b'r="A29000"', b'r="A5"')
    whole, halved, count = both_ways(content)
    assert count == 0 and halved[0].rows == whole[0].rows


def test_a_damaged_second_half_is_refused_as_a_damaged_file(both_ways) -> None:
    content = with_sheet(streamed(30_000), b'<row r="29000"', b"<row <<")
    with pytest.raises(reader.Refused):
        both_ways(content)


@pytest.mark.parametrize("file", [f for f in FILES if Path(f).suffix in (".xlsx", ".xlsm")], ids=lambda f: Path(f).name)
def test_real_workbooks_are_the_same_both_ways(both_ways, file) -> None:
    whole, halved, _ = both_ways(Path(file).read_bytes())
    assert [(g.sheet, g.rows, g.merges) for g in halved] == [(g.sheet, g.rows, g.merges) for g in whole]
