"""Rules: the rule packs, every value with its source, and packs of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.rules.room import RulesRoom

    return RulesRoom(desk)


ROOM = Room("rules", QT_TRANSLATE_NOOP("Rooms", "Rules"), "shield", 37, _build)
