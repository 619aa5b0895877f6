"""What becomes of issued and signed reports, whatever way a change comes, and of what the program noticed by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.domain.restatements import Restatement
from collabdesk.usecases.workspace import Act, Workspace
from databases import fresh_database, keep


@pytest.fixture
def books(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as workspace:
        keep(workspace, Report(code="R-2026-001", title="Tides"))
        yield workspace


def moved(books, status, **more):
    with books.changing(f"Set to {status}") as step:
        return step.update(replace(books.get("report", 1), status=status, **more))


def signed(books):
    moved(books, "reviewed", reviewed_by="Bo")
    return moved(books, "signed", signed_by="Ada")


def test_a_draft_may_be_taken_back_but_never_says_anything_else(books):
    with pytest.raises(Refused, match="says what it says"):
        moved(books, "draft", title="Other tides")
    with pytest.raises(Refused, match="says what it says"):
        moved(books, "draft", figures="[1]")
    books.undo()
    assert books.count("report") == 0


@pytest.mark.parametrize("fields", [{"title": "x"}, {"signed_by": "Eve"}, {"status": "reviewed"}])
def test_a_signed_report_is_never_altered(books, fields):
    report = signed(books)
    with pytest.raises(Refused, match="never changes"), books.changing("Alter") as step:
        step.update(replace(report, **fields))


def test_a_signed_report_is_never_deleted(books):
    report = signed(books)
    with pytest.raises(Refused, match="never changes"), books.changing("Delete") as step:
        step.delete(report)
    with pytest.raises(Refused, match="never changes"), books.changing("Delete") as step:
        step.writer.delete_runs("report", [(1, 1)])


def test_no_undo_takes_a_signature_back(books):
    signed(books)
    with pytest.raises(Refused, match="nothing takes that back"):
        books.undo()
    assert books.get("report", 1).status == "signed"


def test_a_signed_report_may_be_superseded_and_that_stays(books):
    signed(books)
    moved(books, "superseded")
    with pytest.raises(Refused, match="nothing takes that back"):
        books.undo()
    assert books.get("report", 1).status == "superseded"


def test_undo_and_redo_pass_by_what_the_program_noticed(books):
    books.undo()
    with books.changing("Restatements noticed", Act.NOTICE) as step:
        step.add(Restatement(report="R-2025-001", figure="F1-cpi"))
    assert (books.undo_label, books.redo_label) == (None, "Set up")
    books.redo()
    assert (books.count("report"), books.count("restatement")) == (1, 1)
    books.undo()
    assert (books.count("report"), books.count("restatement")) == (0, 1)
    assert books.verify_journal() == []
