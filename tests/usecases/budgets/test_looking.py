"""A budget crossed, compared and set against the actual costs: every table foots, to the cent."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.problems import Refused
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.usecases import budgets, edits
from usecases.budgets.test_versions import line_of

D = Decimal
DAY = date(2025, 6, 30)


def partner(workspace, name):
    return workspace.find("partner", name=name)[0].id


def spend(workspace, project, *items):
    with workspace.changing("Costs") as step:
        for who, category, package, amount, more in items:
            number = partner(workspace, who) if who else None
            step.add(CostItem(project_id=project, partner_id=number, category=category, work_package=package,
                              expended=D(amount), **{"currency": "EUR", **more}))  # fmt: skip


@pytest.mark.parametrize("rows", budgets.AXES)
@pytest.mark.parametrize("columns", budgets.AXES)
def test_a_pivot_foots_both_ways_whatever_the_axes(workspace, project, rows, columns):
    if rows == columns:
        with pytest.raises(Refused, match="two different"):
            budgets.pivots(workspace, project, None, rows=rows, columns=columns)
        return
    (pivot,) = budgets.pivots(workspace, project, None, rows=rows, columns=columns)
    assert sum(pivot.of_row(r) for r in pivot.rows) == pivot.total == D(100000)
    assert sum(pivot.of_column(c) for c in pivot.columns) == D(100000)


def test_a_pivot_names_its_cells_and_can_be_narrowed(workspace, project):
    nfu, ioo = partner(workspace, "NFU"), partner(workspace, "IOO")
    (pivot,) = budgets.pivots(workspace, project, None)
    assert pivot.rows == (ioo, nfu)
    assert pivot.columns == ("Equipment", "Personnel", "Travel")
    assert pivot.cells[nfu, "Travel"] == D("5000.05")
    (narrowed,) = budgets.pivots(workspace, project, None, only={"period": "RP1"})
    assert narrowed.columns == ("Personnel", "Travel")
    assert narrowed.total == D("95000.05")


def test_two_currencies_are_two_tables_and_person_months_one(workspace, project):
    with workspace.changing("More") as step:
        step.add(BudgetLine(project_id=project, category="Travel", amount=D(3), currency="CHF", person_months=D("1.5")))
        step.add(BudgetLine(project_id=project, category="Travel", amount=D(9), currency="EUR", basis="forecast"))
    assert [(p.currency, p.total) for p in budgets.pivots(workspace, project, None)] == [("CHF", 3), ("EUR", 100000)]
    (effort,) = budgets.pivots(workspace, project, None, measure="person_months")
    assert effort.cells == {(None, "Travel"): D("1.5")}


def test_a_comparison_tells_added_removed_and_changed_lines_with_totals_that_foot(workspace, project):
    draft = budgets.begin(workspace, project)
    travel = line_of(workspace, draft, "Travel")
    with workspace.changing("Edit") as step:
        step.update(replace(travel, amount=D(7000), category="Travel and subsistence"))
        step.delete(line_of(workspace, draft, "Equipment", "IOO"))
        step.add(BudgetLine(project_id=project, category="Other", amount=D(500), currency="EUR",
                            budget_version_id=draft.id))  # fmt: skip
    found = budgets.compare(workspace, project, None, draft.id)
    assert [(c.kind, c.line.category, c.changed, c.difference) for c in found.changes] == [
        ("changed", "Travel and subsistence", ("category", "amount"), D("1999.95")),
        ("added", "Other", (), D(500)),
        ("removed", "Equipment", (), D("-4999.95")),
    ]
    (whole,) = found.totals()
    assert (whole.old, whole.new, whole.difference) == (D(100000), D(97500), D(-2500))
    for field in ("partner_id", "category", "work_package", "period"):
        assert sum(t.difference for t in found.totals(field)) == whole.difference
    back = budgets.compare(workspace, project, draft.id, None)
    assert [c.kind for c in back.changes] == ["changed", "added", "removed"]


def test_versions_that_go_back_to_the_same_line_are_compared_line_by_line(workspace, project):
    first, second = budgets.begin(workspace, project), budgets.begin(workspace, project)
    edits.edit(workspace, "budget", line_of(workspace, second, "Travel").id, "Type", amount=D(1))
    third = budgets.begin(workspace, project, source=second)
    assert [c.kind for c in budgets.compare(workspace, project, first.id, third.id).lines] == [
        "same", "changed", "same", "same"]  # fmt: skip


def test_lines_without_a_common_origin_are_one_where_all_that_names_them_agrees(workspace, project):
    draft = budgets.begin(workspace, project)
    with workspace.changing("As typed") as step:
        for line in budgets.lines_of(workspace, project, draft.id):
            step.update(replace(line, budget_id=None))
    assert budgets.compare(workspace, project, None, draft.id).changes == []


@pytest.mark.parametrize("by", budgets.AXES)
def test_budget_against_actual_foots_by_every_axis(workspace, project, by):
    spend(
        workspace, project,
        ("NFU", "personnel", "wp1", "15000.10", {"date": "2024-05-01"}),
        ("NFU", "Travel", "WP1", "6000", {"date": "2024-06-01"}),
        ("IOO", "Travel", "WP2", "250.25", {"date": "2024-06-01"}),
        ("", "Audit", "", "99", {}),
        ("NFU", "Travel", "WP1", "1000", {"date": "2025-07-01"}),
    )  # fmt: skip
    (table,) = budgets.against_actual(workspace, project, None, by, DAY)
    assert (table.currency, table.total.planned, table.total.actual) == ("EUR", D(100000), D("21349.35"))
    assert sum(r.planned or 0 for r in table.rows) == table.total.planned
    assert sum(r.actual or 0 for r in table.rows) + table.unmatched == table.total.actual
    assert table.total.remaining.value == D("78650.65")
    if by != "period":
        assert table.unmatched == D("349.25")


def test_a_forecast_is_never_added_to_the_budget(workspace, project):
    with workspace.changing("Forecast") as step:
        step.add(BudgetLine(project_id=project, category="Travel", amount=D(9), currency="EUR", basis="forecast"))
    (table,) = budgets.against_actual(workspace, project, None, "category", DAY)
    assert table.total.planned == 100000


def test_a_line_says_how_much_is_absorbed_and_left(workspace, project):
    spend(workspace, project, ("NFU", "Travel", "WP1", "6000", {}))
    (table,) = budgets.against_actual(workspace, project, None, "category", DAY)
    lines = {r.key: r for r in table.rows}
    assert lines["Travel"].remaining.value == D("-999.95")
    assert round(lines["Travel"].absorbed.value, 4) == D("1.2000")
    assert lines["Equipment"].remaining.value == D("4999.95")
    assert lines["Equipment"].absorbed.value is None
    assert table.unmatched is None


def test_what_the_rule_pack_knows_as_one_category_is_one_line(workspace, project):
    with workspace.changing("Rules") as step:
        step.update(replace(workspace.get("project", project), rule_pack="horizon_europe"))
        step.update(replace(budgets.lines_of(workspace, project, None)[1], category="C.1 Travel and subsistence"))
    spend(workspace, project, ("NFU", "Travel", "WP1", "100", {}))
    (table,) = budgets.against_actual(workspace, project, None, "category", DAY)
    assert {r.key: r.actual for r in table.rows}["C.1 Travel and subsistence"] == 100
    assert table.unmatched is None


def test_periods_are_those_of_the_budget_by_declaration_or_day(workspace, project):
    with workspace.changing("Periods") as step:
        for code, start, end in (("RP1", "2024-01-01", "2024-12-31"), ("RP2", "2025-01-01", "2026-12-31")):
            step.add(ReportingPeriod(project_id=project, code=code, start=start, end=end))
    spend(
        workspace, project,
        ("NFU", "Travel", "WP1", "10", {"date": "2024-05-01"}),
        ("NFU", "Travel", "WP1", "20", {"date": "2024-05-01", "declared_in": "RP2"}),
        ("NFU", "Travel", "WP1", "5", {}),
    )  # fmt: skip
    (table,) = budgets.against_actual(workspace, project, None, "period", DAY)
    assert {r.key: r.actual for r in table.rows} == {"RP1": D(10), "RP2": D(20)}
    assert table.unmatched == 5


def test_foreign_costs_are_converted_at_their_own_rate_or_named(workspace, project):
    spend(workspace, project, ("NFU", "Travel", "WP1", "100", {"currency": "CHF", "rate": D("1.05")}))
    (table,) = budgets.against_actual(workspace, project, None, "category", DAY)
    assert table.total.actual == 105
    assert table.converted == ("CHF",)
    spend(workspace, project, ("NFU", "Travel", "WP1", "100", {"currency": "SEK"}))
    (table,) = budgets.against_actual(workspace, project, None, "category", DAY)
    assert table.total.actual == 105
    assert [(left.currency, left.amount) for left in table.left_out] == [("SEK", 100)]
    assert "no rate" in table.left_out[0].reason
