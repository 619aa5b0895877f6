"""Tiles that show one number."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.widgets import StatTile


def test_a_value_is_written_smaller_where_its_tile_is_too_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp)
    tile = StatTile("Cost")
    qtbot.addWidget(tile)
    tile.show()
    tile.resize(700, 120)
    tile.show_value("1,234,567.89 EUR so far")
    value = next(one for one in tile.findChildren(QLabel) if one.text() == "1,234,567.89 EUR so far")
    assert value.property("face") == "display"
    tile.resize(110, 120)
    assert value.property("face") == "heading"
