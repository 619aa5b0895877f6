"""The comparison page: what becomes of each row, what a person decides about it, and that the button says so."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from collabdesk.ui.imports.compare_words import figures_text
from collabdesk.usecases.comparison import FigureChange, What


def to_compare(qtbot, room, rest) -> None:
    room.wizard.go("compare")
    qtbot.waitUntil(lambda: room.wizard.steps.current == "compare")
    rest()


def segment(room, what: What) -> str:
    page = room.wizard.compare
    return page.classes._group.button(page.classes._keys.index(what.value)).text()


def test_a_newer_version_is_counted_by_what_becomes_of_its_rows(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    assert [segment(room, w) for w in (What.ADDED, What.CHANGED, What.GONE, What.SAME)] == [
        "Added 1", "Changed 1", "Gone 1", "Same 2",
    ]  # fmt: skip
    assert room.wizard.accept.text() == "&Add 1, change 1"
    assert "1 gone record stays" in room.wizard.said.text()
    assert "2 as before" in room.wizard.said.text()


def test_it_begins_with_what_changes_and_shows_old_and_new_with_both_cells(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    assert page.what == What.CHANGED
    line = page.row.lines.lines.line(0)
    assert (line.old, line.new, line.right) == ("1,000.50\u00a0EUR", "1,500.50\u00a0EUR", "F2")
    assert "partners 2023.csv" in line.old_note and "F2" in line.old_note


def test_the_cell_of_a_change_is_shown_in_its_sheet(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    qtbot.keyClick(room.wizard.compare.view, Qt.Key.Key_Return)
    assert room.wizard.compare.row.lines.hasFocus(), "Enter looks closer"
    qtbot.keyClick(room.wizard.compare.row.lines, Qt.Key.Key_Return)
    index = room.wizard.compare.row.preview.view.currentIndex()
    assert (index.row(), index.column()) == (1, 5)


def test_space_leaves_a_row_out_and_the_button_and_the_foot_say_so(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    page.classes.choose("added")
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert room.wizard.accept.text() == "&Change 1"
    assert "1 row left out by you" in room.wizard.said.text()
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert room.wizard.accept.text() == "&Add 1, change 1"


def test_what_was_left_out_is_not_kept(qtbot, desk, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    page.classes.choose("changed")
    qtbot.mouseClick(page.none, Qt.MouseButton.LeftButton)
    assert room.wizard.accept.text() == "&Add 1"
    qtbot.mouseClick(room.wizard.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    amounts = {c.amount for c in desk.workspace.find("contribution")}
    assert Decimal("1000.50") in amounts
    assert Decimal("1500.50") not in amounts
    assert Decimal("5000.00") in amounts


def test_a_gone_record_stays_unless_it_is_ticked(qtbot, desk, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    page.classes.choose("gone")
    assert page.gone_model.index(0, 2).data() == "Keep"
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert page.gone_model.index(0, 2).data() == "Remove"
    assert room.wizard.accept.text() == "&Add 1, change 1, remove 1"
    qtbot.mouseClick(room.wizard.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("participation") == 4
    assert "1 record removed" in [w.text() for w in room.wizard.outcome.findChildren(QLabel)]


def test_an_empty_class_says_so_calmly(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    page.classes.choose("skipped")
    assert page.view.model().rowCount() == 0
    assert page.view._placeholder == "No row is passed over."
    assert not page.all.isVisible()


def test_the_figures_follow_what_is_decided(qtbot, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    before = [(c.label, c.new) for c in room.wizard.draft.plan.figures]
    assert before
    page.classes.choose("added")
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert "Working out" in page.figures.said.text()
    qtbot.waitUntil(lambda: room.wizard.draft.plan.figures is not None, timeout=20_000)
    assert [(c.label, c.new) for c in room.wizard.draft.plan.figures] != before


def test_another_mapping_is_compared_again_and_forgets_the_ticks(qtbot, desk, room, kept, second, looked, rest):
    looked(second)
    to_compare(qtbot, room, rest)
    page = room.wizard.compare
    page.classes.choose("added")
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    room.wizard.open_table((0, 0))
    rest()
    choices = room.wizard.draft.choices
    from collabdesk.ui.imports.draft import Choices

    room.wizard.table.decided.emit((0, 0), Choices().with_field("country", ""))
    rest()
    assert choices
    assert room.wizard.draft.plan.compared is None, "what was compared holds no longer"
    to_compare(qtbot, room, rest)
    qtbot.waitUntil(lambda: room.wizard.draft.plan.compared is not None)
    assert room.wizard.accept.text() == "&Add 1, change 1"


def test_a_hundred_thousand_rows_are_made_only_when_they_are_looked_at(qtbot, room, kept, first, looked, rest):
    looked(first)
    to_compare(qtbot, room, rest)
    table = room.wizard.draft.plan.compared.tables[0, 0]
    made = []
    make = table.make
    table.places[What.SAME] = range(100_000)
    table.counts[What.SAME] = 100_000
    table.make = lambda index: made.append(index) or make(index % 4)
    page = room.wizard.compare
    page.classes.choose("same")
    assert page.row_model.rowCount() == 100_000
    assert len(made) < 1000
    page.view.scrollToBottom()
    page.view.grab()
    assert len(made) < 2000


def test_its_models_keep_the_rules_of_models(qtbot, room, kept, second, looked, rest):
    page = room.wizard.compare
    models = (page.row_model, page.gone_model, page.row.lines.lines)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    looked(second)
    to_compare(qtbot, room, rest)
    for what in What:
        page.classes.choose(what.value)
        qtbot.keyClick(page.view, Qt.Key.Key_Space)
    assert len(testers) == 3


def test_the_difference_of_two_shares_is_that_of_the_shares_as_they_are_shown():
    def said(old, new):
        return figures_text(FigureChange("S", "P1", "Share", "ratio", Decimal(old), Decimal(new)))

    assert said("0.2854", "0.2806") == ("28.5\u00a0%", "28.1\u00a0%", "\u22120.4 points")
    assert said("0.03521", "0.03483") == ("3.52\u00a0%", "3.48\u00a0%", "\u22120.04 points")
    assert figures_text(FigureChange("S", "P1", "Share", "ratio", None, Decimal("0.5")))[2] == ""
