"""Measures plan_slip, forecast_trend and effort_use: undefined with the reason, never 0 instead."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.rules import Outcome
from collabdesk.measures.effort_use import person_months, used
from collabdesk.measures.forecast_trend import known_on, mean_movement, movement, report_days
from collabdesk.measures.plan_slip import drifted, largest, slip

D = Decimal
JAN, FEB, MAR, APR = (date(2025, m, 28) for m in (1, 2, 3, 4))


def test_slip_is_late_or_early_in_days_and_else_says_what_is_missing():
    assert slip(MAR, FEB, is_frozen=True).value == 28
    assert slip(JAN, FEB, is_frozen=True).value == -31
    assert slip(MAR, None, is_frozen=True).reason == "it is not in the baseline"
    assert slip(MAR, None, is_frozen=False).reason == "no approved end is recorded"
    assert slip(None, FEB, is_frozen=True).reason == "no end is recorded"


def test_the_largest_slip_may_be_early_but_is_never_made_up():
    assert largest([Outcome(D(-3)), Outcome(None, "?"), Outcome(D(-9))]).value == -3
    assert largest([Outcome(None, "?")]).value is None


def test_what_was_moved_without_a_new_baseline_is_counted():
    assert drifted([("a", "b"), (None, "c")], [("a", "b"), (None, "d")]) == 1


def test_a_forecast_moves_from_its_first_report_to_its_last():
    assert movement({JAN: MAR, FEB: APR}).value == 31
    assert movement({JAN: MAR}).reason == "its forecast was reported once only"
    assert movement({}).reason == "no forecast was reported"
    assert known_on({JAN: MAR, MAR: APR}, FEB) == MAR
    assert known_on({FEB: MAR}, JAN) is None


def test_the_mean_counts_an_entry_not_reported_anew_as_not_moved():
    kept, moved, fresh = {JAN: APR}, {JAN: FEB, MAR: APR}, {MAR: APR}
    assert report_days([kept, moved]) == [JAN, MAR]
    assert mean_movement([kept, moved, fresh]) == (Outcome(D("29.5")), 2)  # 59 days of one, none of the other
    assert mean_movement([kept])[0].reason == "forecasts were reported on fewer than two days"
    assert mean_movement([{JAN: APR}, {FEB: APR}])[0].value == 0
    assert mean_movement([])[1] == 0


def test_person_months_by_the_days_of_a_year():
    assert person_months(D("53.75"), D(215)) == 3
    assert used(D("53.75"), D(215), D(10)).value == D("0.3")
    assert used(None, D(215), D(10)).reason == "no effort is recorded"
    assert used(D(5), None, D(10)).reason.startswith("the rule pack states no days per year")
    assert used(D(5), D(215), None).reason == "no planned person-months is recorded"
    assert used(D(5), D(215), D(0)).reason == "the planned person-months is zero"
