"""The records that each table of an import gave, as runs of neighbours."""

from __future__ import annotations

from pathlib import Path

from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.storage.runs import joined
from collabdesk.usecases.workspace import Workspace
from databases import new_location


def test_neighbours_are_one_run_until_a_row_or_an_id_is_left_out() -> None:
    assert joined([(1, 5, None), (2, 6, None), (3, 8, None), (5, 9, None)]) == [(1, 5, 2, None), (3, 8, 1, None),
                                                                              (5, 9, 1, None)]  # fmt: skip


def test_records_with_a_column_stand_alone() -> None:
    assert joined([(1, 5, None), (2, 6, 3), (3, 7, 3)]) == [(1, 5, 1, None), (2, 6, 1, 3), (3, 7, 1, 3)]


def test_each_table_of_each_import_is_given_with_what_is_still_there(tmp_path: Path) -> None:
    with Workspace.open(new_location(tmp_path)) as workspace:
        with workspace.changing("Import") as step:
            step.add(Project(code="P"))
            step.add(Milestone(project_id=1, title="by hand"))
            for row in (2, 3, 4):
                step.add(Milestone(project_id=1, batch_id=1, table_no=1, source_row=row))
            for row in (9, 7):
                step.add(Milestone(project_id=1, batch_id=1, table_no=2, source_row=row))
            step.delete(workspace.find("milestone", id=3)[0])
        given = {(t.batch_id, t.table_no): t.runs for t in workspace.given_tables("milestone")}
    assert given == {(1, 1): [(2, 2, 1, None), (4, 4, 1, None)], (1, 2): [(5, 9, 1, None), (6, 7, 1, None)]}
