"""Figures of budget versions: each names the version that it is of, and leads back to its lines."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from collabdesk.usecases import budgets, edits, figures, provenance
from usecases.budgets.test_versions import approved, line_of

D = Decimal
DAY = date(2025, 9, 30)


def by_id(workspace, project, as_of=DAY):
    found = figures.figures(workspace, "P1", as_of)
    return {f.id: f for f in found if f.group == "budget_versions"}


def test_the_budget_in_force_is_told_by_partner_category_and_work_package(workspace, project):
    found = by_id(workspace, project)
    assert {i: f.value for i, f in found.items()} == {
        "F1-in-force": 100000, "F1-in-force-partner-nfu": D("65000.05"), "F1-in-force-partner-ioo": D("34999.95"),
        "F1-in-force-category-personnel": 90000, "F1-in-force-category-travel": D("5000.05"),
        "F1-in-force-category-equipment": D("4999.95"), "F1-in-force-wp-wp1": D("65000.05"),
        "F1-in-force-wp-wp2": D("34999.95"),
    }  # fmt: skip
    assert all(f.inputs == {"version": "the budget as imported"} for f in found.values())
    for figure in found.values():
        assert sum(s.total for s in provenance.sources_of(workspace, figure)) == figure.value


def test_once_approved_the_version_is_named_with_day_and_approver(workspace, project):
    draft = budgets.begin(workspace, project)
    edits.edit(workspace, "budget", line_of(workspace, draft, "Travel").id, "Type", amount=D(1))
    approved(workspace, draft)
    figure = by_id(workspace, project)["F1-in-force-category-travel"]
    assert figure.value == 1
    assert figure.inputs == {"version": "V1", "in force from": "2025-06-01", "approved by": "General Assembly"}
    assert [s.records for s in provenance.sources_of(workspace, figure)] == [1]
    assert by_id(workspace, project, date(2025, 5, 31))["F1-in-force-category-travel"].value == D("5000.05")


def test_what_was_transferred_is_a_figure_with_the_packs_limit(workspace, project):
    with workspace.changing("Rules") as step:
        step.update(replace(workspace.get("project", project), rule_pack="us_2cfr200"))
    draft = budgets.begin(workspace, project)
    lines = [line_of(workspace, draft, c).id for c in ("Personnel", "Travel")]
    made = budgets.transfer(workspace, *lines, D(2500), "Field work")
    assert "F1-transferred" not in by_id(workspace, project)
    approved(workspace, draft)
    found = by_id(workspace, project)
    assert (found["F1-transferred"].value, found["F1-transferred"].unit) == (2500, "EUR")
    assert found["F1-transferred"].basis[0].ids == (made.id,)
    share = found["F1-transfer-share"]
    assert (share.value, share.inputs["limit"]) == (D("0.0250"), "0.1")
    assert share.inputs["rule pack"].startswith("us_2cfr200_2014")
    assert share.note == "the limit is unconfirmed in the rule pack"


def test_funding_is_as_amended_by_the_day(workspace, project):
    assert "F1-funding-amended" not in by_id(workspace, project)
    for code, day, funding in (("A1", "2025-02-01", 110000), ("A2", "2026-02-01", 120000)):
        budgets.amend(workspace, project, code, signed=day, changes={"funding": D(funding)})
    figure = by_id(workspace, project)["F1-funding-amended"]
    assert figure.value == 110000
    assert figure.inputs == {"as signed": "100000", "amendment A1": "110000"}
    assert by_id(workspace, project, date(2026, 3, 1))["F1-funding-amended"].value == 120000
    assert {s.records for s in provenance.sources_of(workspace, figure)} == {1}
