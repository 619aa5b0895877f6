"""Rounding at the end, and quotients that say why there is none."""

from decimal import Decimal

from collabdesk.domain.rules import plain, quotient, rounded


def test_a_ratio_is_rounded_half_up_to_four_places_that_stay():
    assert str(rounded(Decimal("0.00005"), "ratio")) == "0.0001"
    assert str(rounded(Decimal("0.8"), "ratio")) == "0.8000"


def test_an_amount_keeps_its_ten_thousandths_and_no_exponent():
    assert f"{rounded(Decimal('290000.0000'), 'EUR')}" == "290000"
    assert f"{rounded(Decimal('0.00015'), 'EUR')}" == "0.0002"
    assert f"{plain(Decimal('1E+5'))}" == "100000"


def test_days_and_points_lose_their_trailing_zeros():
    assert str(rounded(Decimal("144.6666"), "days")) == "144.7"
    assert str(rounded(Decimal(230), "days")) == "230"
    assert str(rounded(Decimal("2600.000"), "points")) == "2600"


def test_a_quotient_names_what_is_missing_or_zero():
    assert quotient(Decimal(1), Decimal(3), "part", "whole").value == Decimal(1) / Decimal(3)
    assert quotient(None, Decimal(3), "part", "whole").reason == "no part is recorded"
    assert quotient(Decimal(1), None, "part", "whole").reason == "no whole is recorded"
    assert quotient(Decimal(1), Decimal(0), "part", "whole").reason == "the whole is zero"
