"""Two parts of a page: side by side where there is room, one above the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from collabdesk.ui.widgets.halves import halves


def made(qtbot, width):
    left, right = QVBoxLayout(), QVBoxLayout()
    left.addWidget(QLabel("list"))
    right.addWidget(QLabel("detail"))
    split = halves(left, right, least=(440, 400), sizes=(1060, 940))
    qtbot.addWidget(split)
    split.resize(width, 400)
    split.show()
    return split


def test_parts_stand_side_by_side_where_both_fit(qtbot):
    split = made(qtbot, 1000)
    assert split.orientation() == Qt.Orientation.Horizontal
    assert split.widget(0).width() >= 440
    assert split.widget(1).width() >= 400


def test_parts_never_overlap_in_a_narrow_window(qtbot):
    split = made(qtbot, 700)
    assert split.orientation() == Qt.Orientation.Vertical
    assert not split.widget(0).geometry().intersects(split.widget(1).geometry())
    assert split.widget(0).width() == split.widget(1).width() == 700
    split.resize(1000, 400)
    assert split.orientation() == Qt.Orientation.Horizontal
    assert not split.widget(0).geometry().intersects(split.widget(1).geometry())
