"""Geographical return of the derived example."""

from decimal import Decimal

from collabdesk.domain.rules import rounded
from collabdesk.measures.geo_return import geo_return

PAID = {"A": Decimal(40), "B": Decimal(30), "C": Decimal(20), "D": Decimal(10)}
PLACED = {"A": Decimal(36), "B": Decimal(33), "C": Decimal(15), "D": Decimal(6)}


def test_coefficients_of_the_example():
    found = {state: str(rounded(o.value, "ratio")) for state, o in geo_return(PAID, PLACED).items()}
    assert found == {"A": "1.0000", "B": "1.2222", "C": "0.8333", "D": "0.6667"}


def test_contribution_shares_times_coefficients_sum_to_one():
    coefficients = geo_return(PAID, PLACED)
    assert abs(sum(PAID[s] / 100 * coefficients[s].value for s in PAID) - 1) < Decimal("1e-20")


def test_a_state_without_contribution_has_no_coefficient():
    assert geo_return(PAID, {**PLACED, "E": Decimal(10)})["E"].reason == "the state makes no contribution"


def test_a_state_without_contracts_has_zero_and_nothing_placed_is_undefined():
    assert geo_return(PAID, {"A": Decimal(1)})["B"].value == 0
    assert geo_return(PAID, {})["A"].value is None
