"""Tables beside each other are found apart; a table with a blank column in it stays one."""

from __future__ import annotations

from datetime import date

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables

PROJECTS = ["Project ID", "Project title", "Start date", "Grant amount"]
PARTNERS = ["PIC", "Legal name", "City"]


def projects(number, start=1):
    return [[f"P{i}", f"Title {i}", date(2020, 1, i % 28 + 1), 10.0 * i] for i in range(start, start + number)]


def partners(number):
    return [[f"99900000{i}", f"Organisation {i}", f"Town {i % 3}"] for i in range(number)]


def beside(left, right, gap=1):
    """Two lists of rows beside each other, blank columns between them."""
    wide = max(len(r) for r in left)
    rows = []
    for i in range(max(len(left), len(right))):
        mine = left[i] if i < len(left) else []
        rows.append([*mine, *[None] * (wide - len(mine) + gap), *(right[i] if i < len(right) else [])])
    return rows


def found(rows, sheet="Data", **options):
    return find_tables(Grid(sheet, rows, **options))[0]


def letters_of(table):
    return [h.letter(table.layout) for h in table.headers]


def test_two_kinds_of_different_lengths_are_two_tables_with_their_own_letters():
    grid = Grid("Data", beside([PROJECTS, *projects(7)], [PARTNERS, *partners(4)]))
    left, right = find_tables(grid)[0]
    assert letters_of(left) == ["A", "B", "C", "D"]
    assert letters_of(right) == ["F", "G", "H"]
    assert [len(left.anchors), len(right.anchors)] == [7, 4]
    assert [understand(t, grid).kind for t in (left, right)] == ["project", "partner"]


def test_a_repeated_header_begins_a_table_even_of_the_same_length():
    left, right = found(beside([PROJECTS, *projects(5)], [PROJECTS, *projects(5, 6)]))
    assert [h.text for h in left.headers] == [h.text for h in right.headers] == PROJECTS
    assert letters_of(right) == ["F", "G", "H", "I"]


def test_three_tables_beside_each_other():
    rows = beside(beside([PROJECTS, *projects(3)], [PROJECTS, *projects(5, 4)]), [PARTNERS, *partners(4)], gap=2)
    assert [letters_of(t)[0] for t in found(rows)] == ["A", "F", "L"]


def test_titles_of_their_own_may_stand_above_them_and_headers_in_different_rows():
    left = [["Projects"], [], PROJECTS, *projects(6)]
    right = [["Partners"], PARTNERS, *partners(4)]
    tables = found(beside(left, right))
    assert [t.header_rows for t in tables] == [(3, 3), (2, 2)]
    assert [len(t.anchors) for t in tables] == [6, 4]
    assert "Partners" in tables[1].context
    assert "Partners" not in tables[0].context


def test_each_keeps_its_own_total():
    left = [PROJECTS, *projects(4), ["Total", None, None, 100.0]]
    right = [["Partner", "Category", "Costs claimed"], ["A", "Travel", 1.0], ["B", "Staff", 2.0], ["C", "Other", 4.0],
             ["D", "Travel", 1.5], ["Total", None, 8.5]]  # fmt: skip
    tables = found(beside(left, right))
    assert [[s.why for s in t.set_aside] for t in tables] == [["total"], ["total"]]
    assert [list(t.stated_totals.values()) for t in tables] == [[(6, 4)], [(6, 8)]]


def test_stacked_and_side_by_side():
    wide = ["Finding Reference Number", "Award", "Material Weakness", "Questioned Costs", "Repeat finding", "Severity",
            "Type of compliance requirement", "Condition"]  # fmt: skip
    rows = [wide, *[[f"2020-{i}", f"A{i}", "Y", "N", "N", "high", "L", f"Text {i}"] for i in range(4)], [], []]
    rows += beside([PROJECTS, *projects(5)], [PARTNERS, *partners(3)])
    tables = found(rows)
    assert [t.header_rows for t in tables] == [(1, 1), (8, 8), (8, 8)]
    assert [letters_of(t)[0] for t in tables] == ["A", "A", "F"]
    assert [len(t.anchors) for t in tables] == [4, 5, 3]


def test_a_blank_column_inside_one_table_parts_nothing():
    head = ["Project ID", "Project title", None, "Start date", "End date", "Grant amount"]
    rows = [[f"P{i}", f"Title {i}", None, date(2020, 1, i), date(2021, 1, i), 5.0 * i] for i in range(1, 9)]
    (table,) = found([head, *rows])
    assert letters_of(table) == ["A", "B", "D", "E", "F"]


def test_the_emptier_right_half_of_one_table_parts_nothing():
    head = ["Project ID", "Project title", "Grant amount", None, "Payment date", "Paid amount", "Category"]
    rows = [[f"P{i}", f"Title {i}", 5.0 * i, None, date(2020, 1, i), 2.0, "Travel"] for i in range(1, 9)]
    for row in rows[5:]:
        row[4:] = [None] * 3
    assert len(found([head, *rows])) == 1


def test_groups_of_the_same_columns_belong_to_the_key_on_their_left():
    groups = ["Project", None, None, "Baseline", None, None, None, "Forecast"]
    head = ["Project ID", "Project title", None, "Start date", "End date", "Budget", None, "Start date", "End date", "Budget"]  # fmt: skip
    day = date(2020, 1, 1)
    rows = [[f"P{i}", f"Title {i}", None, day, day, 1.0, None, day, day, 2.0] for i in range(1, 9)]
    merges = ((1, 1, 1, 2), (1, 4, 1, 6), (1, 8, 1, 10))
    (table,) = found([groups, head, *rows], merges=merges)
    assert len(table.anchors) == 8
    assert letters_of(table) == ["A", "B", "D", "E", "F", "H", "I", "J"]


def test_a_legend_beside_a_table_is_no_table():
    (table,) = found(beside([PROJECTS, *projects(6)], [["Legend"], ["green", "fine"], ["red", "late"]]))
    assert len(table.anchors) == 6


def test_long_tables_beside_each_other_and_a_long_one_with_a_blank_column():
    two = found(
        beside([PROJECTS, *projects(4000)], [PARTNERS, *[[f"9{i:08}", f"Name {i}", "Town"] for i in range(3000)]])
    )
    assert [len(t.anchors) for t in two] == [4000, 3000]
    spaced = [[*row[:2], None, *row[2:]] for row in [PROJECTS, *projects(4000)]]
    assert [len(t.anchors) for t in found(spaced)] == [4000]
