"""Rooms of the window: each folder of ui that offers a ROOM is one; a new room is one new folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import collabdesk.ui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the list at the side shows it.

    `title` is marked with QT_TRANSLATE_NOOP("Rooms", …) and translated when shown. `build` imports and makes
    the widget when the room is first entered, so that starting stays quick. The widget may offer
    `enter(**where)`, called each time someone comes with a wish (`project_id=3`, `files=[…]`), and
    `search()`, which puts the cursor into its search field, and `back()`, one step back inside it.
    """

    key: str
    title: object
    icon: str
    order: int
    build: Callable[[Desk], QWidget]


def rooms() -> list[Room]:
    """Every room, in the order of the side list."""
    found = []
    for entry in pkgutil.iter_modules(collabdesk.ui.__path__):
        if entry.ispkg:
            room = getattr(importlib.import_module(f"{collabdesk.ui.__name__}.{entry.name}"), "ROOM", None)
            if isinstance(room, Room):
                found.append(room)
    return sorted(found, key=lambda room: (room.order, room.key))
