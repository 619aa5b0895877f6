"""How values are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.figures import Figure
from collabdesk.reporting import wording


def figure(value: str | None, unit: str, rule: str = "total.sum@CD-1") -> Figure:
    return Figure("F1-x", "X", None if value is None else Decimal(value), unit, rule)


@pytest.mark.parametrize(
    ("given", "shown"),
    [("2025-03-14", "14 March 2025"), ("2025-03", "March 2025"), ("2025", "2025"), (date(2024, 12, 1), "1 December 2024"), (None, "–"), ("", "–")],
)  # fmt: skip
def test_a_day_is_written_out_and_no_precision_is_invented(given, shown):
    assert wording.day(given).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        ("1234567.5", "EUR", "EUR 1,234,567.50"),
        ("0.0001", "USD", "USD 0.0001"),
        ("-9999.999", "EUR", "EUR −9,999.999"),
        ("12", "XXX", "12.00"),
        ("12", "", "12.00"),
    ],
)
def test_an_amount_has_separators_its_currency_and_every_decimal_the_books_hold(value, currency, shown):
    assert wording.amount(Decimal(value), currency).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (figure("0.6228", "ratio", "budget.absorption@CD-1"), "62.3 %"),
        (figure("0.6897", "ratio", "evm.cpi@PRA-5"), "0.6897"),
        (figure("0.2667", "ratio", "concentration.gini@CD-1"), "0.2667"),
        (figure("2600.00", "points"), "2,600"),
        (figure("1.0", "days"), "1 day"),
        (figure("28.5", "days"), "28.5 days"),
        (figure("4", "count"), "4"),
        (figure("1500", "IUA"), "IUA 1,500.00"),
        (figure(None, "EUR"), "n/a"),
        (figure("0", "EUR"), "EUR 0.00"),
    ],
)
def test_a_figure_is_written_by_its_unit(given, shown):
    assert wording.value_of(given).replace("\u00a0", " ") == shown


def test_a_computed_amount_stands_in_the_body_to_the_cent_and_a_recorded_sum_as_it_is():
    read = [
        wording.read_off(one).replace("\u00a0", " ")
        for one in (
            figure("472920.4938", "EUR", "evm.pv@PRA-5"),
            figure("472920.4938", "EUR"),
            figure("0.0021", "MUA", "evm.pv@PRA-5"),
            figure("-70275.9781", "XXX", "evm.vac@PRA-5"),
            figure("0.8", "ratio", "evm.spi@PRA-5"),
            figure(None, "EUR", "evm.pv@PRA-5"),
        )
    ]
    assert read == ["EUR 472,920.49", "EUR 472,920.4938", "MUA 0.0021", "−70,275.98", "0.8000", "n/a"]


def test_counts_and_lists_are_spoken():
    assert wording.counted(0, "finding") == "no findings"
    assert wording.counted(1, "finding") == "1\u00a0finding"
    assert wording.counted(1200, "entry", "entries") == "1,200\u00a0entries"
    assert wording.joined(["a", "", "b", "c"]) == "a, b and c"
    assert wording.joined([]) == ""
    assert wording.spoken("action_planned") == "action planned"


def test_a_long_text_is_cut_after_a_word_and_one_without_spaces_where_it_must_be():
    assert wording.shortened("Sea and land", 20) == "Sea and land"
    assert wording.shortened("Sea and land", 9) == "Sea and …"
    assert wording.shortened("\u6d77" * 30, 10) == "\u6d77" * 10 + " …"
