"""A desk on a workspace in a folder, for tests of rooms; what was refused and told is collected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.usecases.workspace import Workspace


class RoomDesk(Desk):
    """A desk that remembers what it passed on."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self.said: list[str] = []
        self.refusals: list[str] = []
        self.faults: list[Exception] = []
        self.wishes: list[tuple[str, dict]] = []
        self.told.connect(self.said.append)
        self.failed.connect(self.refusals.append)
        self.crashed.connect(self.faults.append)
        self.wished.connect(lambda room, where: self.wishes.append((room, where)))


@cache
def the_theme() -> Theme:
    """The one theme of all tests: to style the application takes longer than most tests of a window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Theme(app, dark=False)


def light_theme() -> Theme:
    """The theme, light again whatever the last test left."""
    theme = the_theme()
    if theme.is_dark:
        theme.fix(False)
    return theme


@contextmanager
def desk_on(workspace: Workspace) -> Iterator[RoomDesk]:
    """The desk, closed with its workspace; any fault during the test fails it."""
    desk = RoomDesk(workspace, light_theme())
    try:
        yield desk
        assert desk.faults == []
    finally:
        desk.close()
        workspace.close()


def drop(target: QWidget, *files: Path) -> None:
    """Drop files on a widget as a person does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
    # Qt deprecated the one constructor that makes an enter event by hand and offers no other to Python.
    words = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(target.rect().center(), *words)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(target.rect().center()), *words, QEvent.Type.Drop))
