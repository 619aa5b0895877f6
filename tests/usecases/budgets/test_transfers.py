"""Transfers: amounts moved for a reason, counted up against the limit of the project's rule pack."""

from dataclasses import replace
from decimal import Decimal

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.usecases import budgets
from usecases.budgets.test_versions import approved, line_of

D = Decimal


@pytest.fixture
def american(workspace, project):
    with workspace.changing("Rules") as step:
        step.update(replace(workspace.get("project", project), rule_pack="us_2cfr200"))
    return project


def move(workspace, version, amount, source=("Personnel", "NFU"), target=("Travel", "NFU"), reason="More field work"):
    lines = (line_of(workspace, version, *where) for where in (source, target))
    return budgets.transfer(workspace, *(line.id for line in lines), D(amount), reason)


def test_a_transfer_is_one_step_that_keeps_the_total_and_its_reason(workspace, project):
    draft = budgets.begin(workspace, project)
    made = move(workspace, draft, "1500.25")
    amounts = [line.amount for line in budgets.lines_of(workspace, project, draft.id)]
    assert amounts == [D("58499.75"), D("6500.30"), D(30000), D("4999.95")]
    (listed,) = budgets.transfers(workspace, draft.id)
    assert listed == made
    assert (listed.amount, listed.reason, listed.source.category, listed.target.category, listed.counts) == (
        D("1500.25"), "More field work", "Personnel", "Travel", True)  # fmt: skip
    assert workspace.undo_label == "Transfer 1,500.25 EUR from Personnel, WP1, RP1 to Travel, WP1, RP1"
    workspace.undo()
    assert budgets.transfers(workspace, draft.id) == []
    assert line_of(workspace, draft, "Travel").amount == D("5000.05")


def test_a_transfer_is_no_budget_line_of_any_sum(workspace, project):
    draft = budgets.begin(workspace, project)
    move(workspace, draft, "1500")
    (pivot,) = budgets.pivots(workspace, project, draft.id)
    assert pivot.total == 100000
    approved(workspace, draft)
    later = budgets.begin(workspace, project, source=draft)
    assert budgets.transfers(workspace, later.id) == []
    assert len(budgets.lines_of(workspace, project, later.id)) == 4


@pytest.mark.parametrize(
    ("amount", "target", "reason", "sentence"),
    [("1", ("Travel", "NFU"), " ", "reason"), ("0", ("Travel", "NFU"), "r", "above zero"),
     ("60000.01", ("Travel", "NFU"), "r", "holds only 60,000.00 EUR"), ("1", ("Personnel", "NFU"), "r", "two lines")],
)  # fmt: skip
def test_a_transfer_that_cannot_be_is_refused(workspace, project, amount, target, reason, sentence):
    draft = budgets.begin(workspace, project)
    with pytest.raises(Refused, match=sentence):
        move(workspace, draft, amount, target=target, reason=reason)
    assert budgets.transfers(workspace, draft.id) == []


def test_lines_of_two_versions_or_of_the_imported_budget_are_not_transferred_between(workspace, project):
    imported = budgets.lines_of(workspace, project, None)
    draft = budgets.begin(workspace, project)
    with pytest.raises(Refused, match="same budget version"):
        budgets.transfer(workspace, imported[0].id, line_of(workspace, draft, "Travel").id, D(1), "r")
    with pytest.raises(Refused, match="begin a version"):
        budgets.transfer(workspace, imported[0].id, imported[1].id, D(1), "r")


def test_a_transfer_is_taken_back_later_than_undo_could(workspace, project):
    draft = budgets.begin(workspace, project)
    first = move(workspace, draft, "100")
    move(workspace, draft, "7", target=("Equipment", "IOO"))
    budgets.take_back(workspace, first.id)
    assert [t.amount for t in budgets.transfers(workspace, draft.id)] == [D(7)]
    assert line_of(workspace, draft, "Travel").amount == D("5000.05")
    assert line_of(workspace, draft, "Personnel").amount == D(59993)


def test_without_a_limit_in_the_pack_that_is_said(workspace, project):
    draft = budgets.begin(workspace, project)
    move(workspace, draft, "50000")
    (moved,) = budgets.moved(workspace, draft.id)
    assert (moved.moved, moved.budget, moved.share, moved.limit) == (D(50000), D(100000), D("0.5"), None)
    assert "no limit recorded in generic" in moved.sentence
    approved(workspace, draft)


def test_more_than_the_limit_is_approved_through_an_amendment_only(workspace, american):
    draft = budgets.begin(workspace, american)
    move(workspace, draft, "10000")
    assert not budgets.moved(workspace, draft.id)[0].is_exceeded
    move(workspace, draft, "0.01")
    (moved,) = budgets.moved(workspace, draft.id)
    assert moved.is_exceeded
    assert "10.0 %" in moved.sentence
    assert "unconfirmed" in moved.sentence
    with pytest.raises(Refused, match=r"more than allowed.*Name the amendment"):
        approved(workspace, draft)
    budgets.amend(workspace, american, "A1", signed="2025-05-20", reason="Field work")
    budgets.approve(workspace, draft.id, by="NSF", on="2025-06-01", amendment="A1")
    assert workspace.get("budget_version", draft.id).effective == "2025-05-20"


def test_what_was_moved_counts_on_until_the_funder_approves(workspace, american):
    first = budgets.begin(workspace, american)
    move(workspace, first, "6000")
    approved(workspace, first)
    second = budgets.begin(workspace, american, source=first)
    move(workspace, second, "5000")
    (moved,) = budgets.moved(workspace, second.id)
    assert (moved.moved, moved.since, moved.is_exceeded) == (D(11000), "the budget as imported", True)
    budgets.amend(workspace, american, "A1", signed="2025-07-01", reason="Field work")
    approved(workspace, second, "2025-07-01", amendment="A1")
    third = budgets.begin(workspace, american, source=second)
    move(workspace, third, "100")
    (moved,) = budgets.moved(workspace, third.id)
    assert (moved.moved, moved.since) == (D(100), "V2")
    assert budgets.moved(workspace, second.id)[0].moved == 11000


def test_a_transfer_within_a_category_does_not_count_unless_it_is_a_lump_sum(workspace, american):
    draft = budgets.begin(workspace, american)
    made = move(workspace, draft, "20000", target=("Personnel", "IOO"))
    assert not made.counts
    assert budgets.moved(workspace, draft.id)[0].moved == 0
    with workspace.changing("Lump sum") as step:
        project = workspace.get("project", american)
        step.update(replace(project, rule_pack="horizon_europe", cost_model="lump_sum"))
    (moved,) = budgets.moved(workspace, draft.id)
    assert (moved.moved, moved.is_exceeded) == (D(20000), True)
