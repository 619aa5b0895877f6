"""Versions of a budget: begun as copies, approved in one step, then held for good; figures rest on the one in force."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.usecases import budgets, edits, figures, provenance
from collabdesk.usecases.entering import delete_records
from collabdesk.usecases.imports import accept, look_at
from collabdesk.usecases.partners import merge

D = Decimal
BEFORE, AFTER = date(2025, 3, 31), date(2025, 9, 30)


def approved(workspace, version, day="2025-06-01", **more):
    budgets.propose(workspace, version.id)
    budgets.approve(workspace, version.id, by="General Assembly", on=day, **more)
    return workspace.get("budget_version", version.id)


def line_of(workspace, version, category, partner="NFU"):
    lines = budgets.lines_of(workspace, version.project_id, version.id)
    names = {p.id: p.name for p in workspace.find("partner")}
    return next(line for line in lines if line.category == category and names[line.partner_id] == partner)


def budget(workspace, as_of, project="P1"):
    return next(f for f in figures.figures(workspace, project, as_of) if f.label == "Budget" and not f.detail)


def test_a_draft_is_a_copy_whose_lines_know_where_they_come_from(workspace, project):
    imported = budgets.lines_of(workspace, project, None)
    draft = budgets.begin(workspace, project, reason="Year two")
    copies = budgets.lines_of(workspace, project, draft.id)
    assert [c.budget_id for c in copies] == [line.id for line in imported]
    assert [c.amount for c in copies] == [line.amount for line in imported]
    assert (draft.code, draft.status) == ("V1", "draft")
    assert workspace.undo_label == "Begin budget version V1"
    workspace.undo()
    assert workspace.count("budget") == len(imported)


def test_a_draft_changes_no_figure_until_it_is_approved_and_in_force(workspace, project):
    draft = budgets.begin(workspace, project)
    edits.edit(workspace, "budget", line_of(workspace, draft, "Travel").id, "Type", amount=D(15000))
    assert budget(workspace, AFTER).value == 100000
    approved(workspace, draft, effective="2025-07-01")
    assert budget(workspace, BEFORE).value == 100000
    assert budget(workspace, AFTER).value == D("109999.95")
    absorption = {f.id: f for f in figures.figures(workspace, "P1", AFTER)}["F1-absorption"]
    assert absorption.inputs["budget version"] == "V1"


def test_the_portfolio_counts_each_project_by_its_version_in_force(workspace, project):
    from collabdesk.domain.costs import CostItem
    from collabdesk.domain.projects import Project

    with workspace.changing("Another project") as step:
        other = step.add(Project(code="P2", currency="EUR"))
        step.add(BudgetLine(project_id=other.id, category="Travel", amount=D(7), currency="EUR"))
        for number in (project, other.id):
            step.add(CostItem(project_id=number, category="Travel", expended=D(1), currency="EUR"))
    draft = budgets.begin(workspace, project)
    edits.edit(workspace, "budget", line_of(workspace, draft, "Travel").id, "Type", amount=D(0))
    approved(workspace, draft)
    found = budget(workspace, AFTER, None)
    assert found.value == D("94999.95") + 7
    assert sum(s.total for s in provenance.sources_of(workspace, found)) == found.value
    travel = next(f for f in figures.figures(workspace, None, AFTER) if f.detail == "Travel" and f.group == "budget")
    assert travel.inputs["budget"] == "7"
    assert sum(s.records for b in travel.basis if b.noun == "budget" for s in provenance.sources(workspace, b)) == 2


def test_approval_supersedes_the_one_before_in_the_same_step(workspace, project):
    first = approved(workspace, budgets.begin(workspace, project), "2025-01-15")
    second = approved(workspace, budgets.begin(workspace, project, source=first), "2025-06-01")
    statuses = {v.code: v.status for v in budgets.versions(workspace, project)}
    assert statuses == {"V1": "superseded", "V2": "approved"}
    assert (second.approved_by, second.approved_on, second.effective) == (
        "General Assembly", "2025-06-01", "2025-06-01")  # fmt: skip
    assert budgets.held(workspace, project, date(2025, 2, 1)).code == "V1"
    assert budgets.held(workspace, project, AFTER).code == "V2"
    workspace.undo()
    assert {v.code: v.status for v in budgets.versions(workspace, project)} == {"V1": "approved", "V2": "proposed"}


def test_the_version_in_force_was_approved_last_of_those_that_have_taken_effect():
    early = BudgetVersion(id=1, status="superseded", approved_on="2024-01-01", effective="2024-01")
    later = BudgetVersion(id=2, status="superseded", approved_on="2024-06-01", effective="2025-01-01")
    back = BudgetVersion(id=3, status="approved", approved_on="2024-09-01", effective="2024-03-01")
    draft = BudgetVersion(id=4, status="proposed")
    there = [early, later, back, draft]
    days = (date(2023, 12, 31), date(2024, 1, 1), date(2024, 3, 1), date(2025, 6, 1))
    assert [in_force(there, day) for day in days] == [None, early, back, back]
    assert in_force([replace(early, effective=None, approved_on=None)], date.min).id == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({"by": " ", "on": "2025-06-01"}, "person or body"), ({"by": "GA", "on": ""}, "day"),
     ({"by": "GA", "on": "2025-06-01", "amendment": "A9"}, "no amendment 'A9'")],
)  # fmt: skip
def test_an_approval_needs_approver_day_and_a_known_amendment(workspace, project, said, sentence):
    draft = budgets.begin(workspace, project)
    budgets.propose(workspace, draft.id)
    with pytest.raises(Refused, match=sentence):
        budgets.approve(workspace, draft.id, **said)
    assert workspace.get("budget_version", draft.id).status == "proposed"


def test_only_what_is_proposed_is_approved_and_an_empty_draft_is_not_proposed(workspace, project):
    draft = budgets.begin(workspace, project)
    with pytest.raises(Refused, match="cannot go from draft to approved"):
        budgets.approve(workspace, draft.id, by="GA", on="2025-06-01")
    delete_records(workspace, "budget", [line.id for line in budgets.lines_of(workspace, project, draft.id)], "Empty")
    with pytest.raises(Refused, match="no line with an amount"):
        budgets.propose(workspace, draft.id)


def test_a_proposal_goes_back_with_its_reason_and_can_be_edited_again(workspace, project):
    draft = budgets.begin(workspace, project, reason="Year two")
    travel = line_of(workspace, draft, "Travel")
    budgets.propose(workspace, draft.id)
    with pytest.raises(Refused, match="V1 is proposed"):
        edits.edit(workspace, "budget", travel.id, "Type", amount=D(1))
    with pytest.raises(Refused, match="Say why"):
        budgets.send_back(workspace, draft.id, "  ")
    budgets.send_back(workspace, draft.id, "Travel is too high")
    kept = workspace.get("budget_version", draft.id)
    assert kept.status == "draft"
    assert kept.reason.startswith("Year two\nSent back on ")
    assert kept.reason.endswith("Travel is too high")
    edits.edit(workspace, "budget", travel.id, "Type", amount=D(1))


def test_an_approved_version_is_held_at_the_door_whatever_way_a_change_comes(workspace, project):
    version = approved(workspace, budgets.begin(workspace, project))
    travel = line_of(workspace, version, "Travel")
    attempts = (
        lambda: edits.edit(workspace, "budget", travel.id, "Type", amount=D(1)),
        lambda: delete_records(workspace, "budget", [travel.id], "Delete"),
        lambda: budgets.discard(workspace, version.id),
        lambda: _do(workspace, lambda step: step.add(replace(travel, id=None))),
        lambda: _do(workspace, lambda step: step.remove([("budget", travel.id)])),
        lambda: _do(workspace, lambda step: step.update(replace(travel, budget_version_id=None))),
        lambda: _do(workspace, lambda step: step.update(replace(version, effective="2024-01-01"))),
        lambda: _do(workspace, lambda step: step.delete(version)),
    )
    for attempt in attempts:
        with pytest.raises(Refused):
            attempt()
    assert line_of(workspace, version, "Travel") == travel
    assert workspace.get("budget_version", version.id) == version


def _do(workspace, act):
    with workspace.changing("Try") as step:
        act(step)


def test_partners_that_are_one_are_merged_in_approved_lines_too(workspace, project):
    with workspace.changing("A double") as step:
        double = step.add(Partner(name="North Fjord"))
    version = approved(workspace, budgets.begin(workspace, project))
    nfu = workspace.find("partner", name="NFU")[0]
    merge(workspace, double.id, nfu.id)
    assert {line.partner_id for line in budgets.lines_of(workspace, project, version.id)} >= {double.id}


def test_a_draft_is_deleted_with_its_lines_unless_another_was_begun_from_it(workspace, project):
    first = budgets.begin(workspace, project)
    second = budgets.begin(workspace, project, source=first)
    with pytest.raises(Refused, match="hang on it"):
        budgets.discard(workspace, first.id)
    budgets.discard(workspace, second.id)
    budgets.discard(workspace, first.id)
    assert budgets.versions(workspace, project) == []
    assert workspace.count("budget") == 4


CSV = "Project code,Budget category,Description,Budgeted amount EUR\nP9,Travel,Meetings,{}\nP9,Personnel,Staff,900.00\n"


@pytest.fixture
def imported(workspace, tmp_path):
    file = tmp_path / "budget.csv"
    file.write_text(CSV.format("100.50"), "utf-8")
    accept(workspace, look_at([file]))
    return workspace.find("project", code="P9")[0].id


def cells_of(workspace, version):
    figure = budget(workspace, AFTER, "P9")
    return {(s.file, s.cells): s.total for s in provenance.sources_of(workspace, figure)}


def test_an_approved_figure_leads_to_the_funders_cells_where_the_amount_is_the_same(workspace, imported):
    first = budgets.begin(workspace, imported)
    staff = next(line for line in budgets.lines_of(workspace, imported, first.id) if line.description == "Staff")
    edits.edit(workspace, "budget", staff.id, "Type", amount=D(950))
    approved(workspace, first)
    second = budgets.begin(workspace, imported, source=first)
    approved(workspace, second, "2025-07-01")
    assert cells_of(workspace, second) == {("budget.csv", "D2"): D("100.5"), ("", ""): D(950)}


def test_an_amount_that_was_typed_is_no_funders_cell_even_where_it_is_the_same(workspace, imported):
    draft = budgets.begin(workspace, imported)
    staff = next(line for line in budgets.lines_of(workspace, imported, draft.id) if line.description == "Staff")
    edits.edit(workspace, "budget", staff.id, "Type", amount=D(1))
    edits.edit(workspace, "budget", staff.id, "Type", amount=D(900))
    approved(workspace, draft)
    assert cells_of(workspace, draft) == {("budget.csv", "D2"): D("100.5"), ("", ""): D(900)}


def test_what_was_typed_and_undone_leads_to_the_funders_cell_again(workspace, imported):
    draft = budgets.begin(workspace, imported)
    staff = next(line for line in budgets.lines_of(workspace, imported, draft.id) if line.description == "Staff")
    edits.edit(workspace, "budget", staff.id, "Type", amount=D(1))
    workspace.undo()
    approved(workspace, draft)
    assert cells_of(workspace, draft) == {("budget.csv", "D2:D3"): D("1000.5")}
    workspace.undo()
    workspace.redo()
    assert workspace.get("budget_version", draft.id).status == "approved"


def test_a_later_file_updates_the_imported_budget_and_never_a_version(workspace, imported, tmp_path):
    version = approved(workspace, budgets.begin(workspace, imported))
    file = tmp_path / "budget.csv"
    file.write_text(CSV.format("120.00"), "utf-8")
    accept(workspace, look_at([file]))
    assert [line.amount for line in budgets.lines_of(workspace, imported, None)] == [D(120), D(900)]
    assert [line.amount for line in budgets.lines_of(workspace, imported, version.id)] == [D("100.5"), D(900)]
    # The cell that the version was begun from is still its origin.
    assert list(cells_of(workspace, version).values()) == [D("1000.5")]
    with pytest.raises(Refused, match="hang on a budget of it"):
        workspace.revert(1)
