"""A row that goes on in a further line where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from collabdesk.ui.widgets.wrapping import WrappingRow


def _row(qtbot: QtBot, width: int) -> tuple[QWidget, list[QLabel]]:
    page, labels = QWidget(), [QLabel("x") for _ in range(3)]
    for label in labels:
        label.setFixedSize(100, 20)
    page.setLayout(WrappingRow(labels[:2], labels[2:], gap=10))
    page.layout().setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(page)
    page.resize(width, page.heightForWidth(width))
    page.show()
    return page, labels


def test_with_room_all_stand_in_one_line_the_last_at_its_right_end(qtbot: QtBot) -> None:
    page, (one, two, last) = _row(qtbot, 500)
    assert page.heightForWidth(500) == 20
    assert [one.x(), two.x(), last.x()] == [0, 110, 400]


def test_without_room_the_last_goes_below_whole(qtbot: QtBot) -> None:
    page, (one, two, last) = _row(qtbot, 250)
    assert page.heightForWidth(250) == 50
    assert (one.y(), two.y(), last.y()) == (0, 0, 30)
    assert last.width() == 100


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    page, labels = _row(qtbot, 250)
    labels[1].hide()
    assert page.heightForWidth(250) == 20
