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


def test_columns_that_differ_by_their_year_alone_are_left_to_a_person():
    rows = [
        ["Indicator", "Unit", "Target 2022", "Target 2023"],
        *([f"Trainees {i}", "persons", i, i] for i in range(6)),
    ]
    assert fields(rows) == ("indicator", ["indicator.title", "indicator.unit", None, None])


def test_years_over_targets_and_results_head_a_table_too():
    rows = [["KPI", "Unit", "2022", None, "2023", None], [None, None, *["Target", "Actual"] * 2]]
    rows += [[f"Trainees {i}", "persons", i, i, i, i] for i in range(6)]
    table = find_tables(Grid("KPI", rows, merges=[(1, 3, 1, 4), (1, 5, 1, 6)]))[0][0]
    assert table.header_rows == (1, 2)
    assert [h.text for h in table.headers][2:4] == ["2022 / Target", "2022 / Actual"]


def test_persons_are_no_organisations_and_numbers_of_rows_no_codes():
    rows = [["Nr", "Projectnummer", "Titel", "Hoofdaanvrager", "Instelling", "Toegekend bedrag"]]
    rows += [[i, f"K{100 + i}", f"Werk {i}", f"Dr. A. de Vries {i}", "TU Delft", 5.0] for i in range(1, 8)]
    named = [None, "project.code", "project.title", "project.lead", "project.coordinator", "project.funding"]
    assert fields(rows)[1] == named


def test_questions_are_no_titles_and_a_title_alone_is_too_little():
    rows = [["Ref", "Project title", "Yes", "No"], *([f"{i}", f"Was step {i} done?", "x", None] for i in range(20))]
    found = fields(rows)
    assert found is None or "project.title" not in found[1]
    assert why(*_first([["Section", "Project", "Response"], *([f"S{i}", f"Say {i}", "text"] for i in range(9))]))
    assert not why(*_first([["Project title"], *([f"Project {i}"] for i in range(9))]))


def test_partners_with_their_shares_are_no_list_of_projects():
    rows = [
        ["PP", "Partner organisation", "Country", "ERDF (EUR)", "National co-financing (EUR)", "Total budget (EUR)"]
    ]
    rows += [[f"PP{i}", f"Municipality {i}", "EE", 80 + i, 20.0, 100 + i] for i in range(6)]
    kind, named = fields(rows, "Partners")
    assert kind == "participation"
    assert named[1:] == ["partner.name", "partner.country", "contribution.amount", None, "contribution.total_cost"]
    assert fields([["Beneficiary", "EU funding"], *([f"Org {i}", 5.0 + i] for i in range(6))])[0] == "project"
