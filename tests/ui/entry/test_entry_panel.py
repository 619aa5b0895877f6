"""Typing into a table as into a spreadsheet: keys, new rows, what is wrong, undo, deleting, leaving."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from collabdesk.ui.entry.editor import CellEditor
from collabdesk.ui.window import MainWindow
from collabdesk.usecases import edits
from ui.entry.typing import COUNTRY, DUE, FORM, KEY, PARTNER, PLEDGED, SHIFT, TITLE, Typist, speaking


@pytest.fixture(autouse=True)
def english():
    with speaking("en_GB"):
        yield


@pytest.fixture
def typist(filled_workspace, desk, qtbot, at_rest):
    return Typist(desk, qtbot, at_rest)


def test_typing_replaces_and_enter_goes_down(typist):
    typist.go(0, PLEDGED)
    typist.press("1,234.50", KEY.Key_Return)
    typist.rest()
    assert typist.place == (1, PLEDGED)
    assert typist.record(0).pledged == Decimal("1234.50")
    assert typist.workspace.undo_label == "Change contributions"


def test_f2_keeps_what_stands_there_and_escape_gives_up(typist):
    typist.go(0, TITLE)
    typist.press(KEY.Key_F2, " and fuel", KEY.Key_Return)
    typist.go(1, TITLE)
    typist.press("x", KEY.Key_Escape)
    typist.rest()
    assert typist.record(0).title == "Ship time and staff and fuel"
    assert typist.record(1).title == "Ship time and staff"
    assert typist.place == (1, TITLE)


def test_tab_goes_right_and_on_to_the_next_row_and_back(typist):
    typist.go(0, DUE)
    typist.press(KEY.Key_Tab, KEY.Key_Tab)
    assert typist.place == (1, PARTNER)
    typist.press(KEY.Key_Backtab)
    assert typist.place == (0, COUNTRY)
    typist.go(1, TITLE)
    typist.press(KEY.Key_Return, modifier=SHIFT)
    assert typist.place == (0, TITLE)


def test_nobody_is_caught_in_the_table(typist):
    typist.go(-1, COUNTRY)
    typist.press(KEY.Key_Tab)
    assert not typist.panel.table.hasFocus()
    typist.panel.table.setFocus()
    typist.go(0, PARTNER)
    typist.press(KEY.Key_Backtab)
    assert not typist.panel.table.hasFocus()


def test_arrows_leave_a_cell_that_is_typed_into_and_move_inside_one_that_is_edited(typist):
    typist.go(0, TITLE)
    typist.press("A", KEY.Key_Down)
    assert typist.place == (1, TITLE)
    typist.press(KEY.Key_F2, KEY.Key_Left, "s", KEY.Key_Return)
    typist.rest()
    assert [typist.record(n).title for n in (0, 1)] == ["A", "Ship time and stafsf"]


def test_a_whole_row_is_typed_and_kept_when_it_is_left(typist):
    count = len(typist.ids)
    typist.panel.start_typing()
    typist.press("NFU", KEY.Key_Tab, KEY.Key_Tab, "Ship days", KEY.Key_Tab, "5000", KEY.Key_Tab, "14/3/2025")
    typist.rest()
    assert len(typist.ids) == count
    typist.press(KEY.Key_Return)
    typist.rest()
    new = typist.record(-1)
    assert len(typist.ids) == count + 1
    said = new.title, new.pledged, new.currency, new.form, new.due
    assert said == ("Ship days", 5000, "EUR", "in_kind", "2025-03-14")
    assert typist.workspace.undo_label == "Add to contributions"
    assert typist.place[0] == count + 1


def test_a_row_that_cannot_be_kept_yet_stays_with_its_reason(typist):
    count = len(typist.ids)
    typist.go(-1, TITLE)
    typist.press("Boats", KEY.Key_Return)
    typist.rest()
    assert (len(typist.ids), typist.text(count, TITLE)) == (count, "Boats")
    assert typist.told == "Not kept yet: Partner is missing."
    typist.go(count, PARTNER)
    typist.press("IOO", KEY.Key_Return)
    typist.rest()
    assert (len(typist.ids), typist.record(-1).title) == (count + 1, "Boats")


def test_a_wrong_cell_stays_with_its_reason_and_nothing_is_changed(typist):
    typist.go(0, PLEDGED)
    typist.press("lots", KEY.Key_Return, KEY.Key_Up)
    typist.rest()
    assert typist.text(0, PLEDGED) == "lots"
    assert typist.told == "“lots” is not an amount."
    assert typist.record(0).pledged == 200000
    typist.press(KEY.Key_Escape)
    assert (typist.text(0, PLEDGED), typist.panel.entry_rows.wrong_count) == ("200,000.00\u00a0EUR", 0)


def test_f8_goes_to_what_is_wrong(typist):
    typist.go(3, PLEDGED)
    typist.press("x", KEY.Key_Return)
    typist.go(0, DUE)
    typist.press("soon", KEY.Key_Return)
    typist.go(1, TITLE)
    typist.press(KEY.Key_F8)
    assert typist.place == (3, PLEDGED)
    typist.press(KEY.Key_F8)
    assert typist.place == (0, DUE)


def test_what_is_understood_is_told_while_one_types(typist):
    typist.go(0, PLEDGED)
    typist.press("1.234,5")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.answer.label.text() == "understood: 1,234.50\u00a0EUR"
    assert editor.accessibleDescription() == editor.answer.label.text()
    assert editor.accessibleName() == "Pledged"
    typist.press("x")
    assert editor.answer.label.text() == "“1.234,5x” is not an amount."


def test_another_currency_than_the_rows_is_not_taken_silently(typist):
    typist.go(0, PLEDGED)
    typist.press("$5", KEY.Key_Return, KEY.Key_Up)
    typist.rest()
    assert "in EUR" in typist.told
    assert typist.record(0).pledged == 200000


def test_the_window_undoes_a_whole_step_and_the_table_what_was_not_kept(typist, desk):
    typist.go(0, TITLE)
    typist.press("Kept", KEY.Key_Return)
    typist.rest()
    typist.press(KEY.Key_Right, "lots", KEY.Key_Return)
    typist.control(KEY.Key_Z)
    assert (typist.panel.entry_rows.wrong_count, typist.record(0).title) == (0, "Kept")
    desk.undo()
    typist.rest()
    assert typist.text(0, TITLE) == "Ship time and staff"


def test_rows_are_deleted_after_a_question(typist):
    ids = typist.ids
    typist.go(1, TITLE)
    typist.control(KEY.Key_Minus)
    assert typist.panel.confirm.isVisible()
    typist.panel.confirm.yes.click()
    typist.rest()
    assert typist.ids == [ids[0], *ids[2:]]
    assert typist.workspace.undo_label == "Delete from contributions"


def test_a_column_that_is_not_typed_and_a_closed_row_say_why(filled_workspace, desk, qtbot, at_rest):
    closed = Typist(desk, qtbot, at_rest, closed=lambda row: "It was declared." if row["pledged"] == 200000 else "")
    heard = []
    closed.panel.rows.mistyped.connect(heard.append)
    closed.go(0, TITLE)
    closed.press("x")
    closed.go(1, COUNTRY)
    closed.press("y")
    assert heard == ["It was declared.", "The column “Country” is not typed."]
    assert QApplication.focusWidget() is closed.panel.table


def test_a_change_from_elsewhere_does_not_disturb_who_is_typing(typist):
    typist.go(1, TITLE)
    typist.press("Half a wo")
    edits.edit(typist.workspace, "contribution", typist.ids[0], "Elsewhere", title="From elsewhere")
    typist.rest()
    assert QApplication.focusWidget().text() == "Half a wo"
    typist.press("rd", KEY.Key_Return)
    typist.rest()
    assert [typist.record(n).title for n in (0, 1)] == ["From elsewhere", "Half a word"]
    assert typist.text(0, TITLE) == "From elsewhere"


def test_quick_typing_into_many_cells_loses_none(typist):
    typist.go(0, PLEDGED)
    for number in range(6):
        typist.press(str(100 + number), KEY.Key_Return)
    typist.rest()
    assert [typist.record(n).pledged for n in range(6)] == [100, 101, 102, 103, 104, 105]


def test_a_choice_is_typed_by_its_beginning(typist):
    typist.go(0, FORM)
    typist.press("ca", KEY.Key_Return)
    typist.rest()
    assert typist.workspace.count("contribution", project_id=1, form="cash") == 7
    assert typist.text(0, FORM) == "Cash"  # and stays in sight until the list is looked at again


def test_what_was_typed_outlives_its_page(filled_workspace, desk, qtbot, at_rest):
    first = Typist.panel_of(desk)
    first.entry_rows.type_in([(len(first.rows.ids), TITLE, "Boats")])
    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = Typist(desk, qtbot, at_rest)
    assert again.text(len(again.ids), TITLE) == "Boats"


def test_the_window_does_not_close_on_typing_without_a_word(typist, desk, qtbot):
    window = MainWindow(desk)
    qtbot.addWidget(window)
    typist.go(-1, TITLE)
    typist.press("Boats", KEY.Key_Return)
    assert not window.close()
    assert "could not be kept" in window._notice.text()
    typist.panel.entry_rows.drop(typist.panel.entry_rows.drafts)


def test_what_stands_in_an_open_cell_is_kept_before_the_window_closes(typist, desk, qtbot):
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    typist.go(0, TITLE)
    typist.press("Typed last")
    assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert typist.record(0).title == "Typed last"


def test_the_model_keeps_qts_rules_while_rows_come_and_go(typist):
    QAbstractItemModelTester(typist.panel.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    typist.go(-1, TITLE)
    typist.press("Boats", KEY.Key_Tab, "x", KEY.Key_Return)
    typist.go(len(typist.ids), PARTNER)
    typist.press("NFU", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Tab, "7", KEY.Key_Return)
    typist.rest()
    typist.panel.rows.sort(PLEDGED)
    typist.workspace.undo()
    typist.rest()
    assert len(typist.ids) == 6


def test_the_search_and_the_count_speak_of_records_only(typist):
    assert typist.panel._count.text() == "6 entries"
    typist.panel.search.setText("Fjord")
    typist.panel.search.returnPressed.emit()
    assert (len(typist.ids), typist.panel.rows.rowCount()) == (1, 2)
    assert isinstance(typist.panel.search, QLineEdit)
