"""The dialog that asks for a few fields: what Enter and Tab do, and what is said of a day that is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from collabdesk.ui.widgets import button
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, reason_box, typed_day, whole_day


class Asked(AskDialog):
    def __init__(self):
        super().__init__("Report", "Keep it")
        self.heard = []
        self.reason = self.ask("&Reason", reason_box())
        self.day = self.ask("&On", day_line("2025-03-14"))
        self.add_tool(button("Attach a file…"))

    def keep(self):
        self.heard.append(needed(self.reason, "Say why."))


@pytest.fixture
def asked(qtbot):
    made = Asked()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.reason.control.hasFocus, timeout=2000)
    return made


def test_tab_meets_the_fields_in_the_order_they_were_asked_for(asked, qtbot):
    qtbot.keyClick(asked.reason.control, Qt.Key.Key_Tab)
    assert asked.day.control.hasFocus()


def test_enter_in_a_line_keeps(asked, qtbot):
    qtbot.keyClick(asked.day.control, Qt.Key.Key_Return)
    assert asked.heard == [""]
    assert asked.reason._hint.text() == "Say why."


def test_a_day_is_whole_and_a_month_is_a_date_too(asked):
    line = asked.day.control
    assert isinstance(line, QLineEdit)
    assert typed_day(asked.day) == "2025-03-14"
    line.setText("Mar 2025")
    assert typed_day(asked.day) == "2025-03"
    assert whole_day(asked.day) is None
    assert asked.day._hint.text() == "Give the whole day."
    line.setText("someday")
    assert typed_day(asked.day) is False
    assert "is not a date" in asked.day._hint.text()
    line.setText("")
    assert typed_day(asked.day) is None
