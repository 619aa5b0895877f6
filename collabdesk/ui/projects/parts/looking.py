"""Reads what takes a while in the worker: when its page is first seen, and again after each change that concerns it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from collabdesk.ui.desk import Desk


class Looking(QObject):
    """`seen` carries what `read` gave. A hidden page waits; of many changes in a row the last is looked at."""

    seen = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, name: str, read: Callable[[], Any], heedless: frozenset[str]) -> None:
        """`page` is whose showing is waited for; changes of only the `heedless` nouns are passed over."""
        super().__init__(page)
        self._desk, self._page, self._name, self._read, self._heedless = desk, page, name, read, heedless
        self._is_stale, self._is_reading = True, False
        page.installEventFilter(self)
        desk.changed.connect(self._hear)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if self._is_stale and not self._is_reading:
            self._is_stale, self._is_reading = False, True
            self._desk.tasks.run(
                self._name, lambda *_: self._read(), owner=self, done=self._done, failed=self._failed, is_quiet=True
            )

    def _done(self, found: Any) -> None:
        self._is_reading = False
        self.seen.emit(found)
        if self._page.isVisible():
            self._look()

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        self._desk.tasks.crashed.emit(error)

    def look_again(self) -> None:
        """What is looked at is asked for otherwise now, as of another day for example."""
        self._is_stale = True
        if self._page.isVisible():
            self._look()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns - self._heedless:
            self.look_again()


def reading() -> str:
    """What an empty table says until it is known whether there is something."""
    return QCoreApplication.translate("Looking", "Reading…")
