"""Planned value by day, and the part that a technique says is done; published words on each technique as tests."""

from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.spans import Span
from collabdesk.measures import planned_value, techniques
from collabdesk.measures.planned_value import Phased, cumulative, joined, planned_by

YEAR = Phased(Span(date(2025, 1, 1), date(2025, 12, 31)), Decimal(36500))
MAY = Phased(Span(date(2025, 5, 1), date(2025, 5, 31)), Decimal(100))


def test_an_amount_is_planned_evenly_over_its_days_and_whole_at_their_end():
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 31), date(2025, 12, 31), date(2030, 1, 1)]
    assert cumulative([YEAR], days) == [0, 100, 3100, 36500, 36500]


def test_thirds_leave_no_rest_at_the_end_of_a_period():
    assert planned_by([MAY], date(2025, 5, 30)) < 100
    assert planned_by([MAY, MAY, MAY], date(2025, 5, 31)) == 300


def test_amounts_of_the_same_days_are_one():
    assert joined([MAY, YEAR, MAY]) == (YEAR, Phased(MAY.span, Decimal(200)))


def test_nothing_is_earned_by_0_100_until_the_work_is_finished():
    assert techniques.zero_hundred(is_done=False) == 0
    assert techniques.zero_hundred(is_done=True) == 1


@pytest.mark.parametrize(("begun", "done", "part"), [(False, False, "0"), (True, False, "0.5"), (True, True, "1"),
                                                     (False, True, "1")])  # fmt: skip
def test_half_is_earned_by_50_50_when_the_work_begins(begun, done, part):
    assert techniques.fifty_fifty(has_begun=begun, is_done=done) == Decimal(part)


def test_milestones_earn_their_weight_whether_weights_are_parts_or_points():
    for scale in (1, 100):
        weights = [(Decimal("0.2") * scale, True), (Decimal("0.3") * scale, True), (Decimal("0.5") * scale, False)]
        assert techniques.weighted_milestones(weights).value == Decimal("0.5")


@pytest.mark.parametrize("weights", [[], [(Decimal(0), True)], [(Decimal(-1), True), (Decimal(2), False)]])
def test_milestones_without_a_weight_measure_nothing(weights):
    assert techniques.weighted_milestones(weights).value is None


@pytest.mark.parametrize("done", ["40", "-0.1"])
def test_a_reading_that_is_no_part_of_one_is_refused_not_clipped(done):
    outcome = techniques.percent_complete(Decimal(done))
    assert outcome.value is None
    assert done.strip("-") in outcome.reason


def test_their_rules_are_named_for_the_annex():
    assert [r.code for r in (*planned_value.RULES, *techniques.RULES)] == [
        "evm.bac@PRA-5", "evm.pv@PRA-5", "evm.curve@PRA-5", "evm.ev@PRA-5",
    ]  # fmt: skip
