"""Budgets by who pays, plans of financing, and what is planned and spent under each year."""

from __future__ import annotations

import pytest

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables


def only(rows, sheet="Sheet1", **options):
    tables, why = find_tables(Grid(sheet, rows, **options))
    assert why is None
    assert len(tables) == 1
    return tables[0]


def values(table):
    return [h.text for h, name in table.said.items() if name == "budget.amount"]


def test_kinds_of_cost_against_who_pays_are_a_matrix():
    rows = [["Object Class Categories", "Federal", "Non-Federal", "Total"]]
    rows += [["a. Personnel", 1200, 300, 1500], ["b. Travel", 80, 0, 80], ["c. Supplies", 60, 15, 75]]
    rows += [["Totals", 1340, 315, 1655]]
    table = only(rows)
    assert (table.layout, values(table)) == ("matrix", ["Federal", "Non-Federal"])
    assert [(s.row, s.why) for s in table.set_aside] == [(5, "total")]


def test_a_plan_of_financing_is_a_matrix_of_who_pays_and_years():
    rows = [["Source of funding", "2021", "2022", "2023", "Total"], ["EU contribution", 10, 12, 8, 30]]
    rows += [["National co-financing", 2, 2, 1, 5], ["Own contribution", 5, 5, 5, 15], ["Total", 17, 19, 14, 50]]
    assert values(only(rows)) == ["2021", "2022", "2023"]


@pytest.mark.parametrize("above", ["Partner name", "Beneficiary short name"])
def test_partners_of_any_name_against_kinds_of_cost_are_a_matrix(above):
    rows = [["Partner no.", above, "Staff costs", "Travel and accommodation", "Equipment", "Total"]]
    rows += [[f"PP{i}", f"X{i}", 10 + i, 20, 30, 60 + i] for i in range(4)]
    table = only(rows)
    assert table.layout == "matrix"
    assert {h.text for h, name in table.said.items() if name == "partner.name"} == {above}


def spent(first, second):
    rows = [["Budget"], [], ["Heading", "2021", None, "2022", None, "2023", None], [None, *[first, second] * 3]]
    rows += [[name, *(100 * n + i for i in range(6))] for n, name in enumerate(["Staff", "Travel", "Equipment"], 1)]
    return rows


def test_of_planned_and_spent_under_each_year_only_the_plan_is_the_budget():
    table = only(spent("Plan", "Actual"), "Budget")
    assert table.header_rows == (3, 4)
    assert values(table) == ["2021 / Plan", "2022 / Plan", "2023 / Plan"]
    mapped = understand(table, Grid("Budget", spent("Plan", "Actual")))
    open_headers = {table.headers[c.header].text for c in mapped.columns if c.field is None}
    assert "2021 / Actual" in open_headers


def test_two_columns_under_each_year_that_nobody_understands_are_no_budget():
    tables, _ = find_tables(Grid("Budget", spent("Xyz", "Qqq")))
    assert all(t.layout != "matrix" for t in tables)
