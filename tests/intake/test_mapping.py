"""Mapping whole tables: the kind, one field for each column, and nothing that the cells contradict."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables


def mapped(rows, sheet="Sheet1", **options):
    grid = Grid(sheet, rows)
    (table, *_), _ = find_tables(grid)
    result = understand(table, grid, **options)
    return result.kind, {table.headers[c.header].text: c.field for c in result.columns}


def test_bare_words_take_the_noun_of_the_table():
    kind, fields = mapped(
        [
            ["projectID", "organisationID", "name", "role", "country", "ecContribution"],
            ["1", "999", "A University", "coordinator", "DE", 100.0],
        ]
    )
    assert kind == "participation"
    assert fields["name"] == "partner.name"
    assert fields["country"] == "partner.country"
    assert fields["ecContribution"] == "contribution.amount"


def test_the_same_words_in_a_list_of_projects_are_the_projects():
    kind, fields = mapped([["ID", "Project title", "Start date", "Grant amount"], ["7", "A title", "2020-01-01", 5.0]])
    assert kind == "project"
    assert fields == {
        "ID": "project.code",
        "Project title": "project.title",
        "Start date": "project.start",
        "Grant amount": "project.funding",
    }


def test_two_columns_never_take_one_field_without_saying_so():
    grid = Grid("", [["Project ID", "Project number", "Project title"], ["A1", "B2", "x"], ["A3", "B4", "y"]])
    (table,), _ = find_tables(grid)
    columns = understand(table, grid).columns
    assert [c.field for c in columns] == ["project.code", None, "project.title"]
    assert "second project.code" in columns[1].reason


def test_address_lines_go_together():
    _, fields = mapped(
        [
            ["Legal name", "UEI", "Address line 1", "Address line 2", "City", "Zip"],
            ["An organisation", "ABCDEFGH1234", "1 Road", "Floor 2", "Town", "12345"],
        ]
    )
    assert fields["Address line 1"] == fields["Address line 2"] == "partner.street"


def test_cells_that_contradict_a_header_leave_it_open():
    _, fields = mapped(
        [
            ["Project ID", "Project title", "Start date", "Grant amount"],
            *[[f"P{i}", "t", "blue", "Yes"] for i in range(9)],
        ]
    )
    assert fields["Start date"] is None
    assert fields["Grant amount"] is None


def test_questioned_costs_with_yes_and_no_is_a_flag():
    kind, fields = mapped(
        [["Finding Reference Number", "Questioned Costs", "Material Weakness"], *[["2022-001", "N", "Y"]] * 4], "Form"
    )
    assert kind == "finding"
    assert fields["Questioned Costs"] == "finding.questioned_cost"


def test_a_person_has_the_last_word():
    rows = [["Project ID", "Project title", "Colour"], ["1", "t", "red"]]
    assert mapped(rows, overrides={"Colour": "project.keywords"})[1]["Colour"] == "project.keywords"
    assert mapped(rows, overrides={"Project title": ""})[1]["Project title"] is None
    assert mapped(rows, kind="award")[0] == "award"


def test_a_column_without_a_header_is_named_by_its_letter():
    rows = [
        ["Project ID", "Project title", "Start date", ""],
        *[[str(n), f"Title {n}", "2024-01-01", "red"] for n in "123"],
    ]
    assert mapped(rows, overrides={"[D]": "project.keywords"})[1][""] == "project.keywords"
    assert mapped(rows, overrides={"[B]": "", "Project title": "project.title"})[1]["Project title"] is None


def test_a_clean_column_of_amounts_wins_over_one_with_names_in_it():
    rows = [["Project", "ERDF", "ERDF funding (EUR)"]]
    rows += [[f"Title {i}", "a name" if i % 3 == 0 else 1.0 * i, 2.0 * i] for i in range(1, 12)]
    fields = mapped(rows)[1]
    assert fields["ERDF"] is None
    assert fields["ERDF funding (EUR)"] == "project.funding"


def test_the_unit_of_a_header_comes_with_the_column():
    grid = Grid("", [["Project ID", "Project title", "Total cost (£m)"], ["1", "t", 3.5]])
    (table,), _ = find_tables(grid)
    column = understand(table, grid).columns[2]
    assert (column.field, column.factor, column.currency) == ("project.total_cost", 1_000_000, "GBP")


def test_the_email_of_a_person_named_in_a_form_is_not_the_partners():
    rows = [["Project Name", "A bridge"], ["Project ID", "X-1"], ["Project description", "It spans."],
            ["Senior Responsible Owner - Email", "a@example.org"]]  # fmt: skip
    _, fields = mapped(rows, "Form")
    assert fields["Project Name"] == "project.title"
    assert fields["Senior Responsible Owner - Email"] is None
