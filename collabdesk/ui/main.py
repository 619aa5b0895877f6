"""Opens the window on a workspace and runs it until it is closed."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.ui.remembered import Remembered
from collabdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace


def run_window(workspace: Workspace, *, room: str = "home", close_after_ms: int | None = None) -> int:
    """Show the main window on an open workspace; returns the exit status once it is closed.

    The workspace is not closed here. `close_after_ms` closes the window by itself, for measuring the start.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("CollabDesk")
    desk = Desk(workspace, Theme(app))
    window = MainWindow(desk, Remembered())
    _catch_faults(desk)
    window.show_room(room)
    window.show()
    if close_after_ms is not None:
        QTimer.singleShot(close_after_ms, window.close)
    return app.exec()


def _catch_faults(desk: Desk) -> None:
    """A fault in the window's own thread is shown like one of the worker; the program goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            desk.crashed.emit(error)

    sys.excepthook = hook
