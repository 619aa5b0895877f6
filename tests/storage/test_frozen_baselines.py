"""A frozen baseline and its lines: refused at the one door, whatever way a change comes."""

import dataclasses

import pytest

from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.batches import Batch
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases.changes import Act
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        yield opened


def freeze(workspace, **more):
    """A baseline with one line, frozen in one step."""
    with workspace.changing("Freeze") as step:
        project = step.add(Project(code="101"))
        baseline = step.add(Baseline(project_id=project.id, code="BL1", **more))
        line = step.add(BaselineLine(project_id=project.id, baseline_id=baseline.id, subject="milestone", code="MS1"))
        baseline = step.move(baseline, "frozen")
    return baseline, line


def refused(workspace, change):
    with pytest.raises(Refused, match="BL1 is frozen"), workspace.changing("Try") as step:
        change(step)


def test_neither_the_baseline_nor_a_line_is_changed_removed_or_added(workspace):
    baseline, line = freeze(workspace)
    refused(workspace, lambda step: step.update(dataclasses.replace(baseline, title="Another")))
    refused(workspace, lambda step: step.update(dataclasses.replace(line, end="2026-01-01")))
    refused(workspace, lambda step: step.delete(line))
    refused(workspace, lambda step: step.add(dataclasses.replace(line, id=None, uid="", code="MS2")))
    refused(workspace, lambda step: step.remove([("baseline_line", line.id)]))
    assert workspace.find("baseline_line") == [line]


def test_undo_does_not_melt_it(workspace):
    freeze(workspace)
    with pytest.raises(Refused, match="never changes"):
        workspace.undo()
    assert workspace.count("baseline", status="frozen") == 1


def test_a_draft_may_still_change(workspace):
    with workspace.changing("Draft") as step:
        draft = step.add(Baseline(code="BL1"))
        step.add(BaselineLine(baseline_id=draft.id, subject="milestone", code="MS1"))
    with workspace.changing("Again") as step:
        step.update(dataclasses.replace(draft, title="Another"))
    workspace.undo()
    workspace.undo()
    assert workspace.count("baseline") == 0


def test_an_import_that_brought_one_is_taken_back_with_it_but_changes_none(workspace):
    with workspace.changing("Import", Act.IMPORT) as step:
        batch = step.add(Batch(label="plan.xlsx", status="committed"))
        origin = {"batch_id": batch.id, "table_no": 1}
        baseline = step.add(Baseline(code="BL1", status="frozen", **origin, source_row=2))
        line = step.add(BaselineLine(baseline_id=baseline.id, code="MS1", **origin, source_row=3))
    refused(workspace, lambda step: step.update(dataclasses.replace(line, end="2026-01-01")))
    workspace.undo()
    assert workspace.count("baseline_line") == workspace.count("baseline") == 0
    workspace.redo()
    assert workspace.count("baseline_line") == 1
    workspace.revert(batch.id)
    assert workspace.count("baseline") == 0
