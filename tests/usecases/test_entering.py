"""What is typed is checked whole, kept as one step, and can be taken back as one."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases.entering import NotEntered, add_records, delete_records, set_cells
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Test") as opened:
        with opened.changing("Begin") as step:
            step.add_many([Project(code="P1", currency="EUR"), Project(code="P2", currency="EUR")])
            step.add(Partner(name="North Fjord University", code="999"))
        yield opened


COST = {"project_id": 1, "partner_id": 1, "expended": Decimal("10.50"), "currency": "eur", "date": date(2025, 3, 14)}


def test_a_block_of_rows_is_one_step_of_undo(workspace):
    entered = add_records(workspace, "cost", [COST, COST | {"expended": Decimal(3)}], "Add 2 costs")
    kept = workspace.find("cost", id=list(entered.ids))
    assert [(c.expended, c.currency, c.date, c.status) for c in kept] == [
        (Decimal("10.50"), "EUR", "2025-03-14", "entered"), (Decimal(3), "EUR", "2025-03-14", "entered")
    ]  # fmt: skip
    assert workspace.undo_label == "Add 2 costs"
    workspace.undo()
    assert workspace.count("cost") == 0


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("expanded", Decimal(1), "no field called 'expanded'"),
        ("id", 7, "no field called 'id'"),
        ("expended", 1.5, "not an exact number"),
        ("expended", True, "not an exact number"),
        ("category", 5, "not a text"),
        ("date", "2025-02-30", "not a date"),
        ("status", "accepted", "moves from one to the next"),
        ("partner_id", 99, "not there any more"),
        ("partner_id", "NFU", "not the number of a record"),
        ("currency", "EURO", "no currency"),
    ],
)
def test_a_wrong_value_is_refused_with_its_row_and_field(workspace, field, value, reason):
    with pytest.raises(NotEntered, match=reason) as refused:
        add_records(workspace, "cost", [COST, COST | {field: value}], "Add")
    assert {(w.row, w.field) for w in refused.value.wrong} >= {(1, field)}
    assert workspace.count("cost") == 0


def test_all_problems_of_a_block_are_told_together(workspace):
    with pytest.raises(NotEntered) as refused:
        add_records(workspace, "cost", [{"project_id": 1}, COST | {"date": "soon", "category": 3}], "Add")
    assert [(w.row, w.field) for w in refused.value.wrong] == [(0, "expended"), (1, "date"), (1, "category")]


def test_the_good_rows_are_kept_where_the_caller_says_so(workspace):
    entered = add_records(workspace, "cost", [COST, COST | {"date": "soon"}], "Add", keep_good=True)
    assert (len(entered.ids), [w.row for w in entered.wrong], workspace.count("cost")) == (1, [1], 1)


def test_cells_are_set_together_and_taken_back_together(workspace):
    first, second = add_records(workspace, "cost", [COST, COST], "Add").ids
    set_cells(workspace, "cost", [(first, "category", "Travel"), (second, "expended", Decimal(7))], "Change")
    assert [(c.category, c.expended) for c in workspace.find("cost")] == [("Travel", Decimal("10.5")), ("", Decimal(7))]
    workspace.undo()
    assert [(c.category, c.expended) for c in workspace.find("cost")] == [("", Decimal("10.5"))] * 2


def test_what_a_record_must_state_cannot_be_emptied_but_what_it_lacked_before_stops_nobody(workspace):
    (cost,) = add_records(workspace, "cost", [COST], "Add").ids
    with pytest.raises(NotEntered, match="missing"):
        set_cells(workspace, "cost", [(cost, "expended", None)], "Clear")
    with workspace.changing("Import") as step:
        bare = step.add(workspace.get("cost", cost).__class__(project_id=1)).id
    set_cells(workspace, "cost", [(bare, "category", "Travel")], "Change")
    assert workspace.get("cost", bare).category == "Travel"


def test_a_record_refers_only_to_its_own_project(workspace):
    (version,) = add_records(workspace, "budget_version", [{"project_id": 2, "code": "V1"}], "Add").ids
    row = {"project_id": 1, "amount": Decimal(1), "currency": "EUR", "budget_version_id": version}
    with pytest.raises(NotEntered, match="another project"):
        add_records(workspace, "budget", [row], "Add")


def test_no_code_is_given_twice_in_a_project(workspace):
    add_records(workspace, "milestone", [{"project_id": 1, "code": "MS1"}, {"project_id": 2, "code": "MS1"}], "Add")
    with pytest.raises(NotEntered, match="already"):
        add_records(workspace, "milestone", [{"project_id": 1, "code": "MS1"}], "Add")
    with pytest.raises(NotEntered, match="already"):
        add_records(workspace, "milestone", [{"project_id": 1, "code": "MS2"}, {"project_id": 1, "code": "MS2"}], "Add")


def test_records_are_deleted_unless_others_hang_on_them(workspace):
    ids = add_records(workspace, "cost", [COST, COST], "Add").ids
    delete_records(workspace, "cost", ids, "Delete 2 costs")
    assert workspace.count("cost") == 0
    workspace.undo()
    assert workspace.count("cost") == 2
    with pytest.raises(Refused, match="hang on it"):
        delete_records(workspace, "partner", [1], "Delete")


def test_a_partner_that_is_renamed_stays_known_by_its_former_name(workspace):
    set_cells(workspace, "partner", [(1, "name", "NFU")], "Rename")
    assert [n.name for n in workspace.find("partner_name")] == ["North Fjord University"]


def test_what_comes_about_by_acts_of_its_own_is_not_typed(workspace):
    with pytest.raises(Refused, match="is not typed"):
        add_records(workspace, "finding", [{"title": "x"}], "Add")
