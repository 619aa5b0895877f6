"""Projects: the list, and one project with its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.projects.room import ProjectsRoom

    return ProjectsRoom(desk)


ROOM = Room("projects", QT_TRANSLATE_NOOP("Rooms", "Projects"), "projects", 20, _build)
