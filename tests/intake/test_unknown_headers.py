"""Tables with headers that nobody knows are found by their shape, and none of their rows is kept unasked."""

from __future__ import annotations

from datetime import date

from collabdesk.intake import held_back
from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.tables import find_tables

HEAD = ["Blorf", "Quux", "Zibble", "Wug"]
ROWS = [[f"W{i}", f"Thing {i}", date(2020, 1, i), 10.5 * i] for i in range(1, 7)]


def staged(rows, sheet="Data", **options):
    grid = Grid(sheet, rows)
    (table,), why = find_tables(grid)
    assert why is None
    return stage(table, understand(table, grid, **options), grid, StageOptions())


def found(rows, sheet="Data", **options):
    return find_tables(Grid(sheet, rows, **options))[0]


def test_unknown_headers_over_rows_of_one_type_each_are_a_table():
    (table,) = found([["Some title"], [], HEAD, *ROWS])
    assert table.is_guess
    assert table.header_rows == (3, 3)
    assert [h.text for h in table.headers] == HEAD
    assert len(table.anchors) == 6


def test_nothing_understood_rejects_every_row_and_says_what_to_do():
    one = staged([HEAD, *ROWS, ["Total", None, None, 220.5]])
    assert (one.rows_accepted, one.rows_rejected, len(one.set_aside)) == (0, 6, 1)
    assert one.rows_read == 7
    assert one.records == 0
    assert not any(one.values.values())
    assert [(p.code, p.text, p.cell) for p in one.problems] == [("not-understood", held_back.NOTHING, "Data!A1")]
    assert {r.why for r in one.rejects} == {held_back.NOTHING}
    assert one.rejects[0].texts[:2] == ["W1", "Thing 1"]


def test_a_column_that_a_person_chose_lets_the_rows_in():
    one = staged([HEAD, *ROWS], kind="project", overrides={"Quux": "project.title"})
    assert (one.rows_accepted, one.rows_rejected) == (6, 0)
    assert one.values["project.title"][0] == "Thing 1"
    assert one.problems == []


def test_one_known_word_among_many_unknown_ones_is_too_little():
    one = staged([[*HEAD, "City"], *[[*r, "Town"] for r in ROWS]])
    assert [c.field for c in one.mapped] != []
    assert {r.why for r in one.rejects} == {held_back.TOO_LITTLE}
    assert one.rows_accepted == 0


def test_a_known_table_whose_columns_a_person_all_left_out_keeps_nothing():
    head = ["Project ID", "Project title", "Start date"]
    one = staged([head, *[r[:3] for r in ROWS]], overrides=dict.fromkeys(head, ""))
    assert (one.rows_accepted, one.rows_rejected) == (0, 6)


def test_texts_only_need_many_rows_with_a_name_each():
    texts = [[f"name {i}", "some", "words"] for i in range(8)]
    assert len(found([HEAD[:3], *texts])) == 1
    assert found([HEAD[:3], *texts[:3]]) == []
    assert found([HEAD[:3], *[["same", "some", "words"]] * 8]) == []


def test_two_unknown_tables_below_and_beside_each_other():
    below = found([HEAD, *ROWS, [], ["Frob", "Nid", "Gorp"], *[[f"x{i}", i, 2 * i] for i in range(5)]])
    assert [t.header_rows for t in below] == [(1, 1), (9, 9)]
    wide = [[*a, None, *b] for a, b in zip([HEAD, *ROWS], [HEAD, *ROWS[:4], [None] * 4, [None] * 4], strict=True)]
    assert [len(t.anchors) for t in found(wide)] == [6, 4]


def test_lists_for_drop_downs_forms_and_texts_stay_ignored():
    lists = [["Yes / no", "Status", "Colour"], ["Yes", "Open", "red"], ["No", "Closed", "green"], [None, "Late", "blue"],
             [None, None, "black"], [None, None, "white"], [None, None, "grey"]]  # fmt: skip
    assert found(lists) == []
    assert found([["Who are you?", None, "A person"], ["Where", None, "Here"], ["When", None, date(2020, 1, 1)]]) == []
    assert found([["How to fill this in"], ["First", "do this"], ["Then", "that"]]) == []
    assert found([HEAD, *ROWS], sheet="Lookups") == found([HEAD, *ROWS], is_hidden=True) == []


def test_an_unknown_table_below_a_known_one_is_no_part_of_it():
    known = [["Project ID", "Project title", "Start date", "Grant amount"], *ROWS]
    other = ["Frob", "Nid", "Gorp", "Zorp"]
    above, below = found([*known, [], other, *[[f"x{i}", i, f"text {i}", "a"] for i in range(5)], ["y", 9, "t", "a"]])
    assert [r for r, _ in above.anchors] == list(range(2, 8))
    assert not above.is_guess
    assert below.is_guess
    assert below.header_rows == (9, 9)
    assert len(below.anchors) == 6


def test_a_blank_row_and_a_row_of_texts_inside_a_known_table_part_nothing():
    known = [["Project ID", "Project title", "Start date", "Grant amount"], *ROWS]
    (table,) = found([*known, [], *ROWS, [], ["W9", "Thing 9", "unknown", "tbc"], *ROWS])
    assert len(table.anchors) == 19
