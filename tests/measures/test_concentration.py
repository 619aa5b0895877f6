"""Measures hhi and gini against their published and derived examples."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabdesk.domain.rules import rounded
from collabdesk.measures.gini import gini
from collabdesk.measures.hhi import floor, hhi


def amounts(*values):
    return [Decimal(v) for v in values]


def test_the_department_of_justice_example_of_hhi():
    assert hhi(amounts(30, 30, 20, 20)).value == 2600


def test_hhi_is_ten_thousand_for_one_and_its_floor_for_equal_partners():
    assert hhi(amounts(7)).value == 10_000
    assert hhi(amounts(5, 5, 5, 5)).value == floor(4) == 2500


def test_gini_of_the_derived_examples():
    assert rounded(gini(amounts(1, 2, 3, 4, 5)).value, "ratio") == Decimal("0.2667")
    assert gini(amounts(3, 3, 3)).value == 0
    assert gini(amounts(0, 0, 0, 9)).value == Decimal("0.75")


@pytest.mark.parametrize("measure", [hhi, gini])
@pytest.mark.parametrize("bad", [[], amounts(0, 0), amounts(5, -1)])
def test_no_amounts_a_zero_sum_or_a_negative_amount_leave_it_undefined(measure, bad):
    outcome = measure(bad)
    assert outcome.value is None
    assert outcome.reason


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=40))
def test_both_stay_between_their_bounds_and_ignore_the_order(values):
    given_amounts = amounts(*values)
    index = hhi(given_amounts).value
    assert floor(len(values)) - Decimal("1e-9") <= index <= 10_000
    assert 0 <= gini(given_amounts).value < 1
    assert hhi(given_amounts[::-1]).value == index
