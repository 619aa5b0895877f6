"""MTDC from entered costs: the published example under both rules, and the cap and the threshold where they trap."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.usecases import costs, rules

D, DAY = Decimal, date(2026, 6, 30)


@pytest.fixture
def award(grant):
    """The published example, awarded on the day that a test says."""

    def signed(day):
        grant.sign(rule_pack="us_2cfr200", signed_on=day, currency="USD")
        grant.costs(
            ("Salaries", 87_000), ("Fringe benefits", 26_100), ("Travel", 7_200), ("Supplies", 6_500),
            ("Participant support", 10_000), ("Evaluator", 15_000),
        )  # fmt: skip
        grant.keep(
            grant.cost("Equipment", 18_000, description="Trailer", units=D(1)),
            grant.cost("Equipment", 7_200, description="Laptops", units=D(4), unit_price=D(1_800)),
            grant.cost("Subaward", 40_000, subaward="S1", date="2025-02-01"),
            grant.cost("Subaward", 20_000, subaward="S1", date="2026-02-01"),
        )
        return grant

    return signed


@pytest.mark.parametrize(("day", "base", "share"), [("2024-10-01", 199_000, 29_850), ("2024-09-30", 174_000, 17_400)])
def test_the_published_example_comes_from_entered_costs_under_both_rules(award, day, base, share):
    found = award(day).figures()
    assert found["direct"].value == 237_000
    assert found["mtdc"].value == base
    assert found["indirect"].value == share
    assert found["eligible"].value == 237_000 + share
    assert found["mtdc"].inputs["rule pack"].startswith("us_2cfr200_2024" if base == 199_000 else "us_2cfr200_2014")


def test_what_if_the_other_rule_applied_shows_both_side_by_side(award):
    grant = award("2023-05-01")
    pairs = rules.what_if(grant.workspace, grant.project, "us_2cfr200_2024", DAY)
    both = {now.id.partition("-")[2]: (now.value, other.value) for now, other in pairs if now and other}
    assert both["mtdc"] == (174_000, 199_000)
    assert both["indirect"] == (17_400, 29_850)
    assert both["direct"] == (237_000, 237_000)
    assert grant.figures()["mtdc"].value == 174_000


def test_an_amendment_takes_the_award_to_the_new_rules(award):
    grant = award("2023-05-01")
    grant.keep(Amendment(project_id=grant.project.id, code="A1", date="2025-01-15"))
    assert grant.figures()["mtdc"].value == 199_000


def test_the_cap_counts_once_for_each_subaward_over_its_life_and_many_lines(award):
    grant = award("2024-10-01")
    grant.keep(*(grant.cost("Contractual", 10_000, subaward="S2", date=f"2025-0{m}-01") for m in range(1, 8)))
    found = grant.figures()["mtdc"]
    assert found.value == 199_000 + 50_000
    assert found.inputs["subaward S2"] == "70000, 20000 of it beyond the cap"


def test_a_subaward_of_exactly_the_cap_is_whole_in_the_base(grant):
    grant.sign(rule_pack="us_2cfr200_2024", signed_on="2025-01-01", currency="USD")
    grant.keep(grant.cost("Subaward", 50_000, subaward="S1"))
    assert grant.figures()["mtdc"].value == 50_000


def test_a_unit_of_exactly_the_threshold_is_equipment_and_two_cheap_ones_are_not(grant):
    grant.sign(rule_pack="us_2cfr200_2024", signed_on="2025-01-01", currency="USD")
    grant.keep(
        grant.cost("Equipment", 10_000),
        grant.cost("Equipment", "9999.99"),
        grant.cost("Equipment", 6_000),
        grant.cost("Equipment", 6_000),
        grant.cost("Equipment", 12_000, units=D(2)),
    )
    found = grant.figures()["mtdc"]
    assert found.value == D("33999.99")
    assert found.inputs["outside: 6d Equipment"] == "10000"


def test_a_negotiated_rate_goes_before_the_de_minimis_rate(award):
    grant = award("2024-10-01")
    assert "no negotiated rate" in grant.figures()["indirect"].note
    grant.keep(RuleOverride(project_id=grant.project.id, name="indirect_rate", value="0.525", source="rate agreement"))
    found = grant.figures()["indirect"]
    assert found.value == D("104475")
    assert "rate agreement" in found.note


def test_what_the_recipient_pays_itself_is_in_no_base(award):
    grant = award("2024-10-01")
    grant.keep(grant.cost("Travel", 1_000, fund="recipient"))
    found = grant.figures()["mtdc"]
    assert found.value == 199_000 and found.inputs["paid by the recipient, left out"] == "1000"


def test_without_costs_there_is_a_reason(grant):
    grant.sign(rule_pack="us_2cfr200_2024", signed_on="2025-01-01", currency="USD")
    assert grant.figures()["direct"].note == "no cost is recorded"


def test_an_adjusted_price_decides_whether_it_is_equipment(grant):
    grant.sign(rule_pack="us_2cfr200_2024", signed_on="2025-01-01", currency="USD")
    microscope, drone = grant.keep(
        grant.cost("Equipment", 12_000, status="declared"), grant.cost("Equipment", 9_000, status="declared")
    )
    costs.adjust(grant.workspace, microscope.id, D(11_000), "a discount")
    assert grant.figures()["mtdc"].value == 9_000
    costs.adjust(grant.workspace, drone.id, D(10_500), "freight")
    found = grant.figures()
    assert (found["mtdc"].value, found["direct"].value) == (0, 21_500)
