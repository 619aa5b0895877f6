"""The imports room as a person uses it: drop, look, change, accept, undo, cancel, refuse."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.ui.imports.room import ImportsRoom
from collabdesk.ui.imports.sheet_tones import CellTone, SheetTones, place_of
from collabdesk.ui.imports.words import field_text, kind_text, why_text
from collabdesk.usecases import imports, mappings
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database
from ui.room_desk import desk_on, drop

HEADER = "projectID,organisationID,name,role,country,ecContribution,remark\n"
ROWS = (
    "101090001,990000001,North Fjord University,coordinator,NO,1000.50,a\n"
    "101090001,990000002,Institute of Ocean Optics,participant,PT,2000.25,b\n"
    "101090001,990000003,Centre for Tidal Research,participant,FR,3000.00,c\n"
)


@pytest.fixture
def desk(qapp, tmp_path):
    with desk_on(Workspace.open(fresh_database(tmp_path, "portfolio.db"), person="Ana")) as desk:
        yield desk


@pytest.fixture
def room(qtbot, desk):
    room = ImportsRoom(desk)
    qtbot.addWidget(room)
    room.resize(1200, 760)
    room.show()
    return room


@pytest.fixture
def partners(tmp_path) -> Path:
    file = tmp_path / "partners.csv"
    file.write_text(HEADER + ROWS, encoding="utf-8")
    return file


def looked(qtbot, room, *files: Path) -> None:
    drop(room.start.drop, *files)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=20_000)


def rest(qtbot, desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.is_busy, timeout=20_000)


def test_a_dropped_file_is_looked_at_accepted_and_taken_back(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    assert desk.workspace.count("participation") == 0, "looking writes nothing"
    assert room.wizard.accept.text() == "&Import 3 rows"
    qtbot.mouseClick(room.wizard.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("participation") == 3
    assert "3 rows imported" in room.wizard.outcome.title.text()
    qtbot.mouseClick(room.wizard.outcome.undo, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    assert desk.workspace.count("participation") == 0
    assert not room.wizard.outcome.undo.isVisible()


def test_an_import_undone_from_the_menu_is_not_offered_to_be_undone_again(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    qtbot.keyClick(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    desk.undo()
    rest(qtbot, desk)
    qtbot.waitUntil(lambda: not room.wizard.outcome.undo.isVisible())
    assert desk.workspace.count("participation") == 0


def test_a_column_given_another_field_is_looked_at_again_at_once(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    room.wizard.open_table((0, 0))
    rest(qtbot, desk)
    columns = room.wizard.table.columns
    row = next(n for n in range(columns.rows.rowCount()) if columns.rows.column(n).header == "ecContribution")
    assert columns.rows.column(row).field == "contribution.amount"
    columns.selectRow(row)
    columns.chooser.chosen.emit("contribution.net_amount")
    assert not room.wizard.accept.isEnabled(), "nothing is accepted while the table is looked at again"
    assert room.wizard.said.text() == "Looking again…"
    rest(qtbot, desk)
    assert columns.rows.column(row).field == "contribution.net_amount"
    assert columns.currentIndex().row() == row, "the person stays where they were"
    assert set(room.wizard.draft.table((0, 0)).totals) == {"contribution.net_amount"}


def test_a_column_is_left_out_with_the_delete_key(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    room.wizard.open_table((0, 0))
    rest(qtbot, desk)
    columns = room.wizard.table.columns
    row = next(n for n in range(columns.rows.rowCount()) if columns.rows.column(n).field == "contribution.amount")
    columns.selectRow(row)
    qtbot.keyClick(columns, Qt.Key.Key_Delete)
    rest(qtbot, desk)
    assert columns.rows.column(row).field is None
    assert columns.rows.index(row, 2).data() == "Left out"


def test_a_column_without_a_header_can_be_given_a_field(qtbot, desk, room, tmp_path):
    file = tmp_path / "partners.csv"
    file.write_text(HEADER.replace("country", "") + ROWS, encoding="utf-8")
    looked(qtbot, room, file)
    room.wizard.open_table((0, 0))
    rest(qtbot, desk)
    columns = room.wizard.table.columns
    row = next(n for n in range(columns.rows.rowCount()) if not columns.rows.column(n).header)
    assert columns.rows.column(row).field is None
    columns.selectRow(row)
    columns.chooser.chosen.emit("partner.country")
    rest(qtbot, desk)
    assert columns.rows.column(row).field == "partner.country"


def test_the_chooser_finds_a_field_by_typing(qtbot, desk, room):
    chooser = room.wizard.table.columns.chooser
    chooser.search.setText("net amo")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chosen.args == ["contribution.net_amount"]


def test_a_problem_jumps_to_its_cell(qtbot, desk, room, tmp_path):
    file = tmp_path / "partners.csv"
    file.write_text(HEADER + ROWS.replace("2000.25", "lots"), encoding="utf-8")
    looked(qtbot, room, file)
    room.wizard.open_table((0, 0))
    rest(qtbot, desk)
    page = room.wizard.table
    number = next(n for n in range(page.problem_rows.rowCount()) if "lots" in page.problem_rows.row(n).text)
    page.problems.selectRow(number)
    index = page.preview.view.currentIndex()
    assert (index.row() + 1, index.column() + 1) == place_of(page.problem_rows.row(number).cell)
    assert index.data() == "lots"


def test_control_totals_are_said_in_words(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    room.wizard.open_table((0, 0))
    assert room.wizard.table.totals.account.text() == "3 rows read = 3 imported + 0 set aside + 0 rejected"
    assert room.wizard.draft.table((0, 0)).totals["contribution.amount"].sum == Decimal("6000.75")


def test_a_stated_total_is_compared_and_a_difference_is_named(qtbot, desk, room, tmp_path):
    from collabdesk.ui.imports.totals import lines_of

    file = tmp_path / "partners.csv"
    file.write_text(HEADER + ROWS + "Total,,,,,6000.70,\n", encoding="utf-8")
    looked(qtbot, room, file)
    table = room.wizard.draft.table((0, 0))
    assert [s.why for s in table.set_aside] == ["total"]
    line = next(line for line in lines_of(table) if line.field == "contribution.amount")
    assert line.verdict.startswith("✗ Differs by")
    assert line.tone == "bad"


def test_a_refused_file_says_its_sentence_and_the_button_says_why(qtbot, desk, room, tmp_path):
    file = tmp_path / "empty.xlsx"
    file.write_bytes(b"")
    looked(qtbot, room, file)
    assert room.wizard.draft.staged.files[0].refused
    assert not room.wizard.accept.isEnabled()
    assert room.wizard.said.text() == "None of the files could be read."
    assert desk.workspace.count("batch") == 0


def test_a_table_that_is_left_out_is_not_imported(qtbot, desk, room, partners):
    looked(qtbot, room, partners)
    room.wizard.tables.taken.emit((0, 0), False)
    assert not room.wizard.accept.isEnabled()
    assert room.wizard.said.text() == "Choose at least one table to import."
    room.wizard.tables.taken.emit((0, 0), True)
    assert room.wizard.accept.isEnabled()


def test_cancel_ends_a_look_within_a_second_and_leaves_nothing(qtbot, desk, room, tmp_path):
    file = tmp_path / "many.csv"
    file.write_text(HEADER + ROWS * 60_000, encoding="utf-8")
    drop(room.start.drop, file)
    assert room.pages.currentWidget() is room.waiting
    began = time.monotonic()
    qtbot.mouseClick(room.waiting.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.start, timeout=5_000)
    assert time.monotonic() - began < 1.0
    rest(qtbot, desk)
    assert desk.said == ["Cancelled. Nothing was kept."]
    assert desk.workspace.count("batch") == 0


def test_a_past_import_is_listed_shown_and_taken_back_after_a_question(qtbot, desk, room, partners):
    accepted = imports.accept(desk.workspace, imports.look_at([partners]))
    qtbot.waitUntil(lambda: room.start.batches.rowCount() == 1)
    room.open_batch(accepted.batch_id)
    assert room.batch.head.title.text() == "partners.csv"
    room.show_start()
    room.start.view.selectRow(0)
    qtbot.mouseClick(room.start.revert, Qt.MouseButton.LeftButton)
    assert room.start.confirm.isVisible()
    assert desk.workspace.count("participation") == 3, "nothing happens before the answer"
    qtbot.mouseClick(room.start.confirm.yes, Qt.MouseButton.LeftButton)
    rest(qtbot, desk)
    assert desk.workspace.count("participation") == 0
    qtbot.waitUntil(lambda: room.start.batches.row(0)["status"] == "undone")
    assert not room.start.revert.isEnabled()


def test_escape_answers_the_question_carefully(qtbot, desk, room, partners):
    imports.accept(desk.workspace, imports.look_at([partners]))
    qtbot.waitUntil(lambda: room.start.batches.rowCount() == 1)
    room.start.view.selectRow(0)
    room.start.ask_revert()
    qtbot.keyClick(room.start.confirm, Qt.Key.Key_Escape)
    assert not room.start.confirm.isVisible()
    assert desk.workspace.count("participation") == 3


def test_leaving_while_a_look_is_on_its_way_shows_nothing_of_it_later(qtbot, desk, room, partners):
    room.look_at([partners])
    room.show_start()
    rest(qtbot, desk)
    assert room.pages.currentWidget() is room.start


def test_the_cells_of_the_sheet_have_their_meaning(partners):
    table = imports.look_at([partners]).files[0].tables[0]
    tones = SheetTones(table)
    remark = next(c for c in table.columns if c.header == "remark")
    assert tones.tone(1, 1) == CellTone.HEADER
    assert tones.tone(2, 1) == CellTone.MAPPED
    if remark.field is None:
        assert tones.tone(2, 7) == CellTone.PLAIN
    assert tones.tone(9, 1) == CellTone.PLAIN, "below the table"


def test_the_item_models_keep_the_rules_of_models(qtbot, desk, room, partners):
    models = (room.wizard.table.columns.rows, room.wizard.table.preview.cells, room.wizard.table.problem_rows)
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in models]
    looked(qtbot, room, partners)
    room.wizard.open_table((0, 0))
    rest(qtbot, desk)
    assert len(testers) == 3


def test_every_field_kind_and_reason_has_words_for_people():
    for field in mappings.field_names():
        assert "_" not in field_text(field), field
    for kind in mappings.kind_names():
        assert "_" not in kind_text(kind), kind
    assert why_text("repeated_header") == "the header again"
