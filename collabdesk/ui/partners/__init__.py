"""Partners: all of them, one with its parts in projects, and those that may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.partners.room import PartnersRoom

    return PartnersRoom(desk)


ROOM = Room("partners", QT_TRANSLATE_NOOP("Rooms", "Partners"), "partners", 25, _build)
