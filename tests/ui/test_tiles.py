"""Tiles that show one number."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from collabdesk.ui.widgets import StatTile


def test_a_value_is_written_smaller_where_its_tile_is_too_narrow(qtbot: QtBot) -> None:
    tile = StatTile("Expected end")
    qtbot.addWidget(tile)
    tile.show()
    tile.resize(300, 120)
    tile.show_value("15 Apr 2030")
    value = next(one for one in tile.findChildren(QLabel) if one.text() == "15 Apr 2030")
    assert value.property("face") == "display"
    tile.resize(130, 120)
    assert value.property("face") == "heading"
