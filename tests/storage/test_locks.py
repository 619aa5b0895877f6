"""Closed periods and declared items hold, whatever way a change comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.costs import CostItem
from collabdesk.domain.dates import IsoDate
from collabdesk.domain.nouns import Batch, Effort, Project, ReportingPeriod
from collabdesk.domain.problems import Refused
from collabdesk.storage import locks
from collabdesk.usecases.workspace import Act, Workspace
from databases import new_location


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    """A project with a cost and an effort in each of two open periods."""
    with Workspace.open(new_location(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            project = step.add(Project(code="P1", acronym="TIDE")).id
            for code, start, end in (("RP1", "2024-01-01", "2024-12-31"), ("RP2", "2025-01-01", "2025-12-31")):
                step.add(ReportingPeriod(project_id=project, code=code, start=IsoDate(start), end=IsoDate(end)))
            for code, day in (("C1", "2024-06-15"), ("C2", "2025-06-15")):
                step.add(cost(code, day))
            step.add(Effort(project_id=project, person="R1", month=IsoDate("2024-03"), days=Decimal(10)))
        yield workspace


def cost(code: str, day: str, **more: object) -> CostItem:
    return replace(
        CostItem(project_id=1, code=code, date=IsoDate(day), expended=Decimal(100), currency="EUR", status="entered"),
        **more,
    )


def close(workspace: Workspace, status: str, code: str = "RP1") -> None:
    way = {"closing": 1, "submitted": 2, "accepted": 3, "locked": 4}[status]
    for word in ("closing", "submitted", "accepted", "locked")[:way]:
        (period,) = workspace.find("reporting_period", code=code)
        with workspace.changing(f"Set {code} to {word}") as step:
            step.move(period, word)


def edit(workspace: Workspace, noun: str, number: int, **fields: object) -> None:
    with workspace.changing("Edit") as step:
        step.update(replace(workspace.get(noun, number), **fields))


def refused(act, *arguments: object, **named: object) -> str:
    with pytest.raises(Refused) as caught:
        act(*arguments, **named)
    assert caught.value.code in ("closed-period", "blocked")
    return caught.value.sentence


def test_the_refusal_names_period_project_record_and_what_to_do(books: Workspace) -> None:
    close(books, "locked")
    assert refused(edit, books, "cost", 1, expended=Decimal(90)) == (
        "Reporting period RP1 of TIDE is locked: cost C1 (15 June 2024) cannot be changed in it (expended)."
        " Reopen RP1 with a reason."
    )


def test_what_belongs_to_an_open_period_can_be_changed(books: Workspace) -> None:
    close(books, "locked")
    edit(books, "cost", 2, expended=Decimal(90))
    assert books.get("cost", 2).expended == 90


def test_nothing_is_added_to_a_closed_period_by_hand(books: Workspace) -> None:
    close(books, "submitted")

    def add() -> None:
        with books.changing("Enter") as step:
            step.add(cost("C3", "2024-12-31"))

    assert "cost C3 (31 December 2024) cannot be added to it" in refused(add)
    assert books.count("cost") == 2


def test_a_cost_of_a_closed_period_may_be_declared_in_an_open_one(books: Workspace) -> None:
    close(books, "locked")
    with books.changing("Enter") as step:
        step.add(cost("late", "2024-12-01", declared_in="RP2"))
    close(books, "submitted", "RP2")
    assert "RP2" in refused(edit, books, "cost", 3, expended=Decimal(1))


def test_a_month_belongs_to_the_period_of_its_last_day(books: Workspace) -> None:
    edit(books, "cost", 1, date=IsoDate("2024-12"))
    close(books, "locked")
    assert "December 2024" in refused(edit, books, "cost", 1, expended=Decimal(1))


def test_an_import_into_a_closed_period_is_refused_as_a_whole(books: Workspace) -> None:
    close(books, "submitted")

    def take_in() -> None:
        with books.changing("Import x", Act.IMPORT) as step:
            step.add(Batch(label="x"))
            columns = {
                "project_id": [1] * 6,
                "code": list("abcdef"),
                "date": ["2024-02-01"] * 5 + ["2025-02-01"],
            }
            step.insert_columns("cost", columns, batch_id=1, table_no=1, source_rows=range(6))

    assert "5 costs (a, b, c and 2 more) cannot be added" in refused(take_in)
    assert books.count("batch") == 0


def test_what_comes_with_its_closed_period_is_taken_in_and_back(books: Workspace) -> None:
    with books.changing("Import books", Act.IMPORT) as step:
        step.add(Batch(label="books"))
        step.add(ReportingPeriod(project_id=1, code="RP0", start=IsoDate("2023-01-01"), end=IsoDate("2023-12-31"),
                                 status="locked", batch_id=1))  # fmt: skip
        columns = {"project_id": [1], "code": ["old"], "date": ["2023-05-05"]}
        step.insert_columns("cost", columns, batch_id=1, table_no=1, source_rows=[2])
    assert "cannot be changed" in refused(edit, books, "cost", 3, expended=Decimal(5))
    books.revert(1)
    assert (books.count("cost"), books.count("reporting_period")) == (2, 2)


def test_a_batch_that_a_closed_period_rests_on_is_not_reverted(books: Workspace) -> None:
    with books.changing("Import x", Act.IMPORT) as step:
        step.add(Batch(label="x"))
        columns = {"project_id": [1, 1], "code": ["a", "b"], "date": ["2024-02-01", "2025-02-01"]}
        step.insert_columns("cost", columns, batch_id=1, table_no=1, source_rows=[2, 3])
        step.update(replace(books.get("cost", 1), expended=Decimal(70)))
    assert books.blockers(1) == []
    close(books, "submitted")
    assert [b.split(": ")[1] for b in books.blockers(1)] == [
        "cost a (1 February 2024) cannot be taken out of it. Reopen RP1 with a reason.",
        "cost C1 (15 June 2024) cannot be changed in it (expended). Reopen RP1 with a reason.",
    ]
    assert "Import 1 cannot be reverted" in refused(books.revert, 1)


def test_undo_and_redo_keep_out_of_a_closed_period(books: Workspace) -> None:
    edit(books, "cost", 1, expended=Decimal(90))
    with books.changing("Close by import", Act.IMPORT) as step:  # not a move that undo would meet first
        period = step.update(replace(books.get("reporting_period", 1), status="submitted"))
    assert "reopened only with a reason" in refused(books.undo)
    assert books.get("reporting_period", period.id).status == "submitted"


def test_a_deletion_in_a_closed_period_is_refused(books: Workspace) -> None:
    close(books, "closing")

    def remove() -> None:
        with books.changing("Delete") as step:
            step.delete(books.get("cost", 1))

    assert "cannot be taken out of it. Set RP1 to open again." in refused(remove)

    def remove_many() -> None:
        with books.changing("Delete") as step:
            step.remove([("cost", 1), ("cost", 2)])

    assert "cost C1" in refused(remove_many)
    assert books.count("cost") == 2


def test_while_a_period_is_closing_its_items_are_checked_and_declared(books: Workspace) -> None:
    close(books, "closing")
    edit(books, "cost", 1, status="declared", declared_in="RP1")
    edit(books, "cost", 2, declared_in="RP1")
    assert "(expended)" in refused(edit, books, "cost", 2, expended=Decimal(5))


def test_the_funders_verdict_may_be_written_until_the_period_is_locked(books: Workspace) -> None:
    edit(books, "cost", 1, status="declared")
    close(books, "submitted")
    edit(books, "cost", 1, status="accepted", accepted=Decimal(80), rejected_because="no receipt")
    assert "(status)" in refused(edit, books, "cost", 1, status="entered")
    for status in ("accepted", "locked"):
        (period,) = books.find("reporting_period", code="RP1")
        with books.changing(status) as step:
            step.move(period, status)
    assert "(accepted)" in refused(edit, books, "cost", 1, accepted=Decimal(70))


def test_effort_is_held_by_its_month(books: Workspace) -> None:
    close(books, "submitted")
    assert "effort R1 (March 2024) cannot be changed in it (days)" in refused(edit, books, "effort", 1, days=Decimal(9))
    edit(books, "effort", 1, signed_on=IsoDate("2024-04-02"))


def test_a_record_cannot_be_moved_into_or_out_of_a_submitted_period(books: Workspace) -> None:
    close(books, "submitted")
    assert "cost C2" in refused(edit, books, "cost", 2, declared_in="RP1")
    assert "cost C1" in refused(edit, books, "cost", 1, declared_in="RP2")
    assert "cost C1" in refused(edit, books, "cost", 1, date=IsoDate("2025-01-01"))


def test_a_period_is_reopened_only_with_a_reason(books: Workspace) -> None:
    close(books, "locked")
    (period,) = books.find("reporting_period", code="RP1")
    assert "only with a reason" in refused(edit, books, "reporting_period", period.id, status="open")
    edit(books, "reporting_period", period.id, status="open", reopened_because="audit of 3 May")
    edit(books, "cost", 1, expended=Decimal(90))
    assert books.get("cost", 1).expended == 90


def test_what_was_changed_while_reopened_is_not_undone_after_it_closed_again(books: Workspace) -> None:
    close(books, "submitted")
    (period,) = books.find("reporting_period", code="RP1")
    with books.changing("Reopen and correct") as step:
        step.update(replace(period, status="open", reopened_because="late invoice"))
        step.update(replace(books.get("cost", 1), expended=Decimal(90)))
    books.undo()
    assert (books.get("cost", 1).expended, books.get("reporting_period", 1).status) == (100, "submitted")
    books.redo()
    assert (books.get("cost", 1).expended, books.get("reporting_period", 1).status) == (90, "open")


def test_a_closed_period_keeps_its_code_and_days_and_stays(books: Workspace) -> None:
    close(books, "submitted")
    assert "other days" in refused(edit, books, "reporting_period", 1, end=IsoDate("2024-05-01"))
    assert "other days" in refused(edit, books, "reporting_period", 1, code="RP9")
    edit(books, "reporting_period", 1, title="First")

    def remove() -> None:
        with books.changing("Delete") as step:
            step.delete(books.get("reporting_period", 1))

    assert "cannot be removed" in refused(remove)


def test_what_the_funder_returns_is_open_again(books: Workspace) -> None:
    close(books, "submitted")
    with books.changing("Returned") as step:
        step.move(books.get("reporting_period", 1), "returned")
    edit(books, "cost", 1, expended=Decimal(90))


@pytest.mark.parametrize("status", ["declared", "accepted", "rejected", "adjusted"])
def test_the_amounts_of_a_declared_item_cannot_be_edited(books: Workspace, status: str) -> None:
    edit(books, "cost", 1, status=status)
    sentence = refused(edit, books, "cost", 1, expended=Decimal(90))
    assert sentence == (
        f"cost C1 (15 June 2024) of TIDE was {status} and cannot be changed in its amounts any more."
        " Adjust it by a new item that is linked to it."
    )
    edit(books, "cost", 1, evidence="invoice 7")


def test_a_declared_item_is_not_deleted_but_its_entering_can_be_undone(books: Workspace) -> None:
    with books.changing("Enter") as step:
        step.add(cost("C3", "2025-02-02", status="declared"))

    def remove() -> None:
        with books.changing("Delete") as step:
            step.delete(books.get("cost", 3))

    assert "was declared and cannot be removed" in refused(remove)
    books.undo()
    assert books.count("cost") == 2


def test_an_item_may_be_declared_in_the_step_that_sets_its_amount(books: Workspace) -> None:
    edit(books, "cost", 1, status="declared", expended=Decimal(90))
    assert books.get("cost", 1).expended == 90


def test_other_nouns_do_not_look_at_periods_at_all(books: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    close(books, "locked")
    monkeypatch.setattr(locks, "_closed", None)
    edit(books, "project", 1, title="Tide")
    with pytest.raises(TypeError):
        edit(books, "cost", 2, expended=Decimal(1))
