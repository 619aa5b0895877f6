"""What a spreadsheet holds beyond its values: links, errors, formulas that were never calculated, what is hidden."""

from __future__ import annotations

import xlsxwriter

from collabdesk.intake.grid import CellError
from collabdesk.intake.reader import read


def written(path, fill):
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("List"))
    return read(path).grids[0]


def test_an_id_that_is_a_link_is_its_text(tmp_path):
    grid = written(
        tmp_path / "a.xlsx", lambda b, s: s.write_formula("B2", '=HYPERLINK("http://x.org/1,2","00123")', None, 0)
    )
    assert grid.at(2, 2) == "00123"
    assert (2, 2) in grid.formulas


def test_a_formula_that_was_never_calculated_is_known(tmp_path):
    def fill(book, sheet):
        sheet.write("A1", 5)
        sheet.write_formula("B1", "=A1*2", None, "")
        sheet.write_formula("C1", "=A1*3", None, 15)

    path = tmp_path / "a.xlsx"
    written(path, fill)
    # XlsxWriter always stores a value: take it out as programs that never calculate leave it.
    rewrite(path, lambda xml: xml.replace(b"<f>A1*2</f><v></v>", b"<f>A1*2</f>"))
    grid = read(path).grids[0]
    assert grid.uncached == {(1, 2)}
    assert grid.at(1, 3) == 15


def rewrite(path, change):
    import zipfile

    with zipfile.ZipFile(path) as old:
        parts = {n: old.read(n) for n in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, change(content) if "sheet1" in name else content)


def test_error_values_are_not_empty(tmp_path):
    def fill(book, sheet):
        sheet.write_formula("A1", "=1/0", None, "#DIV/0!")
        sheet.write("B1", "x")

    assert written(tmp_path / "a.xlsx", fill).at(1, 1) == CellError("#DIV/0!")


def test_hidden_rows_columns_and_sheets_are_known(tmp_path):
    def fill(book, sheet):
        sheet.write("A1", "x")
        sheet.write("C3", "y")
        sheet.set_column("B:C", None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
        book.add_worksheet("Secret").hide()

    path = tmp_path / "a.xlsx"
    grid = written(path, fill)
    assert grid.hidden_columns == {2, 3}
    assert grid.hidden_rows == {3}
    assert [g.is_hidden for g in read(path).grids] == [False, True]


def test_rows_and_columns_are_numbered_as_the_spreadsheet_does(tmp_path):
    grid = written(tmp_path / "a.xlsx", lambda b, s: s.write("C4", "x"))
    assert grid.at(4, 3) == "x"
    assert grid.at(1, 1) is None
