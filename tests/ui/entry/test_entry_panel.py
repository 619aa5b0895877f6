"""Typing into a table as into a spreadsheet: keys, the clipboard, new rows, what is wrong, undo."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from collabdesk.ui.entry import EntryPanel, amount, choice, day, percent, quantity, reference, words

KEY = Qt.Key
COLUMNS = (
    reference("partner", "Partner"),
    choice("Form", "form", ("cash", "in_kind")),
    words("Contribution", "title"),
    amount("Pledged", "pledged"),
    day("Due", "due"),
)
PARTNER, FORM, TITLE, PLEDGED, DUE = range(5)


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def panel(filled_workspace, desk, qtbot):
    made = EntryPanel(desk, "contribution", COLUMNS, where={"project_id": 1, "form": "in_kind"},
                      fixed={"project_id": 1}, defaults={"form": "in_kind", "currency": "EUR"})  # fmt: skip
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


def press(qtbot, panel, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Each key goes to what has the focus then, as it does for a person."""
    for key in [part for key in keys for part in (key if isinstance(key, str) else [key])]:
        target = QApplication.focusWidget() or panel.table
        if isinstance(key, str):
            qtbot.keyClicks(target, key)
        else:
            qtbot.keyClick(target, key, modifier)


def cell(panel, row, column):
    return panel.rows.index(row, column).data()


def kept(panel, row):
    return panel.rows.row(row)


def test_typing_replaces_and_enter_goes_down(panel, qtbot, at_rest):
    panel.table.go_to(0, PLEDGED)
    press(qtbot, panel, "1,234.50", KEY.Key_Return)
    at_rest()
    assert panel.table.currentIndex().row() == 1
    assert panel._desk.workspace.get("contribution", panel.rows.ids[0]).pledged == Decimal("1234.50")


def test_a_whole_row_is_typed_and_kept_when_it_is_left(panel, qtbot, at_rest):
    count = len(panel.rows.ids)
    panel.start_typing()
    press(qtbot, panel, "NFU", KEY.Key_Tab, KEY.Key_Tab, "Ship days", KEY.Key_Tab, "5000", KEY.Key_Tab, "14/3/2025",
          KEY.Key_Return)  # fmt: skip
    at_rest()
    new = panel._desk.workspace.get("contribution", panel.rows.ids[-1])
    assert len(panel.rows.ids) == count + 1
    assert (new.title, new.pledged, new.currency, new.form, new.due) == ("Ship days", 5000, "EUR", "in_kind", "2025-03-14")
    assert panel._desk.workspace.undo_label == "Add to contribution"


def test_a_wrong_cell_stays_with_its_reason(panel, qtbot, at_rest):
    before = kept(panel, 0)["pledged"]
    panel.table.go_to(0, PLEDGED)
    press(qtbot, panel, "lots", KEY.Key_Return, KEY.Key_Up)
    at_rest()
    assert cell(panel, 0, PLEDGED) == "lots"
    assert panel.bar.text == "“lots” is not an amount."
    assert kept(panel, 0)["pledged"] == before


def test_a_block_is_pasted_as_one_step(panel, qtbot, at_rest):
    count = len(panel.rows.ids)
    QGuiApplication.clipboard().setText("NFU\tcash\t\"Two\nlines\"\t1.234,56\t2025-05-01\nIOO\tin kind\tBoat\t10\tMay 2025\n")
    panel.start_typing()
    press(qtbot, panel, KEY.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    at_rest()
    panel.look({"project_id": 1})
    new = panel._desk.workspace.find("contribution", project_id=1)[-2:]
    assert [(n.title, n.pledged, n.form, n.due) for n in new] == [
        ("Two\nlines", Decimal("1234.56"), "cash", "2025-05-01"), ("Boat", Decimal(10), "in_kind", "2025-05")
    ]  # fmt: skip
    panel._desk.workspace.undo()
    assert len(panel._desk.workspace.find("contribution", project_id=1, form="in_kind")) == count
