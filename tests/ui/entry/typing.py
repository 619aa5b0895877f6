"""What tests of typing share: a panel of in-kind contributions, keys that go where the focus is, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabdesk.ui.columns import status
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, amount, choice, day, reference, words

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COLUMNS = (
    reference("partner", "Partner"),
    choice("Form", "form", ("cash", "in_kind")),
    words("Contribution", "title"),
    amount("Pledged", "pledged"),
    day("Due", "due"),
    status("Country", "country"),
)
PARTNER, FORM, TITLE, PLEDGED, DUE, COUNTRY = range(6)


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """The person's locale."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        yield
    finally:
        QLocale.setDefault(before)


class Typist:
    """A person at a panel."""

    def __init__(self, desk: Desk, qtbot: QtBot, at_rest: Callable[[], None], **more: Any) -> None:
        self.qtbot, self.rest, self.workspace = qtbot, at_rest, desk.workspace
        self.panel = self.panel_of(desk, **more)
        qtbot.addWidget(self.panel)
        self.panel.resize(1100, 600)
        self.panel.show()
        self.panel.activateWindow()
        self.panel.table.setFocus()
        qtbot.waitUntil(self.panel.table.hasFocus)

    @staticmethod
    def panel_of(desk: Desk, **more: Any) -> EntryPanel:
        return EntryPanel(
            desk, "contribution", COLUMNS, where={"project_id": 1, "form": "in_kind"}, fixed={"project_id": 1},
            defaults={"form": "in_kind", "currency": "EUR"}, called="contributions", **more,
        )  # fmt: skip

    @property
    def ids(self) -> list[int]:
        return list(self.panel.rows.ids)

    @property
    def place(self) -> tuple[int, int]:
        index = self.panel.table.currentIndex()
        return index.row(), index.column()

    @property
    def told(self) -> str:
        return self.panel.bar.text

    def go(self, row: int, column: int) -> None:
        """Choose a cell; -1 is the empty row."""
        self.panel.entry_table.go_to(row if row >= 0 else self.panel.rows.rowCount() + row, column)

    def press(self, *keys: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Each key goes to what has the focus then, as it does for a person."""
        for given in keys:
            for key in given if isinstance(given, str) else [given]:
                target = QApplication.focusWidget() or self.panel.table
                if isinstance(key, str):
                    self.qtbot.keyClicks(target, key)
                else:
                    self.qtbot.keyClick(target, key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, modifier=CONTROL)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.control(KEY.Key_V)

    def text(self, row: int, column: int) -> str:
        return str(self.panel.rows.index(row, column).data())

    def record(self, row: int) -> Any:
        return self.workspace.get("contribution", self.ids[row])
