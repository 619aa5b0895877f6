"""Earned schedule on the example of earned value, and where it is undefined."""

from decimal import Decimal

from collabdesk.domain.rules import rounded
from collabdesk.measures import earned_schedule, evm

PLAN = [Decimal(v) for v in (50_000, 125_000, 250_000, 375_000, 500_000)]


def test_the_example_earns_two_and_six_tenths_periods():
    es = earned_schedule.earned_schedule(PLAN, Decimal(200_000)).value
    assert es == Decimal("2.6")
    assert earned_schedule.schedule_variance(es, Decimal(3)) == Decimal("-0.4")
    assert rounded(earned_schedule.spi_t(es, Decimal(3)).value, "ratio") == Decimal("0.8667")
    assert rounded(earned_schedule.ieac_t(Decimal(5), es, Decimal(3)).value, "periods") == Decimal("5.7692")
    assert earned_schedule.tspi_t(Decimal(5), es, Decimal(3)).value == Decimal("1.2")


def test_a_project_that_ended_late_keeps_its_lateness_in_time():
    es = earned_schedule.earned_schedule(PLAN, Decimal(500_000)).value
    assert es == 5
    assert evm.spi(Decimal(500_000), PLAN[-1]).value == 1
    assert rounded(earned_schedule.spi_t(es, Decimal(7)).value, "ratio") == Decimal("0.7143")


def test_before_the_first_period_is_earned_only_its_part_counts():
    assert earned_schedule.earned_schedule(PLAN, Decimal(25_000)).value == Decimal("0.5")


def test_a_plan_that_stays_flat_ends_where_it_reaches_its_end():
    assert earned_schedule.earned_schedule([*PLAN, PLAN[-1]], PLAN[-1]).value == 5


def test_nothing_planned_or_a_falling_plan_or_no_time_is_undefined():
    assert earned_schedule.earned_schedule([], Decimal(1)).value is None
    assert earned_schedule.earned_schedule([Decimal(2), Decimal(1)], Decimal(1)).reason == (
        "the cumulative planned value falls"
    )
    assert earned_schedule.spi_t(Decimal(0), Decimal(0)).value is None
    assert earned_schedule.ieac_t(Decimal(5), Decimal(1), Decimal(0)).value is None
    assert earned_schedule.tspi_t(Decimal(5), Decimal(2), Decimal(5)).value is None
