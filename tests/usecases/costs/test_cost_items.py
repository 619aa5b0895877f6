"""A cost item's way from entering to the funder's verdict, and its correction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import CostItem, Participation, Partner, Project, ReportingPeriod, WorkPackage
from collabdesk.domain.problems import Refused
from collabdesk.usecases import costs, periods
from collabdesk.usecases.costs.rates_used import RatesUsed
from collabdesk.usecases.workspace import Workspace
from databases import new_location

TODAY = date(2025, 7, 1)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Workspace]:
    """A project under Horizon Europe with a partner, a work package, two periods and three entered costs."""
    with Workspace.open(new_location(tmp_path), person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            step.add(Project(code="P1", acronym="TIDE", currency="EUR", rule_pack="horizon_europe",
                             start="2024-01-01", end="2025-12-31", signed_on="2023-05-03"))  # fmt: skip
            step.add(Partner(name="Uni"))
            step.add(Participation(project_id=1, partner_id=1))
            step.add(WorkPackage(project_id=1, code="WP1"))
            step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-12-31"))
            step.add(ReportingPeriod(project_id=1, code="RP2", start="2025-01-01", end="2025-12-31"))
            for code, amount in (("C1", 100), ("C2", 200), ("C3", 300)):
                step.add(cost(code=code, expended=Decimal(amount)))
        yield workspace


def cost(**fields: object) -> CostItem:
    given = {
        "project_id": 1, "partner_id": 1, "category": "C.1", "work_package": "WP1", "date": "2024-05-06",
        "expended": Decimal(100), "currency": "EUR", "status": "entered",
    }  # fmt: skip
    return CostItem(**{**given, **fields})


def declared(workspace: Workspace, *ids: int) -> None:
    costs.check(workspace, ids)
    costs.declare(workspace, ids, "RP1")


def said(workspace: Workspace, **fields: object) -> list[str]:
    project = workspace.get("project", 1)
    with workspace.changing("Enter") as step:
        kept = step.add(cost(**fields))
    (row,) = workspace.rows("cost", [kept.id])
    return [p.code for p in costs.cost_problems(workspace, project, TODAY).of(row)]


def test_many_items_are_checked_and_declared_in_one_step_each(books: Workspace) -> None:
    declared(books, 1, 2, 3)
    assert {(c.status, c.declared_in) for c in books.find("cost")} == {("declared", "RP1")}
    assert [entry.label for entry in books.history("cost", 1)][:2] == ["Declare 3 cost items in RP1"] * 2
    books.undo()
    assert {c.status for c in books.find("cost")} == {"checked"}


def test_a_move_that_is_not_in_the_table_names_who_cannot_go_and_moves_nobody(books: Workspace) -> None:
    costs.check(books, [1])
    with pytest.raises(Refused) as caught:
        costs.check(books, [1, 2])
    assert caught.value.sentence == (
        "Not every cost chosen can become checked: C1 is checked (checked goes to declared)."
    )
    assert books.get("cost", 2).status == "entered"


def test_an_item_is_declared_only_with_an_amount_in_a_period_that_is_there(books: Workspace) -> None:
    with books.changing("Enter") as step:
        step.add(cost(code="C4", expended=None, status="checked"))
    with pytest.raises(Refused, match="C4 states no amount spent"):
        costs.declare(books, [4], "RP1")
    costs.check(books, [1])
    with pytest.raises(Refused, match="no reporting period 'RP9'"):
        costs.declare(books, [1], "RP9")


def test_accepting_takes_the_whole_amount_and_in_part_needs_a_reason(books: Workspace) -> None:
    declared(books, 1, 2)
    costs.accept(books, [1])
    assert books.get("cost", 1).accepted == 100
    with pytest.raises(Refused, match="say why the rest is not"):
        costs.accept(books, [2], Decimal(150))
    with pytest.raises(Refused, match=r"of 200\S* spent, 250 cannot be accepted"):
        costs.accept(books, [2], Decimal(250), "more")
    costs.accept(books, [2], Decimal(150), "no receipt for the rest")
    kept = books.get("cost", 2)
    assert (kept.status, kept.accepted, kept.rejected_because) == ("accepted", 150, "no receipt for the rest")
    assert books.undo_label == "Accept 1 cost item with 150: no receipt for the rest"


def test_a_rejection_keeps_its_reason(books: Workspace) -> None:
    declared(books, 1, 2)
    with pytest.raises(Refused, match="Say why"):
        costs.reject(books, [1], " ")
    costs.reject(books, [1, 2], "outside the action")
    assert [(c.status, c.accepted, c.rejected_because) for c in books.find("cost", id=[1, 2])] == [
        ("rejected", 0, "outside the action")
    ] * 2


def test_an_adjustment_is_a_new_item_with_the_difference_and_overwrites_nothing(books: Workspace) -> None:
    declared(books, 3)
    periods.move(books, 1, "closing")
    periods.move(books, 1, "submitted")
    with pytest.raises(Refused, match="Reporting period RP1 of TIDE is submitted"):
        costs.adjust(books, 3, Decimal(250), "invoice corrected")
    new = costs.adjust(books, 3, Decimal(250), "invoice corrected", declared_in="RP2")
    old = books.get("cost", 3)
    assert (old.status, old.expended, old.declared_in) == ("adjusted", 300, "RP1")
    assert (new.cost_id, new.code, new.expended, new.status, new.declared_in) == (3, "C3/2", -50, "entered", "RP2")
    assert books.sums("cost", ("expended",), where={"code": ["C3", "C3/2"]})[0].totals["expended"] == 250


def test_only_a_declared_item_is_adjusted(books: Workspace) -> None:
    with pytest.raises(Refused, match="cannot go from entered to adjusted"):
        costs.adjust(books, 1, Decimal(50), "typo")
    assert books.count("cost") == 3


def test_an_item_that_says_all_has_no_problem(books: Workspace) -> None:
    assert said(books) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"expended": None}, "no-amount"),
        ({"currency": ""}, "no-currency"),
        ({"date": None}, "no-date"),
        ({"date": "2023-12-31"}, "outside-project"),
        ({"date": "2025-12-01"}, "in-the-future"),
        ({"partner_id": None}, "no-partner"),
        ({"category": ""}, "category"),
        ({"category": "Bribes"}, "category"),
        ({"work_package": "WP9"}, "work-package"),
        ({"declared_in": "RP9"}, "unknown-period"),
        ({"declared_in": "RP1", "date": "2025-02-01"}, "after-its-period"),
        ({"currency": "XAU"}, "no-rate"),
        ({"status": "accepted", "accepted": None}, "accepted-amount"),
        ({"status": "accepted", "accepted": Decimal(101)}, "accepted-amount"),
        ({"status": "accepted", "accepted": Decimal(90)}, "no-reason"),
        ({"status": "rejected"}, "rejected-without-reason"),
        ({"status": "declared", "expended": None, "obligated": Decimal(1)}, "nothing-spent"),
    ],
)
def test_a_broken_rule_is_a_problem_beside_the_row(books: Workspace, fields: dict[str, object], code: str) -> None:
    assert said(books, **fields) == [code]


def test_a_declared_item_of_no_period_is_a_problem(books: Workspace) -> None:
    assert said(books, status="declared", date=None) == ["declared-nowhere", "no-date"]


def test_problems_are_counted_as_they_stand_beside_the_rows(books: Workspace) -> None:
    project = books.get("project", 1)
    with books.changing("Enter") as step:
        step.add(cost(partner_id=None, category=""))
        step.add(cost(partner_id=None, expended=None))
        step.add(cost(status="accepted", accepted=Decimal(90)))
    problems = costs.cost_problems(books, project, TODAY)
    rows = books.rows("cost", books.ids("cost"))
    beside = [p.code for row in rows for p in problems.of(row)]
    total = problems.counted(books)
    assert total == {code: beside.count(code) for code in set(beside)}
    assert problems.broken(books) == [row["id"] for row in rows if problems.of(row)]
    assert total["no-partner"] == 2


def test_the_rate_used_is_the_items_own_before_that_of_the_rule_pack(books: Workspace) -> None:
    used = RatesUsed(books, books.get("project", 1), TODAY)
    own = used.of({"currency": "GBP", "rate": Decimal("1.2"), "rate_date": "2024-05-06", "rate_source": "bank"})
    assert (own.value, own.kind, own.source) == (Decimal("1.2"), "stated", "bank")
    found = used.of({"currency": "GBP", "date": "2024-05-06"})
    assert (found.kind, found.first[:7], found.last[:7]) == ("period_average", "2024-01", "2024-12")
    assert used.of({"currency": "EUR", "date": "2024-05-06"}) is None


def test_many_items_are_judged_by_what_they_share_with_the_same_result(
    books: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with books.changing("Enter") as step:
        step.add(cost(partner_id=None, category="", date="2030-01-01"))
        step.add(cost(status="accepted", accepted=Decimal(90)))
    problems = costs.cost_problems(books, books.get("project", 1), TODAY)
    few = problems.counted(books), problems.broken(books)
    monkeypatch.setattr("collabdesk.usecases.item_problems._READ_WHOLE", 0)
    assert (problems.counted(books), problems.broken(books)) == few
    assert few[1] == [4, 5]
