"""Finding tables: headers of several rows, what is set aside, forms, masters, matrices, and sheets that hold none."""

from __future__ import annotations

import time
from datetime import date

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables

HEAD = ["Project ID", "Project title", "Start date", "Grant amount"]


def rows_of(number, start=1):
    return [[f"P{i}", f"Title {i}", date(2020, 1, 1), 10.0 * i] for i in range(start, start + number)]


def only(rows, sheet="Data", **options):
    tables, why = find_tables(Grid(sheet, rows, **options))
    assert why is None
    assert len(tables) == 1
    return tables[0]


def aside(table):
    return {s.row: s.why for s in table.set_aside}


def test_titles_and_notes_stand_above_the_header():
    table = only([["List of projects"], ["Updated in May, see the notes"], [], HEAD, *rows_of(3)])
    assert table.header_rows == (4, 4)
    assert [r for r, _ in table.anchors] == [5, 6, 7]
    assert "List of projects" in table.context


def test_header_rows_are_joined_over_merged_cells_and_unit_rows_skipped():
    rows = [
        ["a", "b", "c", "d", "e"],
        ["Project ID", "Project title", "Operation dates", None, "Grant amount"],
        [None, None, "Start date", "End date", None],
        [None, None, None, None, "($)"],
        ["P1", "One", date(2020, 1, 1), date(2021, 1, 1), 5.0],
    ]
    table = only(rows, merges=((2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 4), (2, 5, 3, 5)))
    assert table.header_rows == (2, 3)
    assert [h.text for h in table.headers] == [
        "Project ID", "Project title", "Operation dates / Start date", "Operation dates / End date", "Grant amount",
    ]  # fmt: skip
    assert [r for r, _ in table.anchors] == [5]


def test_the_human_header_wins_over_machine_names_and_definitions_above_it():
    rows = [
        ["Name__c", "Project_Identification_Number__c", "Adopted_Budget__c", "Project_Description__c"],
        ["Required", "Required", "Required", "Optional"],
        ["String", "Alpha Numeric", "Currency", "String"],
        ["Project Name", "Project Identification Number", "Adopted Budget", "Project Description"],
        ["A project", "X-1", 5.0, "words"],
    ]
    assert only(rows).header_rows == (4, 4)


def test_a_second_column_with_the_same_header_is_numbered():
    table = only([[*HEAD, "Status", "Status"], *[[*r, "a", "b"] for r in rows_of(3)]])
    assert [h.text for h in table.headers][-2:] == ["Status", "Status [2]"]


def test_sections_subtotals_totals_repeated_headers_and_footnotes_are_set_aside():
    rows = [
        HEAD,
        ["Axis one: a section heading"],
        *rows_of(2),
        [None, "Subtotal axis one", None, 30.0],
        HEAD,
        *rows_of(2, 3),
        ["Total", None, None, 100.0],
        ["1. A footnote that explains something"],
    ]
    table = only(rows)
    assert [r for r, _ in table.anchors] == [3, 4, 7, 8]
    assert aside(table) == {2: "section", 5: "subtotal", 6: "repeated_header", 9: "total", 10: "help"}
    assert table.stated_totals == {3: (9, 4)}


def test_a_total_without_a_label_is_known_by_its_sum():
    rows = [[*HEAD, "Status", "City"], *[[*r, "Live", "Here"] for r in rows_of(3)], [None, None, None, 60.0]]
    table = only(rows)
    assert aside(table) == {5: "total"}
    assert table.stated_totals == {3: (5, 4)}


def test_empty_numbered_slots_are_no_records():
    rows = [
        [None, "Milestone", "Baseline date", "Forecast date", "Status"],
        ["1.1", "Start", date(2020, 1, 1), date(2020, 2, 1), "Live"],
        ["1.2", "Middle", date(2021, 1, 1), date(2021, 2, 1), "Live"],
        *[[f"1.{i}", None, None, None, None] for i in range(3, 40)],
    ]
    grid = Grid("Milestones", rows)
    (table,), _ = find_tables(grid)
    assert len(table.anchors) == 2
    assert set(aside(table).values()) == {"blank_key"}
    fields = [c.field for c in understand(table, grid).columns]
    assert fields[:2] == ["milestone.code", "milestone.title"]


def test_help_beside_an_empty_form_is_no_record():
    rows = [["Column label", *HEAD, "Status"], ["Users will complete this form with one row per project"]]
    table = only(rows)
    assert table.anchors == []
    assert aside(table) == {2: "help"}


def test_stacked_tables_are_two():
    other = ["Finding Reference Number", "Material Weakness", "Questioned Costs"]
    tables, _ = find_tables(Grid("Data", [HEAD, *rows_of(3), [], other, ["2020-1", "Y", "N"], ["2020-2", "N", "N"]]))
    assert [t.header_rows for t in tables] == [(1, 1), (6, 6)]
    assert [len(t.anchors) for t in tables] == [3, 2]


def test_a_form_is_one_record_with_labels_beside_values():
    rows = [["Project return"], [], ["Project Name", "A bridge"], ["Project ID", "X-1"], ["Start date", date(2020, 1, 1)],
            ["Project description", "It spans."], ["Colour", "blue"]]  # fmt: skip
    grid = Grid("Project info", rows)
    (table,), _ = find_tables(grid)
    columns = understand(table, grid).columns
    fields = {table.headers[c.header].letter(table.layout): c.field for c in columns if c.field}
    assert table.layout == "key_value"
    assert fields == {
        "A3": "project.title",
        "A4": "project.code",
        "A5": "project.start",
        "A6": "project.abstract",
    }


def master():
    rows = [["Project/Programme Name", "Mars", "Venus"], ["IPA ID Number", "M-1", "V-1"], ["Department", "DfT", "DfT"],
            ["Project status", "Live", "Live"], ["Delivery Body", "One", "Two"]]  # fmt: skip
    for number in range(1, 5):
        rows += [
            [f"Approval MM{number}", f"Gate {number}", None if number == 4 else "x"],
            [f"Approval MM{number} Original Baseline", date(2020, number, 1), date(2020, number, 2)],
            [f"Approval MM{number} Forecast / Actual", date(2021, number, 1), date(2021, number, 2)],
            [f"Approval MM{number} Status", "Live", "Live"],
        ]
    return Grid("Master", rows)


def test_a_master_has_a_project_in_each_column_and_its_milestones_in_numbered_groups():
    grid = master()
    (projects, milestones), _ = find_tables(grid)
    assert projects.layout == milestones.layout == "transposed"
    assert [c for _, c in projects.anchors] == [2, 3]
    assert len(milestones.anchors) == 7
    kinds = [understand(t, grid).kind for t in (projects, milestones)]
    assert kinds == ["project", "milestone"]


def test_a_group_keeps_the_code_of_its_project():
    grid = master()
    milestones = find_tables(grid)[0][1]
    columns = understand(milestones, grid).columns
    place = next(milestones.headers[c.header].place for c in columns if c.field == "project.code")
    assert grid.at(*place.cell(*milestones.anchors[0])) == "M-1"


def test_a_matrix_of_categories_and_periods_has_a_record_in_each_filled_cell():
    rows = [["Budget"], [], ["Category", 2021, 2022, 2023], ["Travel", 1.0, None, 3.0], ["Staff", 4.0, 5.0, 6.0],
            ["Total", 5.0, 5.0, 9.0]]  # fmt: skip
    grid = Grid("Budget", rows)
    (table,), _ = find_tables(grid)
    assert table.layout == "matrix"
    assert table.anchors == [(4, 2), (4, 4), (5, 2), (5, 3), (5, 4)]
    assert aside(table) == {6: "total"}
    mapped = {c.field for c in understand(table, grid).columns}
    assert mapped == {"budget.category", "budget.period", "budget.amount"}


def test_a_matrix_with_periods_down_stops_before_its_totals_and_leaves_row_totals_out():
    rows = [["Costs"], [], ["RDEL (£m)", "New", "Old", "Whole"]]
    rows += [[f"{year}/{year + 1}", 1.0, 2.0, 3.0] for year in range(2020, 2024)]
    rows += [["Total", 4.0, 8.0, 12.0]]
    grid = Grid("Costs", rows)
    (table,), _ = find_tables(grid)
    assert [len(table.anchors), aside(table)] == [8, {8: "total"}]
    fields = {table.headers[c.header].text: c.field for c in understand(table, grid).columns}
    assert fields["RDEL (£m)"] == "budget.period"
    assert fields["Whole"] is None


def test_a_list_of_one_column_needs_a_certain_header():
    rows = [["Additional UEIs"], ["ABCDEFGH1234"], ["ABCDEFGH1235"]]
    assert len(only(rows).anchors) == 2
    assert find_tables(Grid("Form", [["Some words"], ["ABCDEFGH1234"]])) == ([], "no table")


def test_sheets_that_hold_no_records_say_so():
    assert find_tables(Grid("Data", [[None], []])) == ([], "empty")
    assert find_tables(Grid("Instructions", [["How to fill this in"], ["Step one"]])) == ([], "help")
    assert find_tables(Grid("Data", [["just"], ["some words"]])) == ([], "no table")
    assert (
        find_tables(
            Grid("Orgs_summary", [["PIC", "Organisation", "country", "projectCount"], *[[1, "a", "b", 3]] * 5])
        )[1]
        == "summary"
    )


def test_hidden_columns_are_marked():
    table = only([HEAD, *rows_of(3)], hidden_columns=frozenset({2}))
    assert [h.is_hidden for h in table.headers] == [False, True, False, False]


def test_a_long_sheet_is_searched_quickly_and_its_last_row_is_its_total():
    grid = Grid("Data", [HEAD, *rows_of(60_000), ["Total", None, None, 1.0]])
    find_tables(Grid("Data", [HEAD, *rows_of(3)]))
    began = time.process_time()
    (table,), _ = find_tables(grid)
    assert time.process_time() - began < 3
    assert len(table.anchors) == 60_000
    assert aside(table) == {60_002: "total"}
