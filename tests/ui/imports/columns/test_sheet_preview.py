"""The sheet is shown as in the spreadsheet; problems are reached by a key; each cell says what became of it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from collabdesk.ui.imports.cells import PAGE
from collabdesk.ui.imports.sheet_tones import CellTone

HEADER = "Grant number;Title;Start date;End date;Total cost\n"


@pytest.fixture(scope="module")
def troubled(tmp_path_factory) -> Path:
    rows = [f"P{n};Study {n};2024-0{n}-01;2025-0{n}-01;{n}000.50\n" for n in range(1, 8)]
    rows[1] = rows[1].replace("2000.50", "lots")
    rows[4] = rows[4].replace("2024-05-01", "soon")
    file = tmp_path_factory.mktemp("files") / "grants.csv"
    file.write_text(HEADER + "".join(rows) + "Total;;;;26002.00\n", encoding="utf-8")
    return file


def test_f8_walks_from_problem_to_problem_and_round_the_end(qtbot, page_of, troubled):
    page = page_of(troubled)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view = page.preview.view
    places = []
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_F8)
        places.append(page.preview.cells.place(view.currentIndex()))
    assert places == [(3, 5), (6, 3), (3, 5)]
    qtbot.keyClick(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.preview.cells.place(view.currentIndex()) == (6, 3)
    assert page.preview.count.text() == "2 of 2"


def test_enter_on_a_problem_leads_to_its_cell_and_the_status_line_says_it(qtbot, page_of, troubled):
    page = page_of(troubled)
    page.tabs.choose("problems")
    page.problem_list.view.selectRow(0)
    qtbot.keyClick(page.problem_list.view, Qt.Key.Key_Return)
    assert page.preview.cells.place(page.preview.view.currentIndex()) == (3, 5)
    assert page.preview.place.text() == "E3"
    assert "Total cost" in page.preview.said.text()
    assert "'lots' is not an amount" in page.preview.said.text()


def test_a_typed_address_is_gone_to_and_nonsense_is_said(qtbot, page_of, troubled):
    page = page_of(troubled)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.place.hasFocus()
    qtbot.keyClicks(page.preview.place, "b4")
    qtbot.keyClick(page.preview.place, Qt.Key.Key_Return)
    assert page.preview.cells.place(page.preview.view.currentIndex()) == (4, 2)
    page.preview.ask_place()
    qtbot.keyClicks(page.preview.place, "nowhere")
    qtbot.keyClick(page.preview.place, Qt.Key.Key_Return)
    assert "no such cell" in page.preview.said.text()


def test_each_cell_has_its_meaning_and_says_why(page_of, troubled):
    cells = page_of(troubled).preview.cells
    assert cells.tone(1, 1) == CellTone.HEADER
    assert cells.tone(2, 1) == CellTone.MAPPED
    assert cells.tone(3, 5) == CellTone.ERROR
    assert cells.tone(3, 1) == CellTone.REJECTED
    assert cells.tone(6, 3) == CellTone.WARNING
    assert cells.tone(9, 1) == CellTone.ASIDE
    assert cells.said(9, 1) == "Set aside: a total"
    assert "Rejected" in cells.said(3, 1)


def test_the_names_of_fields_stand_below_the_letters(page_of, troubled):
    across = page_of(troubled).preview.view.across
    assert [across.field(n) for n in (1, 2, 5)] == ["Grant number", "Title", "Total cost"]


def test_the_header_stays_in_sight_when_the_sheet_is_scrolled(page_of, tmp_path):
    file = tmp_path / "long.csv"
    file.write_text(HEADER + "".join(f"P{n};Study {n};2024;2025;{n}\n" for n in range(900)), encoding="utf-8")
    page = page_of(file)
    assert page.preview.view.frozen() == []
    page.preview.go_to(700, 2)
    assert [row for row, _ in page.preview.view.frozen()] == [1]
    covered = page.preview.view.frozen()[0][1].bottom()
    page.preview.view.scrollTo(page.preview.cells.index(690, 1))
    assert page.preview.view.visualRect(page.preview.cells.index(690, 1)).top() > covered


def test_pages_are_fetched_when_they_come_into_sight_and_only_then(qtbot, page_of, at_rest, tmp_path):
    file = tmp_path / "long.csv"
    file.write_text(HEADER + "".join(f"P{n};Study {n};2024;2025;{n}\n" for n in range(4000)), encoding="utf-8")
    page = page_of(file)
    cells = page.preview.cells
    assert cells.text(2, 2) == "Study 0"
    assert cells.missing(3000, 3001) is not None, "nobody has looked there yet"
    page.preview.go_to(3000, 2)
    qtbot.waitUntil(lambda: cells.text(3000, 2) == "Study 2998")
    assert cells.missing(1500, 1501) == 1500 // PAGE * PAGE + 1


def test_hidden_rows_columns_and_sheets_are_marked(page_of, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADER.strip().split(";"))
    for n in range(1, 6):
        sheet.append([f"P{n}", f"Study {n}", "2024-01-01", "2025-01-01", n * 1000])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.sheet_state = "hidden"
    book.create_sheet("Notes").append(["nothing"])
    book.save(path := tmp_path / "hidden.xlsx")
    page = page_of(path)
    assert "Hidden in the file" in page.preview.cells.said(3, 1)
    assert "Hidden in the file" in page.preview.cells.said(2, 2)
    assert page.preview.cells.said(2, 1) == ""
    assert page.preview.hidden.isVisible()


def test_merged_titles_run_over_their_neighbours(page_of, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["A list of grants that were given by the foundation of the province in the last years"])
    sheet.merge_cells("A1:E1")
    sheet.append(["And a note that nobody has merged with anything but that is as long as the title is"])
    sheet.append(HEADER.strip().split(";"))
    for n in range(1, 6):
        sheet.append([f"P{n}", f"Study {n}", "2024-01-01", "2025-01-01", n * 1000])
    book.save(path := tmp_path / "titled.xlsx")
    view = page_of(path).preview.view
    assert view.columnSpan(0, 0) == 5
    assert view.columnSpan(1, 0) == 5
    assert view.columnSpan(3, 0) == 1


def test_after_a_new_look_the_sheet_stays_where_it_is(page_of, tmp_path):
    file = tmp_path / "long.csv"
    file.write_text(HEADER + "".join(f"P{n};Study {n};2024;2025;{n}\n" for n in range(900)), encoding="utf-8")
    page = page_of(file)
    page.preview.go_to(700, 2)
    at = page.preview.view.verticalScrollBar().value()
    page.columns.selectRow(4)
    page.columns.chooser.chosen.emit("")
    assert page.preview.view.verticalScrollBar().value() == at


def test_a_field_of_a_form_stands_beside_its_row(page_of, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Project title", "Tides"),
        ("Project acronym", "TID"),
        ("Grant agreement number", "G-1"),
        ("Start date", "2024-01-01"),
        ("End date", "2025-01-01"),
    ):
        sheet.append(row)
    book.save(path := tmp_path / "form.xlsx")
    page = page_of(path)
    table = page._shown
    assert table.layout in ("key_value", "transposed")
    titled = next(c for c in table.columns if c.field == "project.title")
    assert page.preview.view.down.field(1) == "Title"
    assert page.preview.cells.tones.column_at(1, 2) is titled
