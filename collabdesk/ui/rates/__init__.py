"""Rates: own tables of exchange rates, the European Central Bank's fixings, and a conversion explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.ui.rooms import Room

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from collabdesk.ui.desk import Desk


def _build(desk: Desk) -> QWidget:
    from collabdesk.ui.rates.room import RatesRoom

    return RatesRoom(desk)


ROOM = Room("rates", QT_TRANSLATE_NOOP("Rooms", "Rates"), "coins", 36, _build)
