"""Amounts are read with one decimal mark for the column, exactly, or refused at their cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabdesk.intake.fields.amounts import read_amounts
from collabdesk.intake.fields.column import Asked
from collabdesk.intake.grid import CellError

AMOUNT = Asked("project.funding", "amount")
RATE = Asked("project.cofunding_rate", "rate")


def kept(values, asked=AMOUNT):
    return read_amounts(values, asked).values


def codes(values, asked=AMOUNT):
    return [issue.code for issue in read_amounts(values, asked).issues]


@pytest.mark.parametrize(
    ("texts", "euros"),
    [
        (["40.000,00 €", "1.234.567,89 €"], ["40000", "1234567.89"]),
        (["$99,836.00", "$0.00"], ["99836", "0"]),
        (["1\u00a0234,50", "1\u202f234\u202f567"], ["1234.5", "1234567"]),
        (["1'234.50", "(1,234.00)", "12.5-", "-3.1"], ["1234.5", "-1234", "-12.5", "-3.1"]),
        (["2499638,25", "0"], ["2499638.25", "0"]),
        (["EUR 5,50", "7,25 EUR"], ["5.5", "7.25"]),
        (["1,00,000.00"], ["100000"]),
        (["$763,499"], ["763499"]),
        (["1.200,-"], ["1200"]),
        (["€ (1,234.00)", "(1,234.00) €", "(€1,234.00)"], ["-1234", "-1234", "-1234"]),
        (["-€1,234.00", "€-5.50", "1,234.56-"], ["-1234", "-5.5", "-1234.56"]),
        (["1,234.00 CR", "500.00 DR", "12.50CR"], ["-1234", "500", "-12.5"]),
        (["₹ 5 Cr", "₹ 12 Cr"], ["50000000", "120000000"]),
        (["١٢٬٣٤٥٫٦٧"], ["12345.67"]),
        (["१,२३,४५६.५०", "１，２３４．５０"], ["123456.5", "1234.5"]),
        (["1 234,50 kr", "kr 7,25"], ["1234.5", "7.25"]),
        (["1\u2009234,5", "2’345,5", "2 345 678,5"], ["1234.5", "2345.5", "2345678.5"]),
        (["1.2 M EUR", "EUR 3.5 million"], ["1200000", "3500000"]),
        (["3,5 млн руб.", "1,25 млн руб."], ["3500000", "1250000"]),
    ],
)
def test_amounts_as_people_write_them(texts, euros):
    assert kept(texts) == [int(Decimal(e) * 10000) for e in euros]


def test_a_column_of_thousands_or_decimals_is_not_guessed():
    assert kept(["1,234", "2,345"]) == [None, None]
    assert codes(["1,234", "2,345"]) == ["ambiguous-decimal"] * 2


def test_the_person_decides_an_ambiguous_column():
    assert kept(["1,234"], Asked("project.funding", "amount", decimal=",")) == [12340]
    assert kept(["1,234"], Asked("project.funding", "amount", decimal=".")) == [12340000]


def test_one_clear_cell_decides_the_others():
    assert kept(["1,234", "5,5"]) == [12340, 55000]


def test_a_cell_against_its_column_is_refused_not_reread():
    assert codes(["1.234,56", "7,10", "9.99"]) == ["other-decimal"]


def test_words_errors_and_dates_are_no_amounts():
    assert codes(["lots", CellError("#REF!"), True]) == ["not-an-amount", "error-value", "not-an-amount"]


def test_null_tokens_are_blank():
    read = read_amounts(["-", "N/A", "n/a", None, ".", "5"], AMOUNT)
    assert (read.blank, read.not_numeric, read.values[-1]) == (5, 0, 50000)


def test_the_total_is_exact_in_the_files_own_unit():
    assert read_amounts([0.1, 0.2, "0.300000001"], AMOUNT).total == Decimal("0.600000001")


def test_a_unit_of_the_header_scales_what_is_kept_and_not_the_total():
    read = read_amounts([2.5, "£2.397m"], Asked("project.funding", "amount", factor=Decimal(10**6)))
    assert read.values == [25_000_000_000, 23_970_000_000]
    assert read.total == Decimal("4.897")


def test_another_unit_than_the_columns_is_a_problem():
    assert codes([2.5, "£5.73bn"], Asked("project.funding", "amount", factor=Decimal(10**6))) == ["other-unit"]


def test_each_cells_own_currency_is_known():
    read = read_amounts(["$1.00", "$2.00", "5 €"], AMOUNT)
    assert read.values == [10000, 20000, 50000]
    assert read.currencies == {0: "USD", 1: "USD", 2: "EUR"}


def test_more_decimals_than_are_kept_are_counted():
    assert codes([1.23456789, 1.5]) == ["rounded"]


def test_percents_are_fractions():
    assert kept(["80%", "50 %"], RATE) == [80_000_000, 50_000_000]
    assert kept([80.0, 55.5], RATE) == [80_000_000, 55_500_000]
    assert kept([0.8, 1.0], RATE) == [80_000_000, 100_000_000]


@given(
    st.decimals(min_value=-(10**11), max_value=10**11, places=2),
    st.sampled_from([(",", "."), (".", ","), ("'", "."), (" ", ",")]),
)
def test_what_was_written_with_two_decimals_is_read_exactly(amount, marks):
    thousands, decimal = marks
    text = f"{amount:,.2f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    assert kept([text]) == [int(amount * 10000)]


@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=4), min_size=1))
def test_numbers_of_a_spreadsheet_are_kept_exactly(amounts):
    assert kept([float(a) for a in amounts]) == [int(a * 10000) for a in amounts]


@pytest.mark.parametrize(
    "text", ["1.00.000", "12 34", "(5) 6", "-5 CR", "1,234 (est.)", "5 000 people", "1-2", "€", "CR"]
)
def test_what_is_no_single_number_is_refused(text):
    assert kept([text, "1.5"]) == [None, 15000]
    assert len(codes([text, "1.5"])) == 1


def test_dinars_may_have_three_decimals():
    assert codes(["TND 1.234", "TND 2.345"]) == ["ambiguous-decimal"] * 2


def test_a_mark_of_the_tables_other_columns_decides_an_open_one():
    assert kept(["1,234"], Asked("project.funding", "amount", hint_decimal=".")) == [12340000]
    assert kept(["1,234", "5,5"], Asked("project.funding", "amount", hint_decimal=".")) == [12340, 55000]


@pytest.mark.parametrize("text", ["n/a", "-", "nil", "TBC", "k.A.", "нет данных", "なし", "Not provided", "—", "NaN"])
def test_words_for_nothing_are_blank(text):
    assert (kept([text]), codes([text])) == ([None], [])
