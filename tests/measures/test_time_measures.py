"""Measures elapsed, punctuality, slip and deliverable_delivery: what was known by the day, nothing later."""

from datetime import date
from decimal import Decimal

from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.measures import deliverable_delivery
from collabdesk.measures.elapsed import elapsed
from collabdesk.measures.punctuality import due_by, overdue, punctuality
from collabdesk.measures.slip import largest_slip, mean_slip, slips

DAY = date(2025, 6, 30)


def milestone(**fields):
    return Milestone(**fields)


def test_elapsed_counts_both_ends_and_stays_between_zero_and_one():
    assert elapsed("2025-01-01", "2025-01-10", date(2025, 1, 5)).value == Decimal("0.5")
    assert elapsed("2025-01-01", "2025-01-10", date(2024, 1, 5)).value == 0
    assert elapsed("2025-01-01", "2025-01-10", date(2026, 1, 5)).value == 1


def test_elapsed_of_month_dates_takes_the_whole_months():
    assert elapsed("2025-01", "2025-02", date(2025, 2, 28)).value == 1


def test_elapsed_without_dates_or_with_crossed_ones_says_why():
    assert elapsed(None, "2025", DAY).reason == "no start date is recorded"
    assert elapsed("2025", None, DAY).reason == "no end date is recorded"
    assert elapsed("2026", "2025", DAY).value is None


def test_a_milestone_reached_on_its_day_is_on_time_and_a_day_later_is_not():
    kept = milestone(baseline="2025-01-31", achieved="2025-01-31")
    late = milestone(baseline="2025-01-31", achieved="2025-02-01")
    assert punctuality([kept, late], DAY).value == Decimal("0.5")


def test_what_was_reached_after_the_day_was_not_reached_on_the_day():
    later = milestone(code="M1", baseline="2025-06-01", achieved="2025-07-15", status="achieved")
    assert punctuality([later], DAY).value == 0
    assert overdue([later], DAY) == [later]
    assert overdue([later], date(2025, 7, 15)) == []


def test_cancelled_milestones_and_those_not_due_do_not_count():
    assert due_by([milestone(baseline="2025-01-01", status="cancelled"), milestone(baseline="2026-01-01")], DAY) == []
    assert punctuality([milestone(baseline="2026-01-01")], DAY).value is None


def test_a_month_is_due_at_its_end():
    assert due_by([milestone(baseline="2025-06")], date(2025, 6, 29)) == []
    assert len(due_by([milestone(baseline="2025-06")], DAY)) == 1


def test_a_milestone_with_a_new_forecast_is_not_overdue_before_it():
    assert overdue([milestone(baseline="2025-01-31", forecast="2025-12-31")], DAY) == []


def test_an_achieved_status_without_a_day_counts_as_reached_but_not_as_on_time():
    undated = milestone(baseline="2025-01-31", status="achieved")
    assert overdue([undated], DAY) == []
    assert punctuality([undated], DAY).value == 0


def test_slip_is_measured_to_the_day_reached_or_the_forecast_and_early_is_negative():
    found = slips(
        [
            milestone(code="early", baseline="2025-01-31", achieved="2025-01-21"),
            milestone(code="late", baseline="2025-01-01", forecast="2025-03-01", achieved="2025-01-31"),
            milestone(code="open", baseline="2025-05-01", forecast="2025-07-10"),
            milestone(code="bare", baseline="2025-05-01"),
        ],
        DAY,
    )
    assert [(days, m.code) for days, m in found] == [(70, "open"), (30, "late"), (-10, "early")]
    assert mean_slip(d for d, _ in found).value == 30
    assert largest_slip(d for d, _ in found).value == 70
    assert mean_slip([]).value is None
    assert largest_slip([]).value is None


def test_deliverables_handed_in_by_their_day_status_or_publication():
    items = [
        Deliverable(code="a", due="2025-01-31", submitted_on="2025-01-30"),
        Deliverable(code="b", due="2025-01-31", status="accepted"),
        Deliverable(code="c", due="2025-01-31", url="https://example.org/c"),
        Deliverable(code="d", due="2025-01-31", submitted_on="2025-08-01", status="submitted"),
        Deliverable(code="e", due="2024-01-31"),
        Deliverable(code="f", due="2025-12-31"),
    ]
    assert deliverable_delivery.delivered(items, DAY).value == Decimal("0.6")
    assert [d.code for d in deliverable_delivery.overdue(items, DAY)] == ["e", "d"]
    assert deliverable_delivery.delivered([], DAY).value is None


def test_a_deliverable_due_today_is_not_overdue():
    assert deliverable_delivery.overdue([Deliverable(due="2025-06-30")], DAY) == []
