"""Measures absorption, delivery, shares, reconciliation, totals, indicator_achievement and audit_results."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.indicators import Indicator
from collabdesk.domain.rules import rounded
from collabdesk.measures import audit_results, indicator_achievement, totals
from collabdesk.measures.absorption import absorption, balance
from collabdesk.measures.delivery import collection, delivery, shortfall
from collabdesk.measures.reconciliation import difference
from collabdesk.measures.shares import share

D = Decimal


def test_absorption_is_spending_by_budget_and_may_pass_one():
    assert absorption(D(450), D(1200)).value == D("0.375")
    assert absorption(D(1500), D(1200)).value == D("1.25")
    assert balance(D(1500), D(1200)).value == -300


@pytest.mark.parametrize(("spent", "budget", "why"), [(D(1), None, "no budget"), (None, D(1), "no expenditure"), (D(1), D(0), "zero")])  # fmt: skip
def test_absorption_without_both_sides_says_why(spent, budget, why):
    outcome = absorption(spent, budget)
    assert outcome.value is None
    assert why in outcome.reason


def test_nothing_received_of_a_pledge_is_zero_but_nothing_pledged_is_undefined():
    assert delivery(None, D(100)).value == 0
    assert delivery(D(40), D(100)).value == D("0.4")
    assert delivery(D(40), None).value is None
    assert delivery(D(40), D(0)).value is None
    assert collection(None, D(100)).value == 0
    assert collection(D(1), None).reason == "no called contribution is recorded"


def test_more_than_pledged_is_no_negative_shortfall():
    assert shortfall(D(100), D(40)) == 60
    assert shortfall(D(100), D(130)) == 0
    assert shortfall(D(100), None) == 100


def test_share_and_difference():
    assert share(D(30), D(120)).value == D("0.25")
    assert share(D(30), D(0)).value is None
    assert difference(D(990), D(1000)).value == -10
    assert difference(D(990), None).value is None


def test_a_sum_of_nothing_is_no_zero():
    assert totals.added([], "cost").reason == "no cost is recorded"
    assert totals.added([None, D("0.0001"), D("1e14")], "cost").value == D("100000000000000.0001")
    assert totals.counted(0).value == 0


def test_an_indicator_against_its_target():
    assert indicator_achievement.achievement(D(3), D(20)).value == D("0.15")
    assert indicator_achievement.achievement(D(3), D(0)).reason == "the target is zero"
    met, missed = Indicator(actual=D(5), target=D(5)), Indicator(actual=D(4), target=D(5))
    assert indicator_achievement.reached([met, missed, Indicator(target=D(1))]).value == D("0.5")
    assert indicator_achievement.reached([Indicator(target=D(1))]).value is None


def test_an_indicator_that_must_not_exceed_its_target_is_reached_below_it():
    accidents = Indicator(title="Accidents (at most)", actual=D(2), target=D(3))
    assert indicator_achievement.is_reached(accidents) is True
    assert indicator_achievement.is_ceiling(accidents)
    assert not indicator_achievement.is_ceiling(Indicator(title="Publications"))


def test_what_is_measured_for_a_later_period_is_not_known_yet():
    later = Indicator(period_start="2026-01-01")
    assert not indicator_achievement.is_known(later, date(2025, 12, 31))
    assert indicator_achievement.is_known(later, date(2026, 1, 1))
    assert indicator_achievement.is_known(Indicator(), date(2025, 1, 1))


def test_results_of_earlier_audits():
    assert audit_results.repeat_share(1, 4).value == D("0.25")
    assert audit_results.repeat_share(0, 0).value is None
    assert rounded(audit_results.questioned_share(D(1), D(3)).value, "ratio") == D("0.3333")
    assert audit_results.major_share(None, D(10)).value == 0
    assert audit_results.major_share(D(1), None).value is None
