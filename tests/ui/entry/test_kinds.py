"""What is shown reads back the same, in every locale that writes numbers and days in another way."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from collabdesk.ui import texts
from collabdesk.ui.dates import read_day
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.kinds import Amount, Choice, Day, Percent, Quantity, Reference, Words, YesOrNo
from ui.entry.typing import speaking

LOCALES = ("de_DE", "fr_FR", "en_GB", "en_US", "es_ES", "de_CH", "sv_SE", "hi_IN", "pl_PL", "ar_EG")
AMOUNTS = some.decimals(min_value=-(10**14), max_value=10**14, places=4)
FRACTIONS = some.decimals(min_value=0, max_value=1, places=8)
DAYS = some.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))


@pytest.mark.parametrize("name", LOCALES)
def test_amounts_read_back_as_they_are_shown(name, qapp):
    cell = Amount("amount")

    @settings(max_examples=60, deadline=None)
    @given(AMOUNTS)
    def check(value):
        row = {"amount": value, "currency": "EUR"}
        assert cell.read(cell.begin(row, None), row, None) == {"amount": value}
        assert cell.read(cell.show(row, None), row, None) == {"amount": value}
        assert cell.understood({"amount": value}, row) == texts.money_text(value, "EUR")

    with speaking(name):
        check()


@pytest.mark.parametrize("name", LOCALES)
def test_quantities_and_percents_read_back_as_they_are_shown(name, qapp):
    quantity, percent = Quantity("units"), Percent("share")

    @settings(max_examples=60, deadline=None)
    @given(FRACTIONS, some.decimals(min_value=-(10**9), max_value=10**9, places=8))
    def check(fraction, number):
        assert percent.read(percent.show({"share": fraction}, None), {}, None) == {"share": fraction}
        assert percent.read(percent.begin({"share": fraction}, None), {}, None) == {"share": fraction}
        assert quantity.read(quantity.show({"units": number}, None), {}, None) == {"units": number}
        assert quantity.read(quantity.begin({"units": number}, None), {}, None) == {"units": number}

    with speaking(name):
        check()


@pytest.mark.parametrize("name", [name for name in LOCALES if name != "ar_EG"])
def test_days_read_back_as_they_are_shown_and_copied(name, qapp):
    cell = Day("due")

    @settings(max_examples=60, deadline=None)
    @given(DAYS)
    def check(day):
        for value in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
            row = {"due": value}
            assert cell.read(cell.show(row, None), row, None) == row
            assert cell.read(cell.copied(row, None), row, None) == row

    with speaking(name):
        check()


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("en_GB", "3/4/2025", "2025-04-03"),
        ("en_US", "3/4/2025", "2025-03-04"),
        ("en_US", "3.4.2025", "2025-04-03"),
        ("de_DE", "03.04.25", "2025-04-03"),
        ("en_US", "31/12/2025", "2025-12-31"),
        ("en_GB", "2025-04-03", "2025-04-03"),
        ("de_DE", "14 Mar 2025", "2025-03-14"),
    ],
)
def test_a_day_of_numbers_goes_by_the_persons_locale(locale, text, day, qapp):
    with speaking(locale):
        assert read_day(text) == day


@pytest.fixture
def here(filled_workspace):
    return Here(filled_workspace, {"project_id": 1})


def test_a_month_of_the_project_is_a_day_too(here, qapp):
    assert Day("due").read("M7", {}, here) == {"due": "2022-07"}


def test_a_reference_is_known_by_its_names_and_brings_what_stands_beside_it(here, qapp):
    cell = Reference("partner_id", "partner", "partner_name")
    for text in ("NFU", "north fjord university", "990000000", "North Fj"):
        found = cell.read(text, {}, here)
        assert (found["partner_id"], found["partner_name"]) == (1, "North Fjord University")
    with pytest.raises(ValueError, match="may be several"):
        cell.read("e", {}, here)
    assert cell.read("", {}, here) == {"partner_id": None, "partner_name": ""}


def test_a_work_package_is_referred_to_by_its_code_once_there_are_some(here, filled_workspace, qapp):
    cell = Reference("work_package", "work_package")
    assert cell.read("wp2", {}, here) == {"work_package": "WP2"}
    with pytest.raises(ValueError, match="Known are WP1"):
        cell.read("WP9", {}, here)
    assert cell.read("WP9", {}, Here(filled_workspace, {"project_id": 3})) == {"work_package": "WP9"}


def test_a_choice_reads_its_word_and_how_it_is_shown(qapp):
    cell = Choice("form", ("cash", "in_kind"))
    assert [cell.read(t, {}, None)["form"] for t in ("in_kind", "In kind", "c")] == ["in_kind", "in_kind", "cash"]
    assert Choice("form", ("cash",), is_open=True).read("Barter", {}, None) == {"form": "Barter"}
    with pytest.raises(ValueError, match="not known here"):
        cell.read("gift", {}, None)


def test_yes_no_and_nothing(qapp):
    assert [YesOrNo("critical").read(t, {}, None)["critical"] for t in ("y", "No", "")] == [True, False, None]
    assert Words("title").read("–", {}, None) == {"title": ""}


def test_a_typed_currency_is_the_new_rows_but_never_changes_another_amount(qapp):
    cell = Amount("pledged")
    assert cell.read("$5", {"currency": "EUR"}, None) == {"pledged": Decimal(5), "currency": "USD"}
    with pytest.raises(ValueError, match="in EUR"):
        cell.read("$5", {"currency": "EUR", "called": Decimal(1)}, None)
    assert cell.read("5 EUR", {"id": 1, "currency": "EUR"}, None) == {"pledged": Decimal(5)}
