"""Sampling in the window: drawn by a dialog, tested by typing and by a sheet, evaluated beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from collabdesk.domain.nouns import CostItem, Partner, Project
from collabdesk.ui.audits.sampling import SamplingTab
from collabdesk.usecases import audits, entering, sampling
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.room_desk import desk_on

D = Decimal


@pytest.fixture
def desk(qapp, tmp_path):
    workspace = Workspace.open(fresh_database(tmp_path), person="Ada")
    with workspace.changing("Begin") as step:
        step.add(Project(code="P1", acronym="TIDE", currency="EUR"))
        step.add(Partner(name="Uni"))
        for n, amount in enumerate((100, 2500, 40, 900, -60, 5000, 320, 80, 1500), start=1):
            step.add(CostItem(project_id=1, partner_id=1, code=f"C{n}", date="2025-05-06", category="C",
                              currency="EUR", expended=D(amount)))  # fmt: skip
    audits.plan(workspace, "P1", "Audit", date(2025, 12, 31))
    with desk_on(workspace) as desk:
        yield desk


@pytest.fixture
def tab(qtbot, desk):
    tab = SamplingTab(desk, 1)
    qtbot.addWidget(tab)
    tab.resize(1100, 640)
    tab.show()
    desk.changed.connect(lambda _: tab.again())
    return tab


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)


def drawn(qtbot, desk, tab):
    """The tab with a sample of six selections, drawn by the dialog."""
    qtbot.mouseClick(tab.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hasattr(tab, "dialog"), timeout=20_000)
    rest(qtbot, desk)
    dialog = tab.dialog
    dialog.tolerable.setText("50 %")
    dialog.expected.setText("0")
    dialog.seed.setText("7")
    dialog.look()
    rest(qtbot, desk)
    said = dialog.outlook.text().replace("\u00a0", " ")
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.shown_sample is not None, timeout=20_000)
    rest(qtbot, desk)
    return said


def test_a_dialog_says_what_would_be_drawn_and_draws_it(qtbot, desk, tab) -> None:
    said = drawn(qtbot, desk, tab)
    assert "8 items of 10,440.00 EUR can be drawn." in said
    assert "Left out: 1 (a negative book value" in said
    assert "Size 6. Interval 1,740.00 EUR; 2 items" in said
    assert "Tolerable: 5,220.00 EUR." in said
    (sample,) = sampling.samples_of(desk.workspace, 1)
    assert (sample.seed, sample.size, tab.pages.currentIndex()) == ("7", 6, 1)
    assert desk.workspace.undo_label == "Draw a sample"


def test_what_makes_no_sense_is_said_where_it_stands(qtbot, desk, tab) -> None:
    qtbot.mouseClick(tab.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hasattr(tab, "dialog"), timeout=20_000)
    rest(qtbot, desk)
    dialog = tab.dialog
    dialog.expected.setText("9 %")
    dialog.look()
    assert "smaller than the tolerable" in dialog.outlook.text()
    dialog.keep()
    dialog.number.setText("many")
    assert dialog.design() is None
    dialog.number.setText("")
    dialog.expected.setText("1 %")
    dialog.method.setCurrentIndex(1)
    dialog.look()
    rest(qtbot, desk)
    assert "needs its size" in dialog.outlook.text()
    assert dialog.deviation.isVisible()
    dialog.reject()
    assert not desk.workspace.find("sample")


def test_audited_values_are_typed_and_the_result_follows(qtbot, desk, tab) -> None:
    drawn(qtbot, desk, tab)
    rows = tab.items.entry_rows
    column = next(n for n, c in enumerate(rows.columns) if c.heading == "Audited (EUR)")
    for number, item in enumerate(sampling.items(desk.workspace, tab.shown_sample)):
        assert rows.setData(rows.index(number, column), f"{item.book:f}")
    rest(qtbot, desk)
    qtbot.waitUntil(lambda: sampling.evaluate(desk.workspace, tab.shown_sample).untested == 0, timeout=20_000)
    assert sampling.evaluate(desk.workspace, tab.shown_sample).accepted is True


def test_a_sheet_is_saved_and_read_with_what_is_wrong_named(qtbot, desk, tab, tmp_path) -> None:
    drawn(qtbot, desk, tab)
    sheet = tmp_path / "S1.xlsx"
    tab.save_sheet(sheet)
    qtbot.waitUntil(sheet.exists, timeout=20_000)
    book = load_workbook(sheet)
    book["Sample S1"]["I2"] = "lots"
    book["Sample S1"]["I3"] = 1
    book["Sample S1"]["J3"] = "half"
    book.save(sheet)
    tab.read_sheet(sheet)
    qtbot.waitUntil(lambda: bool(tab.notice.text()), timeout=20_000)
    assert "Sample S1!I2: 'lots' is not an amount" in tab.notice.text()
    assert "1 items changed" in tab.notice.text()
    rest(qtbot, desk)


def test_an_item_stands_as_it_was_drawn(qtbot, desk, tab) -> None:
    drawn(qtbot, desk, tab)
    item = sampling.items(desk.workspace, tab.shown_sample)[0]
    with pytest.raises(entering.NotEntered, match="as it was drawn"):
        entering.set_cells(desk.workspace, "sample_item", [(item.id, "book", D(1))], "Change")
    with pytest.raises(entering.Refused, match="not deleted by itself"):
        entering.delete_records(desk.workspace, "sample_item", [item.id], "Delete")
    with pytest.raises(entering.NotEntered):
        entering.add_records(desk.workspace, "sample_item", [{"sample_id": 1, "book": D(1)}], "Add")
