"""Names that look alike: S and N decide, nothing is made one without the person, and what is open stays apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

ALIKE = (
    "101090001,,University of North Fjord,coordinator,NO,1000.50",
    "101090001,,Institute for Ocean Opticss,participant,PT,2000.25",
)


@pytest.fixture
def at_names(qtbot, room, kept, write, looked):
    """The page of names, of a list that spells two partners otherwise."""
    looked(write("partners spelt.csv", *ALIKE))
    assert room.wizard.draft.plan.undecided, "the names are seen to be alike"
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return)
    assert room.wizard.steps.current == "names"
    return room.wizard.names


def test_the_step_is_there_only_when_names_look_alike(room, kept, second, looked):
    looked(second)
    assert not room.wizard.draft.plan.alike
    assert not room.wizard.steps._steps["names"].isVisible()


def test_the_button_leads_to_the_names_first(room, kept, write, looked):
    looked(write("partners spelt.csv", *ALIKE))
    assert "look" in room.wizard.accept.text().lower()
    assert room.wizard.steps._steps["names"].isVisible()


def test_s_says_that_they_are_the_same_and_goes_on_to_the_next(qtbot, room, at_names):
    first = at_names.view.current_row()
    qtbot.keyClick(at_names.view, Qt.Key.Key_S)
    assert room.wizard.draft.plan.verdict(first) == "same"
    assert at_names.view.current_row() is not first or at_names.pairs.rowCount() == 1
    assert room.wizard.draft.plan.compared is None, "it is compared again"


def test_n_says_that_they_are_not_and_l_leaves_it_open(qtbot, room, at_names):
    pair = at_names.view.current_row()
    qtbot.keyClick(at_names.view, Qt.Key.Key_N)
    assert room.wizard.draft.plan.verdict(pair) == "different"
    at_names.view.selectRow(0)
    qtbot.keyClick(at_names.view, Qt.Key.Key_L)
    assert room.wizard.draft.plan.verdict(pair) == ""


def test_the_same_partner_is_not_added_again(qtbot, desk, room, at_names, rest):
    before = desk.workspace.count("partner")
    at_names.view.selectAll()
    at_names.decide("same")
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "compare" and not room.wizard._awaited, timeout=20_000)
    rest()
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("partner") == before


def test_what_is_left_open_is_kept_apart_and_asked_again(qtbot, desk, room, at_names, write, looked, rest):
    before, open_pairs = desk.workspace.count("partner"), room.wizard.draft.plan.undecided
    room.wizard.go("tables")
    qtbot.keyClick(room.wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.wizard.steps.current == "done", timeout=20_000)
    assert desk.workspace.count("partner") == before + open_pairs
