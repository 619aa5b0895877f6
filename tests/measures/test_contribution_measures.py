"""Credits, match, lateness and the parts of a whole: values, and the reasons where there is none."""

from decimal import Decimal

from collabdesk.domain.rules import Outcome
from collabdesk.measures.crediting import behind_in_all, counted
from collabdesk.measures.geo_return import check_sum, geo_return
from collabdesk.measures.lateness import days_late
from collabdesk.measures.match import ratio, required, short
from collabdesk.measures.shares import part

D = Decimal


def test_what_is_credited_is_a_part_of_what_is_received_and_never_added_to_it():
    assert counted(D(100), D(100)) == 100
    assert counted(D(150), D(100)) == 150
    assert counted(None, D(250)) == 250
    assert counted(D(40), None) == 40
    assert counted(None, None) is None


def test_what_is_credited_beyond_what_is_recorded_is_said():
    assert behind_in_all([(D(100), D(250)), (D(90), D(20))]).value == 150
    assert behind_in_all([]).value is None


def test_match_short_is_what_the_ratio_asks_for_less_what_came():
    assert required(D("1.5"), D(1000)).value == 1500
    assert short(D("1.5"), D(1000), D(900)).value == 600
    assert short(D("1.5"), D(1000), None).value == 1500
    assert short(D(1), D(1000), D(2000)).value == 0
    assert ratio(D(750), D(1000)).value == D("0.75")


def test_match_without_a_required_ratio_or_funding_is_undefined():
    assert "no match ratio is required" in short(None, D(1000), D(1)).reason
    assert required(D(1), None).reason == "no funding is recorded"
    assert ratio(D(1), D(0)) == Outcome(None, "the funding is zero")


def test_lateness_is_the_largest_and_undefined_while_nothing_fell_due():
    assert days_late([3, 40, -5], True).value == 40
    assert days_late([], True).value == 0
    assert days_late([], False).value is None


def test_a_share_of_nothing_is_undefined():
    assert part(D(1), D(0), "vote").reason == "the sum of all is zero"
    assert part(D(1), D(4), "vote").value == D("0.25")


def test_the_check_of_the_return_is_one_less_what_lies_elsewhere():
    paid = {"DE": D(50), "FR": D(50)}
    inside = geo_return(paid, {"DE": D(1), "FR": D(3)})
    assert check_sum(paid, inside).value == 1
    outside = geo_return(paid, {"DE": D(1), "FR": D(2), "US": D(1)})
    assert check_sum(paid, outside).value == D("0.75")
    assert check_sum({}, {}).reason == "no state makes a contribution"
    assert check_sum(paid, geo_return(paid, {})).reason == "no contract is placed"


def test_a_negative_contribution_leaves_the_return_undefined():
    assert "negative" in geo_return({"DE": D(-1), "FR": D(5)}, {"FR": D(1)})["DE"].reason
