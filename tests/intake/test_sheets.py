"""Sheets that hold no records, whatever their words: lists of fields, sums by programme, statistics."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import find_tables


def test_a_list_of_fields_describes_data():
    rows = [["Field name", "Data type", "Description"], ["Project ID", "text", "The id"], ["Project title", "text", "…"],
            ["Start date", "date", "When it starts"], ["Grant amount", "number", "How much"]]  # fmt: skip
    assert find_tables(Grid("Sheet1", rows)) == ([], "reference list")


def test_rows_that_count_projects_are_no_projects():
    rows = [["Operational programme", "Number of projects", "Total eligible cost", "EU contribution"],
            ["Green", 120, 5000.5, 4000.0], ["Blue", 15, 700.25, 600.0], ["Red", 7, 90.0, 80.0]]  # fmt: skip
    tables, why = find_tables(Grid("Sheet1", rows))
    assert (tables, why) == ([], "summary")


def test_a_project_that_counts_something_else_is_a_project():
    rows = [["Project ID", "Project title", "Number of jobs created", "Grant amount"],
            *[[f"P{i}", f"Title {i}", i, 10.5 * i] for i in range(1, 5)]]  # fmt: skip
    tables, _ = find_tables(Grid("Sheet1", rows))
    assert [len(t.anchors) for t in tables] == [4]
