"""Months of a project: M1 begins on its first day, whatever day of a month that is."""

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.project_months import day_in_month, month_in, month_of


def test_a_month_is_read_and_ends_where_the_next_begins():
    assert (month_in("M6"), month_in(" m 12 "), month_in("6"), month_in("March")) == (6, 12, None, None)
    assert day_in_month(6, "2024-01-01") == "2024-06-30"
    assert day_in_month(6, "2024-01-01", is_first=True) == "2024-06-01"
    assert day_in_month(1, "2024-01-15") == "2024-02-14"
    assert day_in_month(2, "2024-02") == "2024-03-31"


@pytest.mark.parametrize(
    ("day", "start", "month"),
    [("2024-01-31", "2024-01-01", 1), ("2024-02-14", "2024-01-15", 1), ("2024-02-15", "2024-01-15", 2),
     ("2025-12", "2024-01-01", 24), ("2023-12-31", "2024-01-01", None), (None, "2024-01-01", None),
     ("2024-05-01", None, None), ("2024-02-29", "2024-01-31", 2), ("2024-02-28", "2024-01-31", 1)],
)  # fmt: skip
def test_a_day_lies_in_one_month(day, start, month):
    assert month_of(day, start) == month


def test_each_month_holds_its_own_first_and_last_day():
    for start in ("2024-01-01", "2023-10-31", "2024-02-29"):
        for number in range(1, 40):
            assert month_of(day_in_month(number, start), start) == number
            assert month_of(day_in_month(number, start, is_first=True), start) == number


def test_what_cannot_be_counted_is_refused():
    with pytest.raises(Refused, match="M1 is the first"):
        month_in("M0")
    with pytest.raises(Refused, match="no start"):
        day_in_month(6, None)
