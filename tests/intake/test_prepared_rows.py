"""Numbered rows that a form prepared are no records while nothing stands in them."""

from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import prepared

HEAD = ["Indicator", "Target", "Actual"]


def grid(*rows):
    return Grid("S", [HEAD, *(list(row) for row in rows)])


def test_numbered_rows_beside_zeros_are_prepared():
    sheet = grid(
        ("Jobs", 5, 3), ("Own indicator #1", 0, None), ("Own indicator #2", 0, None), ("Own indicator #3", 0, 0)
    )
    assert prepared.slots(sheet, range(2, 6), [1]) == {3, 4, 5}


def test_numbered_rows_with_values_are_records():
    sheet = grid(("Jobs 1", 5, 3), ("Jobs 2", 2, 0), ("Jobs 3", 0, 1))
    assert prepared.slots(sheet, range(2, 5), [1]) == set()


def test_two_empty_rows_may_be_real():
    assert prepared.slots(grid(("Phase 1", 0, 0), ("Phase 2", 0, 0)), range(2, 4), [1]) == set()
