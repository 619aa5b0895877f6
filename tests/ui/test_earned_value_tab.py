"""The tab Earned value on entered records: what its tiles say, and that what is typed counts at once."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.progress import Progress
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.ui.projects.value.packages import technique_text
from collabdesk.ui.projects.value.page import EarnedValue
from collabdesk.usecases import edits
from collabdesk.usecases.earned_value import earned_value_on


@pytest.fixture
def project(workspace):
    """The published example in one work package, and one in which nothing is measured."""
    with workspace.changing("records") as step:
        made = step.add(Project(code="P-1", acronym="TIDE", currency="EUR", start="2025-01-01", end="2025-05-31"))
        own = {"project_id": made.id, "currency": "EUR"}
        step.add(WorkPackage(project_id=made.id, code="WP1", title="Observing", technique="percent complete"))
        for month, amount in enumerate((50, 75, 125, 125, 125), start=1):
            step.add(BudgetLine(**own, work_package="WP1", period=f"2025-{month:02}", amount=Decimal(amount * 1000)))
        step.add(CostItem(**own, work_package="WP1", date="2025-02-20", expended=Decimal(290_000)))
        step.add(CostItem(**own, work_package="WP7", date="2025-04-20", expended=Decimal(10)))
    return made


@pytest.fixture
def tab(desk, project, shown):
    made = EarnedValue(desk, project)
    made.day.setDate(QDate(2025, 3, 31))
    return shown(made, 1000, 640)


def said(tab):
    return {name: tile.accessibleName() for tiles in tab.tiles for name, tile in tiles._tiles.items()}


def cell(tab, row, heading):
    model = tab.packages.panel.rows
    column = next(n for n, c in enumerate(model.columns) if c.heading.startswith(heading))
    return model.index(row, column).data()


def test_without_a_reading_the_tiles_say_na_and_why(tab):
    assert said(tab)["cpi"] == "Cost index (CPI): n/a. The work is not measured"
    missing = "Earned value cannot be told: not measured: WP1: no reading by 31 March 2025."
    assert tab.notice.isVisible() and tab.notice.text() == missing
    assert cell(tab, 0, "CPI") == "n/a"
    assert cell(tab, 0, "Spent") == "290,000"


def test_a_reading_that_is_typed_counts_at_once(tab, workspace, project, at_rest):
    with workspace.changing("read") as step:
        step.add(Progress(project_id=project.id, work_package="WP1", day="2025-03-31", done=Decimal("0.4")))
    at_rest()
    told = said(tab)
    assert told["cpi"] == "Cost index (CPI): 0.69. The work costs more than planned"
    assert told["spi"] == "Schedule index (SPI): 0.80. Less is done than planned"
    assert told["eac"] == "Estimate at completion: 725,000\u00a0EUR. Budget: 500,000\u00a0EUR"
    assert told["ieac-t"] == "Expected end: 23 Jun 2025. 5.8 instead of 5 months"
    assert told["spi-t"].endswith("0.87. 2.6 of 3 months earned")
    assert not tab.notice.isVisible()
    assert [cell(tab, 0, h) for h in ("Done", "Earned", "CPI", "SPI")] == ["40\u00a0%", "200,000", "0.69", "0.80"]


def test_a_reading_is_typed_by_keyboard_pasted_from_a_spreadsheet_and_undone(tab, desk, workspace, qtbot, at_rest):
    tab.segments.choose("readings")
    tab.activateWindow()
    panel = tab.readings.panel
    panel.start_typing()
    qtbot.waitUntil(panel.table.hasFocus)
    for keys in ("2025-03-31", "WP1", "40"):
        for letter in keys:  # the first opens the cell's editor
            qtbot.keyClicks(QApplication.focusWidget(), letter)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    at_rest()
    (reading,) = workspace.find("progress")
    assert (reading.day, reading.work_package, reading.done) == ("2025-03-31", "WP1", Decimal("0.4"))
    assert said(tab)["cpi"].startswith("Cost index (CPI): 0.69")
    QGuiApplication.clipboard().setText("2025-04-30\t\t55 %\n2025-05-31\t\t70 %\n")
    panel.start_typing()
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    panel.keep_ready(besides=-1)
    at_rest()
    assert [r.done for r in workspace.find("progress", work_package="")] == [Decimal("0.55"), Decimal("0.7")]
    desk.undo()
    at_rest()
    assert workspace.count("progress") == 1


def test_another_day_gives_other_values_and_names_what_no_package_explains(tab, at_rest):
    tab.day.setDate(QDate(2025, 4, 30))
    at_rest()
    assert cell(tab, 0, "Planned") == "375,000"
    tab.segments.choose("packages")
    assert "10.00\u00a0EUR is spent on no planned work package (WP7)" in tab.packages._rest.text()


def test_a_technique_is_typed_in_place(tab, workspace, at_rest):
    tab.segments.choose("packages")
    number = workspace.find("work_package")[0].id
    edits.edit(workspace, "work_package", number, "Change WP1", technique="0/100")
    at_rest()
    assert cell(tab, 0, "Technique") == "0/100"
    assert cell(tab, 0, "Earned") == "0"
    model = tab.packages.panel.rows
    assert [c.heading for c in model.columns if c.read is not None] == ["No.", "Work package", "Technique"]


def test_words_of_techniques_that_are_not_known_stay_as_they_are():
    assert technique_text("milestones") == "Milestones"
    assert technique_text("weighted milestones") == "Milestones"
    assert technique_text("level of effort") == "level of effort"


def test_tasks_are_listed_only_where_the_budget_is_planned_by_task(desk, workspace, project, qtbot):
    own = {"project_id": project.id}
    with workspace.changing("task") as step:
        step.add(WorkPackage(**own, code="T1.1", parent="WP1"))
    for count in (1, 2):
        made = EarnedValue(desk, project)
        qtbot.addWidget(made)
        assert len(made.packages.panel.rows.ids) == count
        with workspace.changing("line") as step:
            step.add(BudgetLine(**own, currency="EUR", work_package="T1.1", period="2025-01", amount=Decimal(1)))


def test_a_project_without_a_plan_says_what_to_do(desk, workspace, qtbot, at_rest):
    with workspace.changing("project") as step:
        bare = step.add(Project(code="P-2", currency="EUR"))
    made = EarnedValue(desk, bare)
    qtbot.addWidget(made)
    made.show()
    at_rest()
    assert "Budget lines with a period" in made._plan.text()
    assert all(": n/a" in text for text in said(made).values())


def test_a_project_that_is_gone_has_no_figures(workspace):
    from datetime import date

    assert earned_value_on(workspace, 99, date(2025, 1, 1)) == []
