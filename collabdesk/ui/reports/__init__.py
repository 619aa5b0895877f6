"""Reports: compose, look at, print, issue, and prove one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.reports.room import ReportsRoom

    return ReportsRoom(desk)


ROOM = Room("reports", QT_TRANSLATE_NOOP("Rooms", "Reports"), "reports", 50, _build)
