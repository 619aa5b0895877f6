"""Menus and shortcuts of the window; undo and redo carry the step's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu

from collabdesk import paths
from collabdesk.ui.design import icons
from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from collabdesk.ui.window import MainWindow

FIRST_LOOK_MS = 20


class Actions(QObject):
    """Every act of the frame, once: menu, shortcut and the buttons that show it."""

    def __init__(self, window: MainWindow, rooms: Sequence[Room]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._make_file()
        self._make_edit()
        self._make_go(rooms)
        self._make_view()
        self._make_help()
        self._desk.changed.connect(lambda _: self.refresh())
        self._name(None, None)
        # The window is painted first: what can be undone is told by the worker.
        QTimer.singleShot(FIRST_LOOK_MS, self, self.refresh)

    def refresh(self) -> None:
        """Name the steps that undo and redo would take."""
        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Look for what can be undone"),
            lambda *_: (workspace.undo_label, workspace.redo_label),
            owner=self,
            done=lambda names: self._name(*names),
            is_quiet=True,
        )

    def _name(self, undo: str | None, redo: str | None) -> None:
        for action, verb, name in ((self.undo, self.tr("&Undo"), undo), (self.redo, self.tr("&Redo"), redo)):
            action.setEnabled(name is not None)
            action.setText(f"{verb} {name}".replace("\n", " ") if name else verb)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text().replace('&', '')} ({key})")

    def _make_file(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&File"))
        self._act(
            menu, self.tr("&Import spreadsheets…"), "Ctrl+I", lambda: self._desk.go("imports", choose=True), "imports"
        )
        menu.addSeparator()
        quit_ = self._act(menu, self.tr("&Quit"), QKeySequence.StandardKey.Quit, self._window.close)
        quit_.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_edit(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Edit"))
        self.undo = self._act(menu, self.tr("&Undo"), "Ctrl+Z", self._desk.undo, "undo")
        self.redo = self._act(menu, self.tr("&Redo"), "Ctrl+Shift+Z", self._desk.redo, "redo")
        menu.addSeparator()
        self._act(menu, self.tr("&Find"), QKeySequence.StandardKey.Find, self._window.search, "search")

    def _make_go(self, rooms: Sequence[Room]) -> None:
        from collabdesk.ui.window import room_title

        menu = self._window.menuBar().addMenu(self.tr("&Go"))
        for number, room in enumerate(rooms, 1):
            self._act(menu, room_title(room), f"Ctrl+{number}", partial(self._window.show_room, room.key), room.icon)
        menu.addSeparator()
        self._act(menu, self.tr("&Back"), "Alt+Left", self._window.go_back, "arrow-left")

    def _make_view(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&View"))
        themes = menu.addMenu(self.tr("&Appearance"))
        for text, dark in ((self.tr("As the &system"), None), (self.tr("&Light"), False), (self.tr("&Dark"), True)):
            self._act(themes, text, "", partial(self._desk.theme.fix, dark))
        self._act(menu, self.tr("&Full screen"), "F11", self._full_screen)

    def _make_help(self) -> None:
        menu = self._window.menuBar().addMenu(self.tr("&Help"))
        self._act(menu, self.tr("&Keyboard shortcuts"), "F1", self._tell_keys, "help")
        self._act(menu, self.tr("Open the &log folder"), "", _open_log_folder, "folder")

    def _act(
        self, menu: QMenu, text: str, key: str | QKeySequence.StandardKey, done: Callable[[], object], icon: str = ""
    ) -> QAction:
        action = QAction(text, self._window)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda _checked=False: done())
        menu.addAction(action)
        return action

    def _full_screen(self) -> None:
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _tell_keys(self) -> None:
        from collabdesk.ui.keys import show_keys

        show_keys(self._window)


def _open_log_folder() -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
