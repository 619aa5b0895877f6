"""The main window: opens rooms and passes wishes and changes on; it holds no record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.ui.actions import Actions
from collabdesk.ui.desk import Desk, Leaving
from collabdesk.ui.remembered import Remembered
from collabdesk.ui.rooms import Room, rooms
from collabdesk.ui.sidelist import SideList
from collabdesk.ui.statusline import StatusLine
from collabdesk.ui.widgets import NoticeBar, Toast

_SOON_MS = 60  # what was typed last is on its way into the database


class MainWindow(QMainWindow):
    """Side list, the room that is open, menus and the status line."""

    def __init__(self, desk: Desk, remembered: Remembered | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._remembered = remembered
        self._was_warned = False
        self._rooms: dict[str, Room] = {room.key: room for room in rooms()}
        self._built: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._notice = NoticeBar()
        self.side = SideList(list(self._rooms.values()), desk.workspace.name)
        self.side.chosen.connect(self.show_room)
        self._lay_out()
        self._toast = Toast(self._stack)
        self._toast.acted.connect(desk.undo)
        self._status = StatusLine(desk)
        self.setStatusBar(self._status)
        self.actions_ = Actions(self, list(self._rooms.values()))
        self._status.add_buttons(self.actions_.undo, self.actions_.redo)
        self._listen()
        self.setAcceptDrops(True)
        self.setWindowTitle(f"{desk.workspace.name} – CollabDesk")
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        if remembered is not None:
            remembered.put_back(self)

    def _lay_out(self) -> None:
        self._notice_row = QWidget()
        line = QHBoxLayout(self._notice_row)
        line.setContentsMargins(32, 14, 32, 0)
        line.addWidget(self._notice)
        self._notice_row.hide()
        self._notice.closed.connect(self._notice_row.hide)
        ground = QWidget()
        ground.setProperty("ground", "window")
        # Opening the window puts no ring on the first button; a click beside everything takes one away.
        ground.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._notice_row)
        content.addWidget(self._stack, 1)
        across = QHBoxLayout(ground)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(content, 1)
        self.setCentralWidget(ground)
        ground.setFocus()

    def _listen(self) -> None:
        desk = self.desk
        desk.wished.connect(lambda room, where: self.show_room(room, **where))
        desk.told.connect(self._toast.say)
        desk.failed.connect(self._refuse)
        desk.crashed.connect(self._crash)

    @property
    def room(self) -> str:
        """The key of the room that is open, "" before the first."""
        now = self._stack.currentWidget()
        return next((key for key, widget in self._built.items() if widget is now), "")

    def show_room(self, key: str, **where: Any) -> None:
        """Open a room, building it the first time, and tell it where to go."""
        if key not in self._rooms:
            return
        if key not in self._built:
            widget = self._rooms[key].build(self.desk)
            self._built[key] = widget
            self._stack.addWidget(widget)
        widget = self._built[key]
        if key != self.room:
            self._notice.dismiss()
        self._stack.setCurrentWidget(widget)
        self.side.mark(key)
        enter = getattr(widget, "enter", None)
        if enter is not None:
            enter(**where)

    def search(self) -> None:
        """Put the cursor into the open room's search field, where it has one."""
        search = getattr(self._stack.currentWidget(), "search", None)
        if search is not None:
            search()

    def go_back(self) -> None:
        """One step back inside the open room, where it knows one."""
        back = getattr(self._stack.currentWidget(), "back", None)
        if back is not None:
            back()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.desk.go("imports", files=files)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._holds_typing():
            event.ignore()
            return
        if self._remembered is not None:
            self._remembered.keep(self)
        self.desk.close()
        super().closeEvent(event)

    def _holds_typing(self) -> bool:
        """Is something typed that is on its way, or that would be lost? Then it is said, once."""
        leaving = Leaving()
        self.desk.closing.emit(leaving)
        if leaving.is_writing:
            QTimer.singleShot(_SOON_MS, self, self.close)
            return True
        from collabdesk.ui.entry.drafts import lying  # a window in which nobody types does without

        if not leaving.unkept + lying(self.desk) or self._was_warned:
            return False
        self._was_warned = True
        self._notice.say(self.tr(
            "Something is typed in a table that could not be kept; it is marked there. Close again to leave without it."
        ), "warn")  # fmt: skip
        self._notice_row.show()
        return True

    def _refuse(self, sentence: str) -> None:
        self._notice.say(sentence, "error")
        self._notice_row.show()

    def _crash(self, error: Exception) -> None:
        from collabdesk.ui.crash import tell_crash

        tell_crash(error, self)


def room_title(room: Room) -> str:
    """The room's name in the user's language."""
    return QCoreApplication.translate("Rooms", str(room.title))
