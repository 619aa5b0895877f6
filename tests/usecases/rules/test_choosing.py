"""Which rule pack a project is under: by name, by the day of award or amendment, with what the grant states itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.usecases.rules import bundled, choose, with_overrides

DAY = date(2026, 6, 30)


def choice(*amendments, as_of=DAY, **fields):
    return choose(bundled(), Project(code="1", **fields), amendments, as_of)


def test_a_project_that_names_no_pack_is_under_no_funders_rules_and_is_told_so():
    found = choice()
    assert (found.pack.code, found.is_named) == ("generic", False)
    assert "names no rule pack" in found.why


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2024-09-30", "us_2cfr200_2014"),
        ("2024-10-01", "us_2cfr200_2024"),
        ("2015", "us_2cfr200_2014"),
        ("2024-10", "us_2cfr200_2024"),
    ],
)
def test_the_award_date_picks_the_version_of_a_family_not_todays_date(day, code):
    assert choice(rule_pack="us_2cfr200", signed_on=day).pack.code == code


def test_the_choice_says_which_day_and_why():
    found = choice(rule_pack="us_2cfr200", signed_on="2023-05-03")
    assert found.day == date(2023, 5, 3)
    assert found.why.startswith("The award of 3 May 2023 falls under US 2 CFR 200, awards before 1 October 2024")
    assert "no day of signature" in choice(rule_pack="us_2cfr200", start="2025-01-01").why


def test_an_amendment_takes_a_grant_to_the_rules_of_its_day_unless_it_says_otherwise():
    signed = {"rule_pack": "us_2cfr200", "signed_on": "2023-05-03"}
    later = Amendment(code="A2", date="2025-02-01", effective="2025-03-01")
    assert choice(later, **signed).pack.code == "us_2cfr200_2024"
    assert "amendment A2 of 1 February 2025" in choice(later, **signed).why
    assert choice(later, as_of=date(2025, 2, 28), **signed).pack.code == "us_2cfr200_2014"
    stays = Amendment(code="A2", date="2025-02-01", adopts_rules=False)
    assert choice(stays, **signed).pack.code == "us_2cfr200_2014"


def test_a_pack_named_by_its_code_stays_and_the_choice_says_when_the_award_lies_outside():
    found = choice(Amendment(date="2025-02-01"), rule_pack="us_2cfr200_2014", signed_on="2025-01-01")
    assert found.pack.code == "us_2cfr200_2014"
    assert "lies outside" in found.why


def test_an_amendment_that_says_so_itself_moves_even_a_pack_named_by_code():
    adopting = Amendment(date="2025-02-01", adopts_rules=True)
    assert choice(adopting, rule_pack="us_2cfr200_2014", signed_on="2023-01-01").pack.code == "us_2cfr200_2024"
    assert choice(adopting, rule_pack="=us_2cfr200_2014", signed_on="2023-01-01").pack.code == "us_2cfr200_2014"


def test_the_cost_model_picks_the_lump_sum_rules():
    assert choice(rule_pack="horizon_europe", cost_model="lump_sum").pack.mode == "lump_sum"
    assert choice(rule_pack="horizon_europe").pack.mode == "actual"
    assert choice(rule_pack="horizon_europe_2021_lump_sum").pack.mode == "lump_sum"


def test_an_unknown_name_is_refused_with_those_there_are():
    with pytest.raises(Refused, match="us_2cfr200"):
        choice(rule_pack="interreg")


def test_what_the_grant_states_itself_stands_in_place_of_the_packs_value():
    own = RuleOverride(name="certificate_threshold", value="325000", source="data sheet 4.3")
    found = with_overrides(choice(rule_pack="horizon_europe"), [own])
    value = found.pack.get("certificate_threshold")
    assert (value.value, value.source, value.confirmed, value.from_override) == (
        Decimal(325000),
        "data sheet 4.3",
        True,
        True,
    )
    assert found.overrides == (own,)


def test_a_grants_own_word_for_a_category_comes_before_the_packs():
    own = RuleOverride(name="category.Services", value="B")
    pack = with_overrides(choice(rule_pack="horizon_europe"), [own]).pack
    assert pack.category("services").code == "B"


def test_an_override_that_cannot_be_read_is_told_and_left_out():
    bad = RuleOverride(name="indirect_rate", value="lots")
    found = with_overrides(choice(rule_pack="horizon_europe"), [bad])
    assert found.overrides == () and "'lots' is not a number" in found.problems[0]
    assert found.pack.number("indirect_rate") == Decimal("0.25")


def test_a_value_with_dates_of_its_own_holds_for_awards_of_those_days_only():
    pack = next(p for p in bundled() if p.code == "horizon_europe_2021")
    late = replace(pack.values["payment_cap"], since="2025-01-01")
    packs = [*(p for p in bundled() if p != pack), replace(pack, values={**pack.values, "payment_cap": late})]
    for day, is_there in (("2024-12-31", False), ("2025-01-01", True)):
        found = with_overrides(choose(packs, Project(rule_pack="horizon_europe", signed_on=day), [], DAY), [])
        assert ("payment_cap" in found.pack.values) is is_there
        assert "report_due_days" in found.pack.values
