"""One button for each move of status that the chosen row of a list allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabdesk.domain.statuses import Moves
from collabdesk.ui.columns import Row
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.texts import DASH, status_text
from collabdesk.ui.widgets import button, clear

_ICONS = {"credited": "check-circle", "active": "check-circle", "refused": "close", "cancelled": "close"}


class MoveButtons(QWidget):
    """Follows a panel's current row; `go` is called with the row and the status to move to."""

    def __init__(self, moves: Moves, go: Callable[[Row, str], None]) -> None:
        super().__init__()
        self._moves, self._go = moves, go
        self._panel: ListPanel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def follow(self, panel: ListPanel) -> None:
        """Offer the moves of this panel's rows from now on."""
        self._panel = panel
        panel.table.selectionModel().currentChanged.connect(lambda *_: self.offer())
        panel.rows.modelReset.connect(self.offer)

    def offer(self) -> None:
        """Offer what the current row allows now."""
        clear(self._row)
        current = self._panel.table.current_row() if self._panel else None
        if not current or not current.get("id"):
            return
        for status in self._moves.after(str(current.get("status") or "")):
            made = button(status_text(status), _ICONS.get(status, "arrow-right"))
            name = current.get("code") or current.get("title") or current.get("partner_name") or DASH
            tip = QCoreApplication.translate("Plan", "Set {name} to {status}")
            made.setToolTip(tip.format(name=name, status=status_text(status)))
            made.clicked.connect(lambda _=False, row=current, to=status: self._go(row, to))
            self._row.addWidget(made)
