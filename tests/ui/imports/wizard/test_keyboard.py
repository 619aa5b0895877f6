"""The whole way by keyboard alone: from opened files to the end, every control reached, no mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from collabdesk.ui.imports.room import ImportsRoom
from collabdesk.ui.window import MainWindow


@pytest.fixture
def window(qtbot, desk) -> MainWindow:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def opened(qtbot, desk, window, rest):
    """Opens files as the menu does once they were chosen, and waits until they were compared."""

    def open_files(*files) -> ImportsRoom:
        window.show_room("imports", files=list(files))
        room = window._built["imports"]
        qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=20_000)
        rest()
        return room

    return open_files


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """A key goes to whatever has the focus, as a keyboard's does."""
    there = QApplication.focusWidget()
    assert there is not None, "something has the focus"
    qtbot.keyClick(there, key, modifier)


def walked(qtbot, window: QWidget, least: int = 60) -> list[QWidget]:
    """Every control that Tab meets from here until it comes round."""
    met: list[QWidget] = []
    for _ in range(least):
        press(qtbot, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in met:
            break
        met.append(now)
    return met


def test_from_files_to_done_with_keys_alone(qtbot, desk, kept, second, opened, rest):
    room = opened(second)
    wizard = room.wizard
    assert wizard.accept.hasFocus(), "Enter goes on at once"
    press(qtbot, Qt.Key.Key_Return)
    assert wizard.steps.current == "compare"
    assert wizard.compare.rows.hasFocus()
    press(qtbot, Qt.Key.Key_Space)  # the changed row is left out
    assert wizard.accept.text() == "&Add 1"
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)  # closer: old and new
    assert wizard.compare.row.lines.hasFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: wizard.steps.current == "done", timeout=20_000)
    assert wizard.outcome.on.hasFocus()
    rest()
    assert desk.workspace.count("participation") == 5


def test_tab_meets_the_steps_before_the_page_and_the_foot_last(qtbot, window, kept, second, opened):
    room = opened(second)
    wizard = room.wizard
    order = walked(qtbot, window)
    steps = [step.go for step in wizard.steps._steps.values() if step.go.isVisible()]
    page, foot = wizard.tables.controls(), [w for w in wizard.foot.controls() if w.isVisible()]
    for control in (*steps, *page, *foot):
        assert control in order, control
    start = order.index(steps[0])
    turned = order[start:] + order[:start]
    assert turned[: len(steps)] == steps
    assert turned[len(steps) : len(steps) + len(page)] == page
    assert turned[len(steps) + len(page) : len(steps) + len(page) + len(foot)] == foot


def test_tab_meets_every_control_of_the_comparison(qtbot, window, kept, second, opened, rest):
    room = opened(second)
    page = room.wizard.compare
    press(qtbot, Qt.Key.Key_Return)
    rest()
    order = walked(qtbot, window)
    chosen = page.classes._group.checkedButton()
    for control in (chosen, page.rows, page.all, page.none, page.row.lines, page.row.preview.view, room.wizard.accept):
        assert control in order, control


def test_the_classes_are_walked_with_the_arrow_keys(qtbot, kept, second, opened, rest):
    room = opened(second)
    page = room.wizard.compare
    press(qtbot, Qt.Key.Key_Return)
    rest()
    assert page.what.value == "changed"
    page.classes._group.checkedButton().setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    assert page.what.value == "gone"


def test_alt_and_the_underlined_letter_press_a_button(qtbot, window, kept, second, opened, rest):
    room = opened(second)
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)  # Comp&are
    qtbot.waitUntil(lambda: room.wizard.steps.current == "compare")
    rest()
    press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)  # Accept &none of these
    qtbot.waitUntil(lambda: room.wizard.accept.text() == "&Add 1")
    press(qtbot, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)  # &Back
    qtbot.waitUntil(lambda: room.wizard.steps.current == "tables")


def test_enter_presses_the_button_that_has_the_focus_and_no_other(qtbot, kept, second, opened, rest):
    room = opened(second)
    check = room.wizard.tables.controls()[1]
    check.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert room.wizard.steps.current == "columns"
    rest()
    press(qtbot, Qt.Key.Key_Escape)
    assert room.wizard.steps.current == "tables"


def test_a_table_is_left_out_with_the_space_bar(qtbot, kept, second, opened, rest):
    room = opened(second)
    room.wizard.tables.controls()[0].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert not room.wizard.accept.isEnabled()
    assert room.wizard.said.text() == "Choose at least one table to import."
