"""What a column's neighbours say of it, and what a table without a project may not say of one."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.held_back import why
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables

LINES = [["Coordinator", "month", 18, 2800], ["Accountant", "month", 9, 1900], ["Fuel", "litre", 4000, 1.5]]


def understood(rows, sheet="Sheet1"):
    tables, _ = find_tables(Grid(sheet, rows))
    return understand(tables[0], Grid(sheet, rows)) if tables else None


def fields(rows, sheet="Sheet1"):
    mapped = understood(rows, sheet)
    return (mapped.kind, [c.field for c in mapped.columns]) if mapped else None


def test_a_total_that_is_units_times_price_is_the_planned_amount():
    rows = [["Description", "Unit", "Quantity", "Unit cost", "Total"], *([*line, line[2] * line[3]] for line in LINES)]
    named = ["budget.description", None, "budget.units", "budget.unit_price", "budget.amount"]
    assert fields(rows) == ("budget", named)


def test_a_total_that_is_no_product_is_left_open():
    rows = [["Description", "Unit", "Quantity", "Unit cost", "Total"], *([*line, 7 * line[3]] for line in LINES)]
    assert "budget.amount" not in fields(rows)[1]


def test_a_grant_in_a_budget_that_names_no_project_is_left_open():
    rows = [["Budget item", "Qty", "Unit cost", "Total cost", "Requested grant"]]
    rows += [[f"Item {i}", 4 + i, 20, 20 * (4 + i), 70 + i] for i in range(6)]
    assert fields(rows)[1][3:] == ["budget.amount", None]
    rows = [["Project code", *rows[0]], *([f"P{i}", *row] for i, row in enumerate(rows[1:]))]
    assert fields(rows)[1][-1] == "project.funding"


def test_bare_words_and_titles_alone_make_no_list_of_projects():
    rows = [["Date", "Title", "Type", "Status", "Number"]]
    rows += [[f"2023-01-{i:02}", f"Meeting {i}", "Online", "Held", i] for i in range(1, 11)]
    tables, _ = find_tables(Grid("Meetings", rows))
    assert all(why(t, understand(t, Grid("Meetings", rows))) for t in tables)
    assert not why(*_first([["Title", "Abstract", "Status"], *([f"T {i}", f"On {i}", "open"] for i in range(9))]))


def _first(rows):
    table = find_tables(Grid("Sheet1", rows))[0][0]
    return table, understand(table, Grid("Sheet1", rows))
