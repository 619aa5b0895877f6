"""The criteria sets in the window: looked at, loaded, used for an audit, taken away."""

import pytest
from PySide6.QtWidgets import QApplication

from collabdesk.auditing import criteria_sets
from collabdesk.ui.audits.criteria_dialog import CriteriaDialog
from collabdesk.ui.audits.criteria_field import CriteriaField

OWN = """code = "house"
title = "House rules"
version = "1"
source = "Board decision"

[[criterion]]
title = "Relevance"
asks = "The need is still there."
dimension = "relevance"
source = "Board decision"
"""


@pytest.fixture
def dialog(desk, qtbot):
    made = CriteriaDialog(desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(OWN)
    return path


def titles(dialog):
    return [dialog.sets.row(row).title for row in range(dialog.sets.rowCount())]


def test_every_set_is_offered_with_what_it_asks_and_its_scale(dialog):
    assert len(titles(dialog)) == len(criteria_sets.names())
    assert dialog.standards.rowCount() == len(criteria_sets.load("three_es").standards)
    assert dialog.grades.rowCount() == len(criteria_sets.load("three_es").scale)
    assert dialog.use.isDefault()


def test_a_file_of_ones_own_is_loaded_shown_and_used(dialog, file, qtbot):
    dialog.load(file)
    qtbot.waitUntil(lambda: dialog.key == "house")
    assert "House rules" in titles(dialog)
    assert dialog.standards.rowCount() == 1
    with qtbot.waitSignal(dialog.chosen) as used:
        dialog.use.click()
    assert used.args == ["house"]


def test_what_is_wrong_with_a_file_is_said_with_its_line_and_nothing_is_kept(dialog, file, desk, qtbot):
    file.write_text(OWN.replace("asks =", "aks ="))
    dialog.load(file)
    qtbot.waitUntil(lambda: dialog.problems.rowCount() == 2)
    assert dialog.segments.key == "problems"
    assert "2 errors" in dialog.notice.text()
    assert desk.workspace.count("criteria_set") == 0


def test_the_field_of_the_plan_offers_a_set_that_was_just_loaded(desk, file, qtbot):
    field = CriteriaField(desk)
    qtbot.addWidget(field)
    opened = field.open()
    opened.load(file)
    qtbot.waitUntil(lambda: opened.key == "house")
    assert field.box.findText("House rules") >= 0
    opened.use.click()
    assert field.key == "house"
    QApplication.processEvents()
