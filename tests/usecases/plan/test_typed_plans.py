"""What may not simply be typed into a plan, and the readings that typed forecasts leave."""

from __future__ import annotations

from datetime import date

import pytest

from collabdesk.domain.dates import today
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import edits, entering
from collabdesk.usecases.plan import baselines
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        with opened.changing("Set up") as step:
            project = step.add(Project(code="101", start="2025-01-01")).id
            step.add(WorkPackage(project_id=project, code="WP1", start="2025-01-01", end="2025-12-31"))
            step.add(Milestone(project_id=project, code="MS1", baseline="2025-01-31"))
            step.add(Deliverable(project_id=project, code="D1", due="2025-06-30", status="submitted"))
        yield opened


def test_a_milestone_is_not_achieved_by_typing_a_day(workspace):
    with pytest.raises(Refused, match="MS1 is set as achieved by an act of its own"):
        entering.set_cells(workspace, "milestone", [(1, "achieved", "2025-02-01")], "Type")
    with pytest.raises(Refused, match="with the file"):
        edits.edit(workspace, "milestone", 1, "Type", achieved="2025-02-01")
    with pytest.raises(Refused, match="with the file"):
        edits.move(workspace, "milestone", 1, "achieved", "Move")
    with pytest.raises(Refused, match="with the file"):
        entering.add_records(workspace, "milestone", [{"project_id": 1, "code": "M2", "achieved": "2025-02-01"}], "New")
    assert workspace.find("milestone")[0].achieved is None


def test_cancelling_and_planning_anew_ask_for_more_than_a_move(workspace):
    with pytest.raises(Refused, match="only by an amendment"):
        edits.move(workspace, "milestone", 1, "cancelled", "Move")
    edits.move(workspace, "milestone", 1, "missed", "Move")
    with pytest.raises(Refused, match="baseline change"):
        edits.move(workspace, "milestone", 1, "planned", "Move")


def test_frozen_dates_are_not_typed_over_but_forecasts_and_new_entries_are(workspace):
    entering.set_cells(workspace, "work_package", [(1, "end", "2025-11-30")], "Type")  # nothing is frozen yet
    baselines.freeze(workspace, 1, date(2025, 1, 1))
    for noun, field in (("work_package", "end"), ("milestone", "baseline")):
        with pytest.raises(Refused, match="is frozen in baseline BL1"):
            entering.set_cells(workspace, noun, [(1, field, "2026-01-31")], "Type")
    with pytest.raises(Refused, match="it keeps it"):
        edits.edit(workspace, "milestone", 1, "Type", code="MS9")
    entering.set_cells(workspace, "work_package", [(1, "forecast_end", "2026-01-31"), (1, "end", "2025-11-30")], "Type")
    entering.add_records(workspace, "milestone", [{"project_id": 1, "code": "MS2", "baseline": "2026-01-31"}], "New")
    entering.set_cells(workspace, "milestone", [(2, "baseline", "2026-02-28")], "Type")
    assert workspace.get("milestone", 2).baseline == "2026-02-28"


def test_what_is_submitted_is_read_only(workspace):
    with pytest.raises(Refused, match="D1 is submitted"):
        entering.set_cells(workspace, "deliverable", [(1, "title", "Another")], "Type")
    with pytest.raises(Refused, match="not deleted"):
        entering.delete_records(workspace, "deliverable", [1], "Delete")
    edits.move(workspace, "deliverable", 1, "revision_requested", "Move")
    entering.set_cells(workspace, "deliverable", [(1, "title", "Another")], "Type")
    assert workspace.get("deliverable", 1).title == "Another"


def test_a_typed_forecast_leaves_its_reading_in_the_same_step(workspace):
    entering.set_cells(workspace, "milestone", [(1, "forecast", "2025-03-31")], "Type")
    edits.edit(workspace, "work_package", 1, "Type", forecast_end="2026-02-28")
    entering.add_records(workspace, "milestone", [{"project_id": 1, "code": "MS2", "forecast": "2026-01-31"}], "New")
    found = [(r.subject, r.code, r.forecast, r.reported_on) for r in workspace.find("forecast")]
    day = today().isoformat()
    assert found == [("milestone", "MS1", "2025-03-31", day), ("work_package", "WP1", "2026-02-28", day),
                     ("milestone", "MS2", "2026-01-31", day)]  # fmt: skip
    for _ in range(3):
        workspace.undo()
    assert workspace.count("forecast") == 0
