"""How values read, and how dates that people type are understood."""

from decimal import Decimal

import pytest

from collabdesk.ui import texts
from collabdesk.ui.dates import read_date


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2025-03-14", "14 Mar 2025"), ("2025-03", "Mar 2025"), ("2025", "2025"), (None, "–"), ("", "–")],
)
def test_a_date_reads_as_precisely_as_its_source(qapp, value, shown):
    assert texts.date_text(value) == shown


@pytest.mark.parametrize(
    ("typed", "value"),
    [("14 Mar 2025", "2025-03-14"), ("14.3.2025", "2025-03-14"), ("2025-03-14", "2025-03-14"), ("Mar 2025", "2025-03"),
     (" 2025 ", "2025"), ("", None), ("14 March 2025", "2025-03-14")],
)  # fmt: skip
def test_a_typed_date_is_kept_in_the_precision_it_was_typed_in(qapp, typed, value):
    assert read_date(typed) == value


@pytest.mark.parametrize("typed", ["3/4/2025", "soon", "31 Feb 2025", "14 Mar 25"])
def test_what_is_no_date_or_two_dates_is_refused_with_a_sentence(qapp, typed):
    with pytest.raises(ValueError, match="is not a date"):
        read_date(typed)


def test_large_amounts_keep_every_digit(qapp):
    assert texts.amount_text(Decimal("1234567890123456.78")) == "1,234,567,890,123,456.78"
    assert texts.amount_text(Decimal("0.0001")) == "0.0001"


def test_a_tiles_amount_is_as_short_as_its_size_allows(qapp):
    shown = [texts.short_money_text(Decimal(n), "EUR").replace("\u00a0", " ") for n in (870000, 9070500, 824600000)]
    assert shown == ["870,000 EUR", "9.1 m EUR", "825 m EUR"]


def test_negative_amounts_and_slips_carry_their_sign(qapp):
    assert texts.money_text(Decimal(-5), "EUR") == "\u22125.00\u00a0EUR"
    assert texts.days_text(12) == "+12\u00a0d"
    assert texts.days_text(-3) == "\u22123\u00a0d"


def test_a_funders_own_status_word_stays_as_it_is(qapp):
    assert texts.status_text("in_progress") == "In progress"
    assert texts.status_text("TERMINATED BY MUTUAL CONSENT") == "TERMINATED BY MUTUAL CONSENT"


def test_every_status_of_the_domain_has_a_word(qapp):
    from importlib import import_module

    from collabdesk.domain.nouns import NOUNS
    from collabdesk.domain.statuses import Moves

    for noun in NOUNS.values():
        moves = getattr(import_module(noun.__module__), "STATUSES", None)
        if isinstance(moves, Moves):
            missing = [word for word in moves.table if texts.status_text(word) == word]
            assert not missing, f"{noun.__name__}: no word for {missing}"


def test_the_code_for_no_currency_is_not_shown():
    assert texts.money_text(Decimal(5), "XXX") == "5.00"
    assert [texts.short_money_text(Decimal(n), "XXX") for n in (0, 2_500_000)] == ["0", "2.5\u00a0m"]
