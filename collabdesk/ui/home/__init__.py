"""Home: the portfolio at a glance and what needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.home.room import HomeRoom

    return HomeRoom(desk)


ROOM = Room("home", QT_TRANSLATE_NOOP("Rooms", "Home"), "home", 10, _build)
