"""The tab of a project's plan: typed tables, acts with evidence, charts, baselines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.ui.projects.parts.files import FilesAndHistory
from collabdesk.ui.projects.plan.asking import AchievedDialog, CancelDialog, FreezeDialog, ReplanDialog
from collabdesk.ui.projects.plan.page import Plan
from collabdesk.usecases.plan import baselines


@pytest.fixture
def project(filled_workspace):
    project = filled_workspace.find("project", acronym="TIDELINE")[0]
    with filled_workspace.changing("Tasks") as step:
        step.add_many([
            WorkPackage(project_id=project.id, code="T2.1", title="Moorings", parent="WP2", start="2023-01",
                        end="2023-12-31"),
            WorkPackage(project_id=project.id, code="T1.2", parent="WP1", start="2023-01-01", end="2023-06-30",
                        predecessors="T1.9"),
            WorkPackage(project_id=project.id, code="T1.1", parent="WP1", start="2022-01-01", end="2022-12-31"),
        ])  # fmt: skip
    return project


@pytest.fixture
def plan(desk, project, shown):
    return shown(Plan(desk, project), 1280, 800)


def text(panel, row, title):
    """What the cell below a heading says."""
    place = [c.heading for c in panel.rows.columns].index(title)
    return panel.rows.data(panel.rows.index(row, place))


def choose(part, code):
    """Make the record with this code current; gives its row."""
    rows = part.panel.rows
    number = next(n for n in range(rows.rowCount()) if rows.row(n).get("code") == code)
    part.panel.table.setCurrentIndex(rows.index(number, 0))
    return rows.row(number)


def offered(part):
    layout = part.buttons.layout()
    return [layout.itemAt(n).widget().text() for n in range(layout.count())]


def test_tasks_stand_below_their_work_package_until_the_person_sorts(plan):
    panel = plan.packages.panel
    QAbstractItemModelTester(panel.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    codes = [text(panel, n, "No.") for n in range(4)]
    assert codes == ["WP1", "\u2003T1.1", "\u2003T1.2", "WP2"]
    panel.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert text(panel, 0, "No.").strip() == "T1.1"


def test_a_task_that_is_typed_goes_to_its_work_package(plan, at_rest):
    panel = plan.packages.panel
    last = len(panel.rows.ids)
    panel.entry_rows.type_in([(last, 0, "T1.3"), (last, 2, "WP1")])
    panel.keep_ready(besides=-1)
    at_rest()
    assert [panel.rows.row(n)["code"] for n in range(4)] == ["WP1", "T1.1", "T1.2", "T1.3"]


def test_days_are_shown_with_their_project_month_and_typed_as_one(plan, desk, at_rest):
    panel = plan.packages.panel  # the project begins on 1 January 2022
    row = choose(plan.packages, "T1.1")
    number = panel.table.currentIndex().row()
    assert text(panel, number, "Start") == "1 Jan 2022 · M1"
    place = [c.heading for c in panel.rows.columns].index("Forecast end")
    panel.rows.setData(panel.rows.index(number, place), "M15")
    at_rest()
    assert desk.workspace.get("work_package", row["id"]).forecast_end == "2023-03"
    assert text(panel, number, "Forecast end") == "Mar 2023 · M15"
    assert [r.code for r in desk.workspace.find("forecast")] == ["T1.1"]


def test_slip_float_and_what_is_wrong_with_the_plan_are_told(plan):
    panel = plan.packages.panel
    choose(plan.packages, "T1.2")
    number = panel.table.currentIndex().row()
    assert text(panel, number, "Float") != "–"
    assert "T1.2 waits for T1.9, which is not there." in plan.packages._problems.text()
    assert not plan.packages._problems.isHidden()


def test_a_milestone_is_achieved_with_its_file(plan, desk, at_rest, tmp_path):
    milestones = plan.milestones
    row = choose(milestones, "MS3")
    assert offered(milestones) == ["Achieved", "Missed", "Cancelled"]
    dialog = AchievedDialog(row, 0, plan)
    assert dialog.keep_button.isDefault()
    heard = []
    dialog.achieved.connect(lambda *given: heard.append(given))
    dialog.day.setText("3 Feb 2025")
    dialog.keep()
    assert heard == []
    assert "only with its evidence" in dialog._file._hint.text()
    proof = tmp_path / "portal.pdf"
    proof.write_bytes(b"%PDF portal")
    dialog.attach(proof)
    dialog.keep()
    on, means, file = heard[0]
    milestones.achieve(row, on, means, file)
    at_rest()
    kept = desk.workspace.get("milestone", row["id"])
    assert (kept.status, kept.achieved, kept.verification) == ("achieved", "2025-02-03", "Minutes, signed")
    assert text(milestones.panel, milestones.panel.table.currentIndex().row(), "Evidence") == "1 file"
    assert "portal.pdf" in milestones.proofs._text.text()
    assert milestones.panel.table.current_row()["id"] == row["id"]


def test_what_was_imported_as_achieved_says_that_no_evidence_is_recorded(plan):
    choose(plan.milestones, "MS1")
    number = plan.milestones.panel.table.currentIndex().row()
    assert text(plan.milestones.panel, number, "Evidence") == "no evidence recorded"


def test_evidence_is_added_and_verified(plan, desk, qtbot, at_rest, tmp_path):
    choose(plan.deliverables, "D1.2")
    proof = tmp_path / "report.pdf"
    proof.write_bytes(b"%PDF report")
    plan.deliverables.proofs.add([proof])
    at_rest()
    assert desk.workspace.find("evidence")[0].code == "D1.2"
    with qtbot.waitSignal(desk.told) as told:
        plan.deliverables.proofs.verify()
    assert "1 file is as recorded" in told.args[0]
    plan.deliverables.proofs.add([Path(tmp_path / "gone.pdf")])  # told, not raised
    assert desk.workspace.count("evidence") == 1


def test_what_was_handed_in_is_read_only(plan, desk, at_rest):
    rows = plan.deliverables.panel.rows
    choose(plan.deliverables, "D1.2")
    number = plan.deliverables.panel.table.currentIndex().row()
    assert not rows.flags(rows.index(number, 1)) & Qt.ItemFlag.ItemIsEditable
    assert "submitted: it changes only after a revision" in rows.why_closed(number, rows.columns[1])
    row = choose(plan.deliverables, "D1.3")
    plan.deliverables.go_to(row, "submitted")
    at_rest()
    assert desk.workspace.get("deliverable", row["id"]).submitted_on


def test_a_missed_milestone_is_planned_anew_and_another_cancelled(plan, desk, at_rest):
    row = choose(plan.milestones, "MS4")
    plan.milestones.go_to(row, "missed")
    at_rest()
    asked = ReplanDialog(row, plan)
    heard = []
    asked.planned.connect(lambda *given: heard.append(given))
    asked.day.setText("31 Dec 2027")
    asked.keep()
    assert heard == []  # reason and decision are missing
    asked.reason.setText("Storm")
    asked.decision.setText("GA 7")
    asked.keep()
    plan.milestones.replan(row, *heard[0])
    at_rest()
    assert desk.workspace.get("milestone", row["id"]).baseline == "2027-12-31"
    assert len(baselines.frozen(desk.workspace, row["project_id"])) == 2
    other = choose(plan.milestones, "MS5")
    assert not CancelDialog(other, [], plan).keep_button.isEnabled()
    with desk.workspace.changing("Amendment") as step:
        step.add(Amendment(project_id=other["project_id"], code="AM1"))
    plan.milestones.cancel(other, "AM1")
    at_rest()
    assert desk.workspace.get("milestone", other["id"]).status == "cancelled"


def test_a_forecast_shows_in_the_history(plan, desk, project, qtbot, at_rest):
    rows = plan.milestones.panel.rows
    choose(plan.milestones, "MS4")
    number = plan.milestones.panel.table.currentIndex().row()
    place = [c.heading for c in rows.columns].index("Forecast")
    rows.setData(rows.index(number, place), "1 Jul 2027")
    at_rest()
    assert text(plan.milestones.panel, number, "Forecast") == "1 Jul 2027 · M67"
    history = FilesAndHistory(desk, project)
    qtbot.addWidget(history)
    texts = [history._history.data(history._history.index(0, c)) for c in range(6)]
    assert texts[3:] == ["forecast", "–", "1 Jul 2027"]


def test_a_frozen_baseline_holds_the_approved_days_in_the_table(plan, desk, at_rest):
    plan.segments.choose("baselines")
    at_rest()
    assert plan.baselines._found == []
    first = FreezeDialog("", plan)
    heard = []
    first.frozen.connect(lambda *given: heard.append(given))
    first.keep()
    plan.baselines.keep(*heard[0])
    at_rest()
    assert plan.baselines.table.model().rowCount() == 1
    rows = plan.milestones.panel.rows
    place = [c.heading for c in rows.columns].index("Baseline")
    assert "BL1" in rows.why_closed(0, rows.columns[place])
    further = FreezeDialog("BL1", plan)
    further.frozen.connect(lambda *given: heard.append(given))
    further.keep()
    assert len(heard) == 1  # reason and decision are missing
    further.reason.setText("Storm")
    further.decision.setText("GA 7")
    further.decided.setText("1 Feb 2025")
    further.keep()
    plan.baselines.keep(*heard[1])
    at_rest()
    changed = [plan.baselines._lines.row(n) for n in range(plan.baselines._lines.rowCount())]
    assert {c.name for c in changed} == {"MS3", "MS5"}  # their forecasts were adopted
    assert plan.baselines.old.currentText() == "BL1"


def test_the_charts_are_drawn_and_the_trend_grows_by_recording(plan, desk, at_rest):
    plan.segments.choose("gantt")
    at_rest()
    assert plan.gantt.chart._image is not None
    plan.segments.choose("trend")
    at_rest()
    assert plan.trend._stack.currentIndex() == 1  # nothing was reported yet
    plan.day.day = date(2025, 3, 31)
    plan.record()
    at_rest()
    assert plan.trend._stack.currentIndex() == 0
    assert {r.reported_on for r in desk.workspace.find("forecast")} == {"2025-03-31"}
