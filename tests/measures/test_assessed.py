"""Scales and assessments: shares from bases, the largest remainder, and what is no whole scale."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabdesk.measures.assessed import Member, arrears, parts, scale_of

CENT = Decimal("0.01")


def by_bases(*bases, currency="EUR"):
    return scale_of([Member(base=Decimal(b), currency=currency) for b in bases])


def by_shares(*shares):
    return scale_of([Member(share=Decimal(s)) for s in shares])


def test_a_share_that_is_not_stated_is_the_base_over_the_sum_of_all_bases():
    assert by_bases(2000, 1000, 1000).shares == (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))


def test_the_esrf_shares_make_a_whole_scale():
    # 34/24/14.5/12.5/4/4/4/3: the shares of its construction.
    scale = by_shares(".34", ".24", ".145", ".125", ".04", ".04", ".04", ".03")
    assert scale.reason is None
    shared = parts(Decimal("1000000.01"), scale, CENT)
    assert [str(p.amount) for p in shared][:3] == ["340000.01", "240000.00", "145000.00"]
    # Of the cent that is left the first has the largest part, .34 of it.
    assert [p.coin for p in shared].index(True) == 0
    assert sum(p.amount for p in shared) == Decimal("1000000.01")


def test_the_cents_left_over_go_to_the_largest_remainders():
    # 100.00 by 1/6, 1/6, 4/6: 16.666, 16.666, 66.666; two cents are left, all remainders equal: the larger share first.
    shared = parts(Decimal(100), by_bases(1, 1, 4), CENT)
    assert [str(p.amount) for p in shared] == ["16.67", "16.66", "66.67"]
    assert [p.coin for p in shared] == [True, False, True]


def test_a_coin_may_be_a_whole_yen():
    assert [p.amount for p in parts(Decimal(100), by_bases(1, 1, 1), Decimal(1))] == [34, 33, 33]


@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(any),
    st.integers(-(10**12), 10**12),
)
def test_the_parts_sum_to_the_total_and_lie_within_a_coin_of_the_exact_part(bases, cents):
    total = Decimal(cents) * CENT
    shared = parts(total, by_bases(*bases), CENT)
    assert sum(p.amount for p in shared) == total
    assert all(abs(Fraction(p.amount) - p.exact) < Fraction(1, 100) for p in shared)


@pytest.mark.parametrize(
    ("scale", "reason"),
    [
        (scale_of([]), "no scale is recorded"),
        (by_shares(".5", ".4"), "the scale sums to 0.9, not to 1"),
        (by_shares("1.2", "-.2"), "a member's share or base is negative"),
        (by_bases(0, 0), "the bases sum to zero"),
        (scale_of([Member(share=Decimal(1)), Member()]), "1 of 2 members have neither a share nor a base"),
        (
            scale_of([Member(base=Decimal(1), currency="EUR"), Member(base=Decimal(1), currency="CHF")]),
            "the bases are in 2 currencies: CHF, EUR",
        ),
    ],
)
def test_what_is_no_whole_scale_says_why(scale, reason):
    assert scale.reason == reason


def test_a_third_kept_with_eight_decimals_is_a_third():
    scale = by_shares("0.33333333", "0.33333333", "0.33333333")
    assert scale.reason is None
    assert [str(p.amount) for p in parts(Decimal(1), scale, CENT)] == ["0.34", "0.33", "0.33"]


def test_arrears_are_negative_when_more_came_than_was_asked_for():
    assert arrears(Decimal(10), Decimal(12)).value == -2
    assert arrears(Decimal(10), None).value == 10
    assert arrears(None, Decimal(1)).reason == "nothing is assessed"
