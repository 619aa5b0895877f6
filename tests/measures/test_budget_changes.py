"""Shares of a budget that were moved."""

from decimal import Decimal

from collabdesk.measures.budget_changes import transfer_share


def test_the_share_is_of_the_budget_that_the_funder_approved():
    assert transfer_share(Decimal(10000), Decimal(80000)).value == Decimal("0.125")


def test_of_no_budget_there_is_no_share_but_a_reason():
    assert transfer_share(Decimal(1), Decimal(0)).value is None
    assert "budget" in transfer_share(Decimal(1), None).reason
