"""The list at the side: the program, the rooms, the database."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, ICON, SIDE_WIDTH
from collabdesk.ui.rooms import Room
from collabdesk.ui.widgets import IconLabel, button, label, row


class SideList(QWidget):
    """One button a room; `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(self, rooms: Sequence[Room], database: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "side")
        self.setProperty("edge", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_M, GAP_L, GAP_M, GAP_M)
        column.setSpacing(2)
        column.addLayout(row(6, IconLabel("mark", "accent", 22), label("CollabDesk", "heading"), None))
        column.addSpacing(GAP_L)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for number, room in enumerate(rooms, 1):
            made = self._room_button(room, number)
            group.addButton(made)
            column.addWidget(made)
        column.addStretch(1)
        name = label(database, "small", wrap=True)
        name.setToolTip(database)
        column.addLayout(row(6, IconLabel("database", "muted", 16), name, gap=GAP_S))

    def _room_button(self, room: Room, number: int) -> QPushButton:
        from collabdesk.ui.window import room_title

        made = button(room_title(room), room.icon, "room")
        made.setIconSize(QSize(ICON + 6, ICON))
        made.setCheckable(True)
        made.setToolTip(f"{room_title(room)} (Ctrl+{number})")
        made.clicked.connect(lambda: self.chosen.emit(room.key))
        self._buttons[room.key] = made
        return made

    def mark(self, key: str) -> None:
        """Show which room is open."""
        self._buttons[key].setChecked(True)
