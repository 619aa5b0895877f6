"""Audits: plan one, decide its findings, recommend, and look behind every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.audits.room import AuditsRoom

    return AuditsRoom(desk)


ROOM = Room("audits", QT_TRANSLATE_NOOP("Rooms", "Audits"), "audits", 40, _build)
