"""The main window: rooms by list and keyboard, undo with the step's name, drops, notices, what it remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.ui import window as window_module
from collabdesk.ui.crash import CrashDialog
from collabdesk.ui.remembered import Remembered
from collabdesk.ui.rooms import Room, rooms
from collabdesk.ui.window import MainWindow


class Wishes(QLabel):
    def __init__(self, desk):
        super().__init__()
        self.wishes = []

    def enter(self, **where):
        self.wishes.append(where)


@pytest.fixture
def window(desk, qtbot, monkeypatch):
    fake = [Room(key, key.title(), "home", n, Wishes) for n, key in enumerate(("home", "projects", "imports"))]
    monkeypatch.setattr(window_module, "rooms", lambda: fake)
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.show_room("home")
    made.show()
    yield made
    made.hide()


def test_every_room_of_the_program_is_found_in_its_order():
    keys = [room.key for room in rooms()]
    assert keys[:2] == ["home", "projects"]
    assert len(set(keys)) == len(keys)


def test_a_room_is_built_when_it_is_first_entered(window):
    assert list(window._built) == ["home"]
    window.show_room("projects", project_id=3)
    assert window.room == "projects"
    assert window._built["projects"].wishes == [{"project_id": 3}]


def test_rooms_answer_to_ctrl_and_their_number(window, qtbot):
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.room == "projects"


def test_undo_and_redo_carry_the_name_of_the_step(window, desk, qtbot, at_rest):
    assert not window.actions_.undo.isEnabled()
    with desk.workspace.changing("Add a partner") as step:
        step.add(Partner(name="X"))
    qtbot.waitUntil(window.actions_.undo.isEnabled, timeout=3000)
    assert window.actions_.undo.text() == "&Undo Add a partner"
    assert "Ctrl+Z" in window.actions_.undo.toolTip()
    window.actions_.undo.trigger()
    qtbot.waitUntil(window.actions_.redo.isEnabled, timeout=3000)
    assert desk.workspace.count("partner") == 0
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: desk.workspace.count("partner") == 1, timeout=3000)


def test_a_file_dropped_anywhere_goes_to_the_imports(window, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "funding.xlsx")), QUrl("https://example.org/x.xlsx")])
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    window.dropEvent(event)
    assert window.room == "imports"
    assert window._built["imports"].wishes == [{"files": [tmp_path / "funding.xlsx"]}]


def test_a_refusal_is_a_sentence_that_stays_until_it_is_closed(window, desk):
    desk.fail(Refused("The period is closed."))
    assert window._notice.text() == "The period is closed."
    assert window._notice.isVisible()
    window._notice.dismiss()
    assert not window._notice.isVisible()


def test_a_fault_is_shown_calmly_and_the_window_lives_on(window, desk, tmp_path, caplog):
    desk.crashed.emit(ZeroDivisionError("a fault"))
    dialog = window.findChild(CrashDialog)
    assert dialog.isVisible()
    assert window.isVisible()
    assert "a fault" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.accept()


def test_a_fault_after_closing_keeps_no_dialog_open(window, desk):
    window.hide()
    desk.crashed.emit(ZeroDivisionError("late"))
    assert window.findChild(CrashDialog) is None


def test_the_status_line_says_what_is_done_and_that_all_is_saved(window, desk, qtbot):
    assert window._status.text() == "All changes saved"
    seen = []

    def work(progress, is_cancelled):
        progress("reading", 1, 2)

    desk.tasks.run("Import", work, progressed=lambda *_: seen.append(window._status.text()))
    qtbot.waitUntil(lambda: bool(seen) and not desk.tasks.is_busy, timeout=3000)
    assert seen == ["Import"]
    assert window._status.text() == "All changes saved"


def test_every_button_can_be_reached_by_the_keyboard_and_has_a_name(window):
    shown = [made for made in window.findChildren(QPushButton) if made.isVisible()]
    assert shown
    for made in shown:
        assert made.focusPolicy() & Qt.FocusPolicy.TabFocus, made.text()
        assert made.text() or made.accessibleName()


def test_the_window_comes_back_in_its_size(desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(window_module, "rooms", list)
    file = tmp_path / "window.ini"
    first = MainWindow(desk, Remembered(file))
    qtbot.addWidget(first)
    first.resize(1000, 640)
    Remembered(file).keep(first)
    second = MainWindow(desk, Remembered(file))
    qtbot.addWidget(second)
    # The test's screen is narrower than the window may be, so only the height can come back whole.
    assert second.height() == 640


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe garbage", b"[window]\ngeometry=nonsense\n",
                                     b"[window]\ngeometry=@ByteArray(xx)\n"])  # fmt: skip
def test_a_spoilt_settings_file_is_passed_over(desk, qtbot, tmp_path, monkeypatch, content):
    monkeypatch.setattr(window_module, "rooms", list)
    file = tmp_path / "window.ini"
    file.write_bytes(content)
    made = MainWindow(desk, Remembered(file))
    qtbot.addWidget(made)
    assert made.width() >= 900
    assert isinstance(QSettings(str(file), QSettings.Format.IniFormat), QSettings)


def test_the_folder_of_the_window_holds_no_record():
    # The main window opens rooms and passes changes on; a noun in it would be the beginning of the god object.
    source = Path(window_module.__file__).read_text(encoding="utf-8")
    assert "collabdesk.domain" not in source
    assert "usecases" not in source
