"""Which lines are sums of others: totals and subtotals by their amounts, above or below their parts."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import find_tables
from collabdesk.intake.tables.sums import Line, find


def lines(*amounts, weak=(), words=()):
    """A line for each amount or tuple of amounts, numbered from 1."""
    return [
        Line(n, dict(enumerate(v if isinstance(v, tuple) else (v,))), n in weak, dict(words).get(n, ""))
        for n, v in enumerate(amounts, 1)
    ]


def test_the_last_line_that_is_the_sum_of_all_is_the_total_without_a_word():
    assert find(lines(120.5, 300, 79.5, 500.25, 1000.25)) == {5: "total"}


def test_round_numbers_that_happen_to_add_up_are_records():
    assert find(lines(1000, 2000, 3000)) == {}
    assert find(lines(10, 20, 30, 60)) == {}


def test_a_line_inside_is_a_subtotal_where_several_amounts_agree_or_it_lacks_what_records_hold():
    several = lines((120.5, 10), (300.0, 20), (420.5, 30), (7.0, 1), (8.0, 2))
    assert find(several) == {3: "subtotal"}
    assert find(lines(120.5, 300, 420.5, 7, 8)) == {}
    assert find(lines(120.5, 300, 420.5, 7, 8, weak={3})) == {3: "subtotal"}


def test_subtotals_of_sections_and_the_total_of_all():
    found = find(lines(100, 250.5, 350.5, 70, 30.25, 100.25, 450.75, weak={3, 6, 7}))
    assert found == {3: "subtotal", 6: "subtotal", 7: "total"}


def test_a_total_may_stand_above_its_parts_and_parts_above_theirs():
    assert find(lines(600.5, 100.25, 200.25, 300, weak={1})) == {1: "total"}
    nested = lines((601.25, 60), (300.5, 30), (100.25, 10), (200.25, 20), (300.75, 30), (120.5, 12), (180.25, 18))
    assert find(nested) == {1: "total", 2: "subtotal", 5: "subtotal"}


def test_a_word_decides_between_two_sums_of_the_same_lines():
    same = lines(100, 250.5, 350.5, 350.5, weak={3, 4}, words={3: "subtotal", 4: "total"})
    assert find(same) == {3: "subtotal", 4: "total"}


def test_a_share_that_does_not_add_up_does_not_hide_a_total_that_lacks_what_records_hold():
    assert find(lines((100.0, 0.4), (150.5, 0.6), (250.5, 0.5), weak={3})) == {3: "total"}


def test_a_budget_whose_headings_hold_the_sums_of_what_is_numbered_below_them():
    rows = [["No", "Budget item", "Unit", "Quantity", "Unit cost", "Budget"],
            ["1", "Human resources", None, None, None, 5200.5], ["1.1", "Senior expert", "month", 3, 1000, 3000],
            ["1.2", "Junior expert", "month", 2, 1100.25, 2200.5], ["2", "Travel", None, None, None, 900],
            ["2.1", "Flights", "trip", 2, 300, 600], ["2.2", "Trains", "trip", 3, 100, 300],
            [None, "In all", None, None, None, 6100.5]]  # fmt: skip
    (table,), _ = find_tables(Grid("Budget", rows))
    assert {s.row: s.why for s in table.set_aside} == {2: "subtotal", 5: "subtotal", 8: "total"}
