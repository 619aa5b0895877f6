"""Records of another width than the others, and what was hard to read, are warnings at their cells."""

from __future__ import annotations

from collabdesk.domain.places import Place
from collabdesk.intake import ragged
from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid


def found(rows, **more):
    grid = Grid("", rows, **more)
    headers = [Header(str(v), Place(column=n), (1, n)) for n, v in enumerate(rows[0], 1)]
    anchors = [(n, None) for n in range(2, len(rows) + 1)]
    table = TableFound("", "rows", (1, 1), 2, len(rows), headers, anchors)
    return [(p.code, p.cell) for p in ragged.problems(table, grid)]


ROW = ["P1", "title", "5"]


def test_a_record_of_another_width_is_named():
    assert found([ROW] * 12 + [[*ROW, "shifted"], ["P1", "ti"]]) == [("ragged-row", "D13"), ("ragged-row", "C14")]


def test_empty_fields_at_the_end_are_no_matter():
    assert found([ROW] * 12 + [[*ROW, None, None]]) == []


def test_records_that_all_vary_are_not_named_one_by_one():
    assert found([ROW[: 1 + n % 3] for n in range(20)]) == []


def test_what_the_reader_noted_inside_the_table_is_told():
    assert found([ROW] * 4, troubles=((2, 1, "open-quote", "…"), (40, 1, "open-quote", "…"))) == [("open-quote", "A2")]
