"""Imports: from a funder's file to kept rows, seen before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.imports.room import ImportsRoom

    return ImportsRoom(desk)


ROOM = Room("imports", QT_TRANSLATE_NOOP("Rooms", "Imports"), "imports", 30, _build)
