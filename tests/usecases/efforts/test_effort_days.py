"""Days of persons: half days, the calendar, the limits of the rule pack over all projects, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import Effort, Participation, Partner, Project, ReportingPeriod, WorkPackage
from collabdesk.domain.problems import Refused
from collabdesk.usecases import efforts
from collabdesk.usecases.workspace import Workspace
from databases import new_location

TODAY = date(2025, 7, 1)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    """Two projects under Horizon Europe with one partner; the first has a period of half a year."""
    with Workspace.open(new_location(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            for code in ("P1", "P2"):
                step.add(Project(code=code, currency="EUR", rule_pack="horizon_europe",
                                 start="2024-01-01", end="2025-12-31", signed_on="2023-05-03"))  # fmt: skip
            step.add(Partner(name="Uni"))
            step.add(Participation(project_id=1, partner_id=1))
            step.add(WorkPackage(project_id=1, code="WP1"))
            step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-06-30"))
        yield workspace


def effort(month: str | None, days: str | None, **fields: object) -> Effort:
    given = {
        "project_id": 1, "partner_id": 1, "person": "R-07", "work_package": "WP1", "status": "entered",
        "signed_on": "2025-06-30",
    }  # fmt: skip
    return Effort(month=month, days=None if days is None else Decimal(days), **{**given, **fields})


def said(workspace: Workspace, *lines: Effort) -> list[str]:
    """What is wrong with the last of these lines."""
    with workspace.changing("Enter") as step:
        kept = [step.add(line) for line in lines]
    (row,) = workspace.rows("effort", [kept[-1].id])
    problems = efforts.effort_problems(workspace, workspace.get("project", 1), TODAY)
    return [f"{p.code}: {p.text}" for p in problems.of(row)]


def codes(workspace: Workspace, *lines: Effort) -> list[str]:
    return [line.split(":")[0] for line in said(workspace, *lines)]


def test_half_days_of_a_signed_month_have_no_problem(books: Workspace) -> None:
    assert said(books, effort("2024-03", "12.5")) == []


def test_days_are_rounded_to_half_days(books: Workspace) -> None:
    (sentence,) = said(books, effort("2024-03", "12.3"))
    assert sentence.startswith("day-step: Days are rounded to 0.5: 12.3 is none (horizon_europe_2021")


def test_a_month_has_no_more_days_than_the_calendar_over_all_projects(books: Workspace) -> None:
    assert codes(books, effort("2025-02", "15", project_id=2), effort("2025-02", "13")) == []
    assert "R-07 has 29 days in February 2025 over all projects, which has 28." in said(
        books, effort("2025-02", "1", project_id=2), effort("2025-02", "0")
    )[0]  # fmt: skip


def test_a_year_has_no_more_days_than_the_rule_pack_allows_over_all_projects(books: Workspace) -> None:
    other = [effort(f"2024-{m:02}", "17.5", project_id=2) for m in range(1, 13)]
    assert codes(books, *other, effort("2024-12", "5")) == []
    (sentence,) = said(books, effort("2024-11", "0.5"))
    assert "R-07 has 215.5 days in 2024 over all projects; at most 215 can be declared" in sentence


def test_another_partners_person_of_the_same_pseudonym_is_another_person(books: Workspace) -> None:
    with books.changing("Partner") as step:
        step.add(Partner(name="Lab"))
    assert codes(books, effort("2025-02", "28", partner_id=2, project_id=2), effort("2025-02", "20")) == []


def test_a_period_has_no_more_days_than_its_months_and_working_time_allow(books: Workspace) -> None:
    # 215 / 12 x 6 months x half time = 53.75 days.
    half = [effort(f"2024-0{m}", "13.5", working_time=Decimal("0.5")) for m in range(1, 4)]
    assert codes(books, *half, effort("2024-04", "13")) == []
    assert "R-07 has 0.25 days more in RP1" in said(books, effort("2024-05", "0.5", working_time=Decimal("0.5")))[0]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": ""}, "person"),
        ({"person": "Maria Nowak"}, "person"),
        ({"person": "maria@uni.pl"}, "person"),
        ({"days": None}, "days"),
        ({"days": Decimal(-1)}, "days"),
        ({"partner_id": None}, "no-partner"),
        ({"work_package": ""}, "work-package"),
        ({"work_package": "WP9"}, "work-package"),
        ({"signed_on": None}, "not-signed"),
        ({"signed_on": "2024-03-15"}, "not-signed"),
        ({"declared_in": "RP9"}, "unknown-period"),
        ({"month": "2023-12"}, "month"),
        ({"month": None}, "month"),
    ],
)
def test_a_broken_rule_is_a_problem_beside_the_line(books: Workspace, fields: dict[str, object], code: str) -> None:
    assert codes(books, replace(effort("2024-03", "10"), **fields)) == [code]


def test_a_month_that_is_not_over_need_not_be_signed(books: Workspace) -> None:
    assert codes(books, effort("2025-07", "3", signed_on=None)) == []


def test_without_a_rule_pack_only_the_calendar_limits_days(books: Workspace) -> None:
    with books.changing("Other project") as step:
        step.add(Project(code="P3"))
        step.add(effort("2024", "300.3", project_id=3, work_package="X"))
        step.add(effort("2024-05", "32", project_id=3, person="R-08", work_package="X"))
    problems = efforts.effort_problems(books, books.get("project", 3), TODAY)
    assert problems.counted(books) == {"days-of-month": 1}


def test_problems_are_counted_as_they_stand_beside_the_lines(books: Workspace) -> None:
    lines = [effort("2024-03", "40.2"), effort("2024-03", "1", signed_on=None), effort(None, None, person="")]
    codes(books, *lines)
    project = books.get("project", 1)
    problems = efforts.effort_problems(books, project, TODAY)
    beside = [p.code for row in books.rows("effort", books.ids("effort")) for p in problems.of(row)]
    assert problems.counted(books) == {code: beside.count(code) for code in set(beside)}


def test_lines_are_checked_signed_and_declared_together(books: Workspace) -> None:
    codes(books, effort("2024-03", "10", signed_on=None), effort("2024-04", "10", signed_on=None))
    efforts.check(books, [1, 2])
    efforts.sign(books, [1, 2], date(2024, 5, 2))
    efforts.declare(books, [1, 2], "RP1")
    assert {(e.status, e.signed_on, e.declared_in) for e in books.find("effort")} == {("declared", "2024-05-02", "RP1")}
    assert books.undo_label == "Declare 2 lines of effort in RP1"
    with pytest.raises(Refused, match="Enter the difference as a new line"):
        from collabdesk.usecases.edits import edit

        edit(books, "effort", 1, "Edit", days=Decimal(9))
