"""Days as person-months."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collabdesk.domain.rules import rounded
from collabdesk.measures.effort import is_step, person_months


@pytest.mark.parametrize(("days", "months"), [("215", "12"), ("17.5", "0.9767"), ("160", "8.9302"), ("0", "0")])
def test_a_person_month_is_a_twelfth_of_the_rule_packs_year(days: str, months: str) -> None:
    assert rounded(person_months(Decimal(days), Decimal(215)).value, "person-months") == Decimal(months)


def test_one_person_month_is_17_9167_days() -> None:
    assert rounded(Decimal(215) / 12, "person-months") == Decimal("17.9167")
    assert person_months(Decimal(215) / 12, Decimal(215)).value == 1


def test_without_days_per_year_there_are_no_person_months() -> None:
    assert person_months(Decimal(10), None).reason == "the rule pack gives no days per year"


@pytest.mark.parametrize(("days", "whole"), [("2.5", True), ("3", True), ("2.25", False), ("-0.5", True)])
def test_days_are_whole_steps(days: str, whole: bool) -> None:
    assert is_step(Decimal(days), Decimal("0.5")) is whole
