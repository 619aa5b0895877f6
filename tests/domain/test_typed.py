"""What a person types is read by their locale, exactly, and refused with a sentence where it is nothing of the kind."""

from decimal import Decimal

import pytest

from collabdesk.domain import typed


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1.234,56", "1234.56", "1234.56"),
        ("1,234.56", "1234.56", "1234.56"),
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("1 234,5", "1234.5", "1234.5"),
        ("1\u202f234,50", "1234.5", "1234.5"),
        ("1\u00a0234", "1234", "1234"),
        ("1’234.50", "1234.5", "1234.5"),
        ("1'234", "1234", "1234"),
        ("1,5", "1.5", "1.5"),
        ("1,234.", "1234", "1234"),
        ("1,", "1", "1"),
        ("12,34,567", "1234567", "1234567"),
        ("−5", "-5", "-5"),
        ("(12.50)", "-12.5", "-12.5"),
        ("1.5m", "1500000", "1500000"),
    ],
)
def test_a_number_is_what_it_can_only_be_and_else_as_the_locale_writes_it(text, point, comma):
    assert typed.amount(text, ".").value == Decimal(point)
    assert typed.amount(text, ",").value == Decimal(comma)


@pytest.mark.parametrize(("text", "currency"), [("€ 1.234", "EUR"), ("1.234 CHF", "CHF"), ("$1.234", "USD")])
def test_a_currency_beside_an_amount_is_told_and_does_not_change_its_number(text, currency):
    assert typed.amount(text, ",") == typed.TypedAmount(Decimal(1234), currency)
    assert typed.amount(text, ".").value == Decimal("1.234")


@pytest.mark.parametrize("text", ["", "  ", "–"])
def test_nothing_is_nothing(text):
    assert (typed.amount(text, "."), typed.quantity(text, "."), typed.percent(text, ".")) == (None, None, None)


@pytest.mark.parametrize("text", ["lots", "1.2.3,4", "12 34", "80 %", "1.23456", "9" * 20, "1-2", "EUR"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="“"):
        typed.amount(text, ".")


def test_percents_are_fractions_with_and_without_their_sign():
    assert [typed.percent(t, ".") for t in ("80", "80 %", "12,5%", "0.5")] == [
        Decimal("0.8"), Decimal("0.8"), Decimal("0.125"), Decimal("0.005")
    ]  # fmt: skip
    with pytest.raises(ValueError, match="not a percentage"):
        typed.percent("80 EUR", ".")


def test_a_quantity_has_no_currency():
    assert typed.quantity("1.5", ".") == Decimal("1.5")
    with pytest.raises(ValueError, match="not a plain number"):
        typed.quantity("€ 2", ".")


@pytest.mark.parametrize(
    ("month", "start", "begins", "day"),
    [
        ("M1", "2025-01-01", True, "2025-01"),
        ("m7", "2025-01-01", False, "2025-07"),
        ("M 13", "2025-01", False, "2026-01"),
        ("M1", "2025-01-15", True, "2025-01-15"),
        ("M7", "2025-01-15", False, "2025-08-14"),
        ("M2", "2025-01-31", True, "2025-02-28"),
    ],
)
def test_a_month_of_the_project_is_counted_from_its_start(month, start, begins, day):
    assert typed.project_month(month, start, begins=begins) == day


def test_what_is_no_month_of_a_project_is_left_to_others_and_a_project_without_a_start_has_none():
    assert typed.project_month("May 2025", "2025-01-01", begins=True) is None
    with pytest.raises(ValueError, match="not stated"):
        typed.project_month("M7", None, begins=True)
    with pytest.raises(ValueError, match="M1"):
        typed.project_month("M0", "2025-01-01", begins=True)


def test_all_digits_are_written_and_no_more():
    assert [typed.written(Decimal(n), ",") for n in ("1234.5000", "0.10", "-7", "1E+3")] == [
        "1234,5",
        "0,1",
        "-7",
        "1000",
    ]
