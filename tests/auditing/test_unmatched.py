"""Costs that nothing was planned for."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.auditing.unmatched import Booked, unmatched

TRAVEL = Booked(partner_id=1, category="Travel", work_package="WP1", unit="EUR", amount=Decimal(100), records=1)


def test_a_cost_with_its_own_budget_line_is_matched():
    assert unmatched([TRAVEL], [Booked(partner_id=1, category="travel ", work_package="WP1")]) == ()


def test_a_line_without_a_partner_or_work_package_covers_all_of_them():
    assert unmatched([TRAVEL], [Booked(category="Travel")]) == ()


def test_a_line_of_another_partner_or_work_package_covers_nothing():
    lines = [
        Booked(partner_id=2, category="Travel", work_package="WP1"),
        Booked(partner_id=1, category="Travel", work_package="WP2"),
    ]
    assert unmatched([TRAVEL], lines) == (TRAVEL,)


def test_a_cost_that_names_no_category_is_covered_only_by_a_line_that_names_none():
    vague = Booked(partner_id=1)
    assert unmatched([vague], [Booked(partner_id=1, category="Travel")]) == (vague,)
    assert unmatched([vague], [Booked(partner_id=1)]) == ()


def test_a_table_by_category_alone_asks_for_the_category_alone():
    assert unmatched([TRAVEL], [Booked(partner_id=2, category="Travel")], by=("category",)) == ()


def test_the_currency_counts_where_it_is_asked_for():
    line = Booked(category="Travel", unit="GBP")
    assert unmatched([TRAVEL], [line]) == ()
    assert unmatched([TRAVEL], [line], by=("category", "unit")) == (TRAVEL,)


def test_two_words_of_a_rule_pack_for_one_category_are_one():
    names = {"A.1": "personnel", "Employees": "personnel"}
    cost = Booked(category="A.1")
    assert unmatched([cost], [Booked(category="Employees")], category=lambda word: names[word]) == ()
