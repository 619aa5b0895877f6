"""A rate: own tables first, then the European Central Bank, crossed through the euro; never a silent substitute."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.exchange_rates import ExchangeRate, kind_of
from collabdesk.domain.problems import Refused
from collabdesk.usecases.rates import ecb
from collabdesk.usecases.rates.finding import Rates
from collabdesk.usecases.rates.own import OwnTables


def rates(*lines, project_id=None):
    return Rates(OwnTables(lines, project_id))


def own(base, quote, value, **more):
    return ExchangeRate(base=base, quote=quote, rate=Decimal(value), **more)


def test_a_fixing_of_the_day_is_taken_as_published():
    # https://data.ecb.europa.eu: 28 March 2014, 1 EUR = 1.3759 USD
    found = rates().rate("EUR", "USD", "2014-03-28", "day")
    assert (found.value, found.first, found.kind) == (Decimal("1.3759"), "2014-03-28", "day")
    assert "European Central Bank, bundled history to" in found.source


def test_the_way_back_divides_and_rounds_nothing():
    found = rates().rate("USD", "EUR", "2014-03-28", "day")
    assert found.of(Decimal(13759)) == 10000
    assert round(found.of(Decimal(100)), 4) == Decimal("72.6797")


def test_a_day_without_a_fixing_takes_the_last_one_before_and_says_so():
    found = rates().rate("EUR", "USD", "2024-03-31", "day")  # Easter Sunday
    assert (found.value, found.first) == (Decimal("1.0811"), "2024-03-28")
    assert "there is no fixing on 31 March 2024, this is the last one before" in found.steps[0]


def test_two_other_currencies_are_crossed_through_the_euro():
    found = rates().rate("GBP", "USD", "2014-03-28", "day")
    assert found.above == Decimal("1.3759")
    assert found.below == rates().rate("EUR", "GBP", "2014-03-28", "day").value
    assert "crossed through the euro" in found.steps[-1]


def test_the_month_average_is_the_mean_of_its_fixings():
    found = rates().rate("EUR", "GBP", "2024-03-09", "month_average")
    assert found.value == Decimal("0.8552375")
    assert "the mean of 20 fixings from 1 March 2024 to 31 March 2024" in found.steps[0]
    assert rates().rate("EUR", "GBP", "2024-03", "month_average") == found


def test_the_period_average_is_the_mean_of_the_period():
    found = rates().rate("EUR", "GBP", "2024-05-09", "period_average", ("2024-03-01", "2024-03-31"))
    assert found.value == Decimal("0.8552375")


@pytest.mark.parametrize(
    ("base", "day", "choice", "why"),
    [
        ("HRK", "2023-02-01", "day", "holds HRK from 1 April 2005 to 30 December 2022"),
        ("USD", "1998-12-31", "day", "holds USD from 4 January 1999"),
        ("USD", "2098-12-31", "day", "a table of your own"),
        ("USD", "2024-03", "day", "March 2024 names no day"),
        ("USD", "2024", "month_average", "2024 names no month"),
        ("USD", "", "day", "no day is recorded"),
        ("USD", "2024-03-01", "period_average", "no reporting period"),
        ("IUA", "2024-03-01", "day", "fixes no IUA"),
        ("ISK", "2012-03-01", "day", "fixed no ISK in the days before"),
    ],
)
def test_no_rate_is_no_figure_but_a_reason(base, day, choice, why):
    found = rates().rate(base, "EUR", day, choice)
    assert isinstance(found, NoRate)
    assert why in found.reason


def test_the_week_end_after_the_last_fixing_is_still_known():
    last = ecb.last_day()
    assert isinstance(rates().rate("USD", "EUR", last.isoformat(), "day"), Rate)
    assert isinstance(rates().rate("USD", "EUR", last.replace(year=last.year + 1).isoformat(), "day"), NoRate)


def test_own_tables_go_before_the_bank():
    line = own("GBP", "EUR", "1.17", start="2024-03-01", series="HMRC", source="gov.uk")
    found = rates(line).rate("GBP", "EUR", "2024-03-01", "day")
    assert (found.value, found.source) == (Decimal("1.17"), "own table HMRC: gov.uk")
    assert rates(line).rate("GBP", "EUR", "2024-06-03", "day").source.startswith("European Central Bank")


def test_an_own_line_is_read_backwards_too():
    found = rates(own("EUR", "IUA", "0.0005", kind="agreed")).rate("IUA", "EUR", "2024-03-01", "day")
    assert found.value == 2000
    assert "turned round" in found.steps[0]


def test_a_unit_of_account_reaches_the_euro_through_what_it_is_agreed_in():
    found = rates(own("IUA", "USD", "1000", kind="agreed", series="ITER")).rate("IUA", "EUR", "2014-03-28", "day")
    assert round(found.value, 4) == Decimal("726.7970")
    assert "own table ITER" in found.source


def test_the_project_s_own_line_goes_before_those_for_all_and_what_was_agreed_before_the_rest():
    everybody = own("USD", "EUR", "0.9", start="2024-03-01")
    ours = own("USD", "EUR", "0.95", start="2024-03-01", project_id=3)
    agreed = own("USD", "EUR", "0.99", kind="agreed", project_id=3)
    assert rates(everybody, ours, project_id=3).rate("USD", "EUR", "2024-03-01", "day").value == Decimal("0.95")
    assert rates(everybody, ours, agreed, project_id=3).rate("USD", "EUR", "2024-03-01", "day").value == Decimal("0.99")
    assert rates(everybody, ours, project_id=4).rate("USD", "EUR", "2024-03-01", "day").value == Decimal("0.9")


def test_two_own_lines_that_contradict_are_told_not_chosen_between():
    lines = (
        own("USD", "EUR", "0.9", start="2024-03-01", series="A"),
        own("USD", "EUR", "0.8", start="2024-03-01", series="B"),
    )
    found = rates(*lines).rate("USD", "EUR", "2024-03-01", "day")
    assert isinstance(found, NoRate)
    assert "own table A says 0.9 and own table B 0.8" in found.reason


def test_an_own_daily_table_has_its_last_one_before_as_well():
    line = own("USD", "EUR", "0.9", start="2024-03-01")
    found = rates(line).rate("USD", "EUR", "2024-03-03", "day")
    assert (found.value, "this is the last one before" in found.steps[0]) == (Decimal("0.9"), True)
    assert rates(line).rate("USD", "EUR", "2024-03-20", "day").source.startswith("European Central Bank")


def test_an_own_average_serves_its_month_and_period_only():
    month = own("USD", "EUR", "0.9", kind="month_average", start="2024-03")
    period = own("USD", "EUR", "0.8", kind="period_average", start="2024-01-01", end="2024-12-31")
    both = rates(month, period)
    assert both.rate("USD", "EUR", "2024-03-09", "month_average").value == Decimal("0.9")
    assert both.rate("USD", "EUR", "", "period_average", ("2024-01-01", "2024-12-31")).value == Decimal("0.8")
    assert both.rate("USD", "EUR", "2024-03-08", "day").source.startswith("European Central Bank")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Monthly average", "month_average"), ("daily", "day"), ("Agreed", "agreed"), ("", "day"), ("odd", "odd")],
)
def test_a_table_s_own_word_for_the_kind_is_understood(said, meant):
    assert kind_of(said) == meant


def test_currencies_are_read_in_any_case():
    found = rates(own(" usd", "eur", "0.9", kind="Fixed")).rate("USD", "EUR", "2024-03-08", "day")
    assert (found.value, found.steps[0]) == (Decimal("0.9"), "1 USD = 0.9 EUR, an own rate")


def test_an_unknown_choice_is_refused():
    with pytest.raises(Refused, match="no choice of a rate"):
        rates().rate("USD", "EUR", "2024-03-08", "best")
