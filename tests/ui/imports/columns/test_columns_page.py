"""Columns are brought to fields by mouse, by keyboard and by choosing; what is doubtful is easy to find."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from collabdesk.ui.imports.columns import DOUBT, Part
from collabdesk.ui.imports.doubts import Show
from collabdesk.ui.imports.dragging import column_mime, field_mime
from collabdesk.ui.imports.field_list import USED_ROLE

HEADER = "Grant number;Title;Start date;End date;Total cost;Zibble;Acronym\n"
ROWS = "".join(f"P{n};Study {n};2024-0{n}-01;2025-0{n}-01;{n}000.50;note {n};ACR{n}\n" for n in range(1, 6))


@pytest.fixture(scope="module")
def grants(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("files") / "grants.csv"
    file.write_text(HEADER + ROWS, encoding="utf-8")
    return file


def row_of(page, header: str) -> int:
    rows = page.columns.rows
    return next(n for n in range(rows.rowCount()) if rows.column(n).header == header)


def field_of(page, header: str) -> str | None:
    return page.columns.rows.column(row_of(page, header)).field


def index_of(page, field: str):
    page.palette_.list.mark(field)
    return page.palette_.list.currentIndex()


def test_a_field_dropped_on_a_row_of_the_list_is_what_the_column_is_imported_as(page_of, grants, drop):
    page = page_of(grants)
    at = page.columns.visualRect(page.columns.rows.index(row_of(page, "Zibble"), Part.FIELD)).center()
    assert drop(page.columns.viewport(), field_mime("project.keywords"), at)
    assert field_of(page, "Zibble") == "project.keywords"
    assert page.columns.current().header == "Zibble"


def test_a_field_dropped_on_a_header_of_the_sheet_is_what_the_column_is_imported_as(page_of, grants, drop):
    page = page_of(grants)
    across = page.preview.view.across
    page.preview.show_column(6)
    at = across.viewport().rect().topLeft()
    at.setX(across.sectionViewportPosition(5) + 10)
    at.setY(10)
    assert drop(across.viewport(), field_mime("project.keywords"), at)
    assert field_of(page, "Zibble") == "project.keywords"


def test_a_field_dropped_on_a_cell_belongs_to_its_column(page_of, grants, drop):
    page = page_of(grants)
    view = page.preview.view
    at = view.visualRect(page.preview.cells.index(3, 1)).center()
    assert drop(view.viewport(), field_mime("project.programme"), at)
    assert field_of(page, "Title") == "project.programme"


def test_a_column_dropped_on_a_field_is_imported_as_it(page_of, grants, drop):
    page = page_of(grants)
    page.fields.click()
    page.carried.pick_column(page.columns.rows.column(row_of(page, "Zibble")))
    where = index_of(page, "project.keywords")
    assert drop(
        page.palette_.list.viewport(), column_mime(page.carried.column), page.palette_.list.visualRect(where).center()
    )
    assert field_of(page, "Zibble") == "project.keywords"


def test_a_column_dragged_to_leave_out_is_left_out(page_of, grants, drop):
    page = page_of(grants)
    page.fields.click()
    page.carried.pick_column(page.columns.rows.column(row_of(page, "Title")))
    where = index_of(page, "")
    assert drop(
        page.palette_.list.viewport(), column_mime(page.carried.column), page.palette_.list.visualRect(where).center()
    )
    assert field_of(page, "Title") is None


def test_files_are_not_taken_for_fields(page_of, grants, drop):
    page = page_of(grants)
    mime = QMimeData()
    mime.setText("something else")
    assert not drop(page.columns.viewport(), mime, page.columns.viewport().rect().center())


def test_a_column_is_brought_to_a_field_by_keyboard_alone(qtbot, page_of, grants):
    page = page_of(grants)
    page.columns.selectRow(row_of(page, "Zibble"))
    qtbot.keyClick(page.columns, Qt.Key.Key_Space)
    assert "picked up" in page.said.text()
    assert page.palette_.isVisible()
    page.palette_.list.mark("project.keywords")
    qtbot.keyClick(page.palette_.list, Qt.Key.Key_Return)
    assert field_of(page, "Zibble") == "project.keywords"
    assert page.carried.column is None


def test_a_field_is_brought_to_a_column_by_keyboard_alone(qtbot, page_of, grants):
    page = page_of(grants)
    page.fields.click()
    page.palette_.list.mark("project.programme")
    qtbot.keyClick(page.palette_.list, Qt.Key.Key_Space)
    page.columns.selectRow(0)
    qtbot.keyClick(page.columns, Qt.Key.Key_Down)
    qtbot.keyClick(page.columns, Qt.Key.Key_Return)
    assert field_of(page, "Title") == "project.programme"


def test_escape_lets_go_of_what_is_carried(qtbot, page_of, grants):
    page = page_of(grants)
    page.columns.selectRow(1)
    qtbot.keyClick(page.columns, Qt.Key.Key_Space)
    qtbot.keyClick(page.palette_.list, Qt.Key.Key_Escape)
    assert page.carried.column is None
    assert field_of(page, "Title") == "project.title"


def test_delete_on_a_cell_of_the_sheet_leaves_its_column_out(qtbot, page_of, grants):
    page = page_of(grants)
    page.preview.go_to(3, 2)
    qtbot.keyClick(page.preview.view, Qt.Key.Key_Delete)
    assert field_of(page, "Title") is None


def test_two_columns_on_one_field_are_said_above_the_list_and_at_both(page_of, grants):
    page = page_of(grants)
    page.columns.selectRow(row_of(page, "Zibble"))
    page.columns.chooser.chosen.emit("project.title")
    assert page.panel.doubled.isVisible()
    assert "B “Title” + F “Zibble”" in page.panel.doubled.text()
    said = page.columns.rows.index(row_of(page, "Title"), Part.FIELD).data(DOUBT)
    assert said == "also column F"
    page.columns.selectRow(row_of(page, "Zibble"))
    page.columns.chooser.chosen.emit("")
    assert not page.panel.doubled.isVisible()


def test_the_filter_shows_columns_to_check_and_columns_left_out(page_of, grants):
    page = page_of(grants)
    page.panel.show_only.choose(Show.OUT)
    assert [page.columns.rows.column(n).header for n in range(page.columns.rows.rowCount())] == ["Zibble"]
    page.columns.chooser.chosen.emit("project.title")
    assert page.columns.rows.rowCount() == 1, "a column does not vanish under the person's hand"
    page.panel.show_only.choose(Show.DOUBTFUL)
    shown = {page.columns.rows.column(n).header for n in range(page.columns.rows.rowCount())}
    assert shown == {"Title", "Zibble"}


def test_a_long_list_of_columns_is_searched(page_of, tmp_path):
    file = tmp_path / "wide.csv"
    header = HEADER.strip() + "".join(f";Extra {n}" for n in range(12)) + "\n"
    file.write_text(header + ROWS.replace("\n", ";x" * 12 + "\n"), encoding="utf-8")
    page = page_of(file)
    assert page.panel.search.isVisible()
    page.panel.search.setText("extra 7")
    page.panel.search.searched.emit("extra 7")
    assert [page.columns.rows.column(n).header for n in range(page.columns.rows.rowCount())] == ["Extra 7"]


def test_score_and_reason_are_read_in_the_list(page_of, grants):
    page = page_of(grants)
    column = page.columns.rows.column(row_of(page, "Total cost"))
    why = page.columns.rows.why(column)
    assert "100 %" in why.replace("\u00a0", " ")
    assert "“Total cost” in" in why
    assert "amounts in the cells" in why


def test_used_fields_are_marked_with_their_columns(page_of, grants):
    page = page_of(grants)
    assert index_of(page, "project.title").data(USED_ROLE) == "B"
    assert index_of(page, "project.programme").data(USED_ROLE) == ""


def test_what_a_new_look_changed_is_said(page_of, grants):
    page = page_of(grants)
    page.columns.selectRow(row_of(page, "Total cost"))
    page.columns.chooser.chosen.emit("")
    assert page.said.text().startswith("Checked again: ")
    assert "Total cost 15,002.50" in page.said.text()


def test_no_two_controls_share_a_mnemonic(page_of, grants):
    page = page_of(grants)
    texts = [w.text() for kind in (QLabel, QPushButton) for w in page.findChildren(kind) if w.isVisible()]
    keys = [t.lower()[t.index("&") + 1] for t in texts if "&" in t.replace("&&", "")]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_every_control_has_a_name_for_screen_readers(page_of, grants):
    page = page_of(grants)
    page.fields.click()
    QApplication.processEvents()
    silent = [
        w
        for w in page.findChildren(object)
        if getattr(w, "focusPolicy", lambda: Qt.FocusPolicy.NoFocus)() & Qt.FocusPolicy.TabFocus
        and w.isVisible()
        and not isinstance(w, QDialog | QPushButton)
        and not w.accessibleName()
    ]
    assert not silent, [type(w).__name__ for w in silent]
