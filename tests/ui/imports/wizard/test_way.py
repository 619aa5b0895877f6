"""The way from a look to the end: where the button leads, what Esc asks, what the outcome names."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from collabdesk.usecases import imports


def texts(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_a_first_import_is_all_new_and_needs_no_more_pages(qtbot, desk, room, first, looked):
    looked(first)
    assert "Compared: all new" in texts(room.wizard.tables)
    assert room.wizard.said.text() == "All of it is new"
    assert room.wizard.accept.text() == "&Import 4 rows"
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("participation") == 4


def test_where_something_changes_the_button_leads_to_the_comparison(qtbot, room, kept, second, looked, rest):
    looked(second)
    assert "Compared: 1 new, 1 changed, 1 gone from the file, 2 as before" in texts(room.wizard.tables)
    assert room.wizard.accept.text() == "Comp&are with what is there"
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return)
    assert room.wizard.steps.current == "compare"


def test_ctrl_enter_takes_everything_and_removes_nothing(qtbot, desk, room, kept, second, looked):
    looked(second)
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("participation") == 5


def test_the_same_file_again_changes_nothing_and_says_so(room, kept, first, looked):
    looked(first)
    assert room.wizard.said.text() == "All of it is here already, word for word."
    assert room.wizard.accept.text() == "&Keep the file, change nothing"


def test_escape_leaves_at_once_where_nothing_was_chosen(qtbot, room, first, looked):
    looked(first)
    qtbot.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert room.pages.currentWidget() is room.start


def test_escape_asks_where_something_was_chosen(qtbot, room, kept, second, looked, rest):
    looked(second)
    room.wizard.go("compare")
    rest()
    qtbot.keyClick(room.wizard.compare.view, Qt.Key.Key_Space)
    qtbot.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert room.wizard.steps.current == "tables", "one step back first"
    rest()
    qtbot.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert room.wizard.confirm.isVisible()
    assert room.wizard.confirm.no.hasFocus(), "the careful answer is the nearest"
    qtbot.keyClick(room.wizard, Qt.Key.Key_Escape)
    assert not room.wizard.confirm.isVisible()
    assert room.pages.currentWidget() is room.wizard
    room.wizard.give_up()
    qtbot.mouseClick(room.wizard.confirm.yes, Qt.MouseButton.LeftButton)
    assert room.pages.currentWidget() is room.start


def test_other_files_do_not_push_a_decided_import_aside_unasked(room, kept, first, second, looked):
    looked(second)
    room.wizard.draft.plan.decisions.removed.add(("participation", 4))
    room.enter(files=[first])
    assert room.wizard.confirm.isVisible()
    assert room.pages.currentWidget() is room.wizard


def test_undo_of_something_else_meanwhile_is_compared_again(desk, room, kept, second, looked, rest):
    looked(second)
    assert room.wizard.accept.text() == "Comp&are with what is there"
    desk.undo()  # the first version goes
    rest()
    assert "Compared: all new" in texts(room.wizard.tables)


def test_the_outcome_names_what_was_left_out(qtbot, desk, room, kept, second, looked, rest):
    looked(second)
    room.wizard.go("compare")
    rest()
    none = room.wizard.compare.none
    qtbot.waitUntil(none.isVisible)
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(room.wizard.draft.plan.decisions.left_out))
    qtbot.mouseClick(room.wizard.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    # The counts of the comparison stand there a moment after the page itself.
    qtbot.waitUntil(lambda: "1 row left out by you" in texts(room.wizard.outcome), timeout=20_000)
    said = texts(room.wizard.outcome)
    assert "1 gone record kept" in said
    assert any("1 added" in text and "2 as before" in text for text in said), said


def test_rejected_rows_are_written_where_the_person_says(qtbot, desk, room, write, looked, rest, tmp_path, monkeypatch):
    from collabdesk.ui.imports import outcome

    opened = []
    monkeypatch.setattr(outcome.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    looked(write("spoilt.csv", "101090001,990000001,North Fjord University,coordinator,NO,1.5",
                 "101090001,990000002,Institute of Ocean Optics,participant,PT,lots",
                 "101090001,990000003,Centre for Tidal Research,participant,FR,3000.00"))  # fmt: skip
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert room.wizard.outcome.rejects.isVisible()
    target = tmp_path / "to mend.xlsx"
    room.wizard.outcome.write_rejects(str(target))
    rest()
    assert target.stat().st_size
    assert [Path(path) for path in opened] == [target]
    assert "1 row written to to mend.xlsx" in desk.said


def test_one_project_is_opened_from_the_outcome(qtbot, desk, room, first, looked):
    looked(first)
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    qtbot.mouseClick(room.wizard.outcome.on, Qt.MouseButton.LeftButton)
    project = desk.workspace.find("project")[0].id
    assert desk.wishes[-1] == ("projects", {"project_id": project})


def test_a_past_import_says_what_stands_in_the_way_of_taking_it_back(
    qtbot, desk, room, kept, second, rest, monkeypatch
):
    again = imports.accept(desk.workspace, imports.look_at([second], workspace=desk.workspace))
    rest()
    monkeypatch.setattr(desk.workspace, "blockers", lambda batch: ["Report 1 of 101090001 is signed."])
    room.open_batch(again.batch_id)
    rest()
    assert not room.batch.revert.button.isEnabled()
    assert "Report 1 of 101090001 is signed." in texts(room.batch.revert.card)


def test_a_past_import_is_taken_back_after_a_question(qtbot, desk, room, kept, rest):
    room.open_batch(kept.batch_id)
    rest()
    qtbot.mouseClick(room.batch.revert.button, Qt.MouseButton.LeftButton)
    assert room.batch.revert.confirm.isVisible()
    qtbot.mouseClick(room.batch.revert.confirm.yes, Qt.MouseButton.LeftButton)
    rest()
    assert desk.workspace.count("participation") == 0
    qtbot.waitUntil(lambda: not room.batch.revert.button.isVisible())
    assert "4 added" in " ".join(texts(room.batch)), "its account stays"


@pytest.fixture
def many(write) -> Path:
    """40,000 rows: enough that every stage takes a while."""
    rows = (f"10109{n % 90:04d},{990000000 + n},Partner number {n},participant,NO,{n}.50" for n in range(40_000))
    return write("many.csv", *rows)


def seconds_to(qtbot, act, is_so) -> float:
    began = time.monotonic()
    act()
    qtbot.waitUntil(is_so, timeout=20_000)
    return time.monotonic() - began


def test_cancel_ends_every_stage_within_a_second_and_leaves_nothing(qtbot, desk, room, many, rest):
    wizard, workspace = room.wizard, desk.workspace
    room.look_at([many])
    qtbot.wait(300)
    assert seconds_to(qtbot, room.waiting.cancelled.emit, lambda: room.pages.currentWidget() is room.start) < 1
    rest()
    room.look_at([many])
    qtbot.waitUntil(lambda: room.pages.currentWidget() is wizard, timeout=60_000)
    wizard.go("compare")
    qtbot.wait(300)
    assert wizard._awaited == "compare", "it is being compared"
    assert seconds_to(qtbot, wizard.waiting.cancelled.emit, lambda: not desk.tasks.is_busy) < 1
    assert wizard.steps.current == "tables"
    wizard._accept()
    qtbot.wait(300)
    assert room.pages.currentWidget() is room.waiting
    assert seconds_to(qtbot, room.waiting.cancelled.emit, lambda: room.pages.currentWidget() is wizard) < 1
    assert desk.said[-1] == "Cancelled. Nothing was kept; you can still import."
    wizard.forget()
    rest()
    assert (workspace.count("batch"), workspace.count("participation"), workspace.count("partner")) == (0, 0, 0)


def test_looking_again_is_stopped_within_a_second_and_changes_nothing(qtbot, desk, room, many, rest):
    from collabdesk.ui.imports.draft import Choices

    room.look_at([many])
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.wizard, timeout=60_000)
    wizard = room.wizard
    wizard.open_table((0, 0))
    before = wizard.draft.table((0, 0))
    rest()
    ended = []
    desk.tasks.ended.connect(lambda task: ended.append(task.label))
    wizard.table.decided.emit((0, 0), Choices(kind="partner"))
    qtbot.wait(100)
    assert wizard.foot.stop.isVisible()
    assert seconds_to(qtbot, wizard.foot.stop.click, lambda: "Looking again" in ended) < 1
    assert wizard.draft.table((0, 0)) is before
    assert not wizard.draft.choices
