"""Taking an import back days later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from collabdesk.domain.nouns import (
    NOUNS,
    Batch,
    Contribution,
    Milestone,
    Participation,
    Partner,
    Project,
    Report,
    SourceFile,
    SourceTable,
)
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.usecases.workspace import Act, Workspace
from databases import new_location


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


def bring_in(workspace: Workspace, *records: Record, updates: tuple[Record, ...] = ()) -> int:
    """An import of one file with these records, in one step; gives the batch's id."""
    with workspace.changing("Import", Act.IMPORT) as step:
        batch = step.add(Batch(label="a.xlsx"))
        assert batch.id is not None
        sha256 = step.keep_file("a.xlsx", b"content")
        file = step.add(SourceFile(name="a.xlsx", sha256=sha256, batch_id=batch.id))
        step.add(SourceTable(file_id=file.id, kind="x", batch_id=batch.id))
        for record in records:
            step.add(replace(record, batch_id=batch.id))
        step.update_many(list(updates))
    return batch.id


def consortium(workspace: Workspace) -> int:
    return bring_in(
        workspace,
        Project(code="P1"),
        Partner(name="One"),
        Participation(project_id=1, partner_id=1),
        *(Contribution(project_id=1, partner_id=1, participation_id=1) for _ in range(3)),
    )


def edit(workspace: Workspace, record: Record | None, **fields: object) -> Record:
    assert record is not None
    with workspace.changing("Edit") as step:
        return step.update(replace(record, **fields))  # type: ignore[arg-type]


def counts(workspace: Workspace, *nouns: str) -> list[int]:
    return [workspace.count(noun) for noun in nouns]


def test_a_revert_removes_what_the_batch_created_and_keeps_its_record(workspace: Workspace) -> None:
    batch = consortium(workspace)
    assert workspace.blockers(batch) == [] and workspace.kept_by_revert(batch) == []
    change = workspace.revert(batch)
    assert counts(workspace, "project", "partner", "participation", "contribution") == [0, 0, 0, 0]
    assert workspace.get("batch", batch).status == "undone"  # type: ignore[union-attr]
    assert workspace.count("source_table") == 1
    assert change.batch_id == batch and "contribution" in change.nouns


def test_a_revert_is_undone_and_redone_like_any_step(workspace: Workspace) -> None:
    batch = consortium(workspace)
    before = {noun: workspace.find(noun) for noun in NOUNS}
    workspace.revert(batch)
    after = {noun: workspace.find(noun) for noun in NOUNS}
    workspace.undo()
    assert {noun: workspace.find(noun) for noun in NOUNS} == before
    workspace.redo()
    assert {noun: workspace.find(noun) for noun in NOUNS} == after
    assert workspace.problems() == []


def test_a_revert_restores_what_the_batch_updated(workspace: Workspace) -> None:
    with workspace.changing("Add") as step:
        project = step.add(Project(code="P1", title="old"))
    batch = bring_in(workspace, updates=(replace(project, title="new", city="Bern"),))
    edit(workspace, workspace.get("project", 1), city="Basel")
    assert workspace.kept_by_revert(batch) == ["project P1: city edited since"]
    workspace.revert(batch)
    now = workspace.get("project", 1)
    assert isinstance(now, Project) and (now.title, now.city) == ("old", "Basel")
    assert workspace.kept_by_revert(batch) == ["project P1: city edited since"]


def test_an_untouched_updated_record_is_exactly_as_before(workspace: Workspace) -> None:
    with workspace.changing("Add") as step:
        project = step.add(Project(code="P1", title="old"))
    workspace.revert(bring_in(workspace, updates=(replace(project, title="new"),)))
    assert workspace.get("project", 1) == project


def test_what_was_edited_since_is_kept_with_what_it_needs_and_named(workspace: Workspace) -> None:
    batch = consortium(workspace)
    edit(workspace, workspace.get("contribution", 2), title="checked")
    workspace.revert(batch)
    assert [c.id for c in workspace.find("contribution")] == [2]
    assert counts(workspace, "project", "partner", "participation") == [1, 1, 1]
    named = {line.split(":")[0] for line in workspace.kept_by_revert(batch)}
    assert named == {"contribution checked", "participation no. 1", "partner One", "project P1"}
    assert workspace.problems() == []


def test_an_edit_that_was_undone_is_no_edit(workspace: Workspace) -> None:
    batch = consortium(workspace)
    edit(workspace, workspace.get("contribution", 2), title="checked")
    workspace.undo()
    workspace.revert(batch)
    assert workspace.count("contribution") == 0


def test_what_a_batch_did_to_its_own_records_is_no_edit(workspace: Workspace) -> None:
    with workspace.changing("Import", Act.IMPORT) as step:
        batch = step.add(Batch(label="a.xlsx"))
        partner = step.add(Partner(name="x", batch_id=batch.id))
        step.update(replace(partner, country="GR"))
    assert batch.id is not None
    workspace.revert(batch.id)
    assert workspace.count("partner") == 0


def test_a_record_entered_by_hand_that_hangs_on_it_is_a_blocker(workspace: Workspace) -> None:
    batch = consortium(workspace)
    with workspace.changing("Add") as step:
        step.add(Milestone(project_id=1, code="M7"))
    (blocker,) = workspace.blockers(batch)
    assert "M7" in blocker and "by hand" in blocker
    with pytest.raises(Refused, match="M7") as caught:
        workspace.revert(batch)
    assert caught.value.code == "blocked"
    assert workspace.count("contribution") == 3


def test_records_of_a_later_import_that_hang_on_it_are_a_blocker_until_that_is_reverted(workspace: Workspace) -> None:
    first = consortium(workspace)
    second = bring_in(workspace, Milestone(project_id=1), Milestone(project_id=1))
    assert workspace.blockers(first) == [
        "2 milestone records of import 2 (milestone no. 1, milestone no. 2) hang on a project of it."
    ]
    workspace.revert(second)
    workspace.revert(first)
    assert counts(workspace, "project", "milestone") == [0, 0]


def test_a_later_import_that_updated_its_records_is_a_blocker(workspace: Workspace) -> None:
    first = consortium(workspace)
    second = bring_in(workspace, updates=(replace(workspace.find("project")[0], title="newer"),))  # type: ignore[call-arg]
    assert workspace.blockers(first) == [
        f"Import 2 ({workspace.get('batch', second).label}) has changed 1 of its records since; take that one back first."
    ]
    workspace.revert(second)
    workspace.revert(first)
    assert workspace.count("project") == 0


def test_a_signed_report_that_rests_on_it_is_a_blocker(workspace: Workspace) -> None:
    batch = consortium(workspace)
    sha256 = workspace.find("source_file")[0].sha256  # type: ignore[attr-defined]
    with workspace.changing("Issue") as step:
        step.add(
            Report(code="R9", status="signed", issued_at="2999-01-01T00:00:00Z", figures=f'[{{"sha256": "{sha256}"}}]')
        )
    assert workspace.blockers(batch) == ["The signed report R9 rests on it."]


def test_reverting_twice_or_nothing_is_refused(workspace: Workspace) -> None:
    batch = consortium(workspace)
    workspace.revert(batch)
    with pytest.raises(Refused, match="already"):
        workspace.revert(batch)
    with pytest.raises(Refused, match="no import 99"):
        workspace.revert(99)


def test_an_undone_import_cannot_be_reverted_but_a_redone_one_can(workspace: Workspace) -> None:
    batch = consortium(workspace)
    workspace.undo()
    with pytest.raises(Refused, match="no import"):
        workspace.revert(batch)
    workspace.redo()
    workspace.revert(batch)
    assert workspace.count("contribution") == 0


def test_only_the_rows_of_the_batch_go(workspace: Workspace) -> None:
    consortium(workspace)
    with workspace.changing("Import", Act.IMPORT) as step:
        batch = step.add(Batch(label="b.csv"))
        assert batch.id is not None
        rows = range(50_000)
        step.insert_columns(
            "contribution", {"project_id": [1] * 50_000}, batch_id=batch.id, table_no=1, source_rows=rows
        )
    for number in (5, 40_000, 50_003):
        edit(workspace, workspace.get("contribution", number), title="kept")
    workspace.revert(batch.id)
    assert list(workspace.ids("contribution")) == [1, 2, 3, 5, 40_000, 50_003]
    workspace.undo()
    assert workspace.count("contribution") == 50_003
    workspace.redo()
    assert workspace.count("contribution") == 6
