"""The line below an entry table: what is wrong with the current cell or missing in its row, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import IconLabel, label, link, row
from collabdesk.ui.widgets.labels import restyle


class ReasonBar(QWidget):
    """Stays in its place whether it has something to tell or not, so that the table never jumps."""

    asked = Signal()  # for the next wrong cell

    def __init__(self, parent: QWidget | None = None, *, can_delete: bool = True) -> None:
        super().__init__(parent)
        self._can_delete = can_delete
        self._icon = IconLabel("error", "bad")
        self._text = label("", "small", wrap=True)
        self._next = link("")
        self._next.setToolTip(self.tr("Go to the next cell that is not kept (F8)"))
        self._next.clicked.connect(self.asked)
        line = row(self._icon, GAP_S, self._text, self._next)
        line.setContentsMargins(2, 0, 2, 0)
        line.setStretchFactor(self._text, 1)
        self.setLayout(line)
        self.setMinimumHeight(28)
        self.show_hint()

    @property
    def text(self) -> str:
        """What is told now."""
        return self._text.text()

    def show_hint(self) -> None:
        """Nothing is wrong: how one works here."""
        hint = self.tr("F2 edits · Ctrl+V pastes from a spreadsheet · Ctrl+D fills down")
        if self._can_delete:
            hint = self.tr("F2 edits · Ctrl+V pastes from a spreadsheet · Ctrl+D fills down · Ctrl+− deletes rows")
        self._say(hint, "", "")

    def show_wrong(self, reason: str) -> None:
        """Why the current cell is not kept."""
        self._say(reason, "error", "bad")

    def show_lack(self, reason: str) -> None:
        """Why the current row is not kept yet."""
        self._say(self.tr("Not kept yet: {reason}").format(reason=reason), "info", "warn")

    def count(self, wrong: int) -> None:
        """How many cells are not kept."""
        said = self.tr("1 cell is not kept") if wrong == 1 else self.tr("{n} cells are not kept")
        self._next.setText(said.format(n=number_text(wrong)))
        self._next.setVisible(wrong > 0)

    def _say(self, text: str, icon: str, tone: str) -> None:
        self._text.setText(text)
        self._text.setAccessibleName(text)
        if tone == "bad" and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))
        restyle(self._text, "tone", tone)
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.show_icon(icon, tone)
