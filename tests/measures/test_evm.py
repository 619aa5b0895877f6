"""Earned value against the published example of the Project Risk Analysis book, chapter 5."""

from decimal import Decimal

import pytest

from collabdesk.domain.rules import rounded
from collabdesk.measures import evm

BAC, PV, EV, AC = Decimal(500_000), Decimal(250_000), Decimal(200_000), Decimal(290_000)
EAC = Decimal(725_000)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (evm.cpi(EV, AC), "0.6897"),
        (evm.spi(EV, PV), "0.8000"),
        (evm.tcpi_to_budget(BAC, EV, AC), "1.4286"),
        (evm.tcpi_to_estimate(BAC, EV, AC, EAC), "0.6897"),
    ],
)
def test_indices_of_the_published_example(outcome, expected):
    assert str(rounded(outcome.value, "ratio")) == expected


def test_amounts_of_the_published_example():
    assert evm.schedule_variance(EV, PV) == -50_000
    assert evm.cost_variance(EV, AC) == -90_000
    assert evm.etc(EAC, AC) == 435_000
    assert evm.vac(BAC, EAC) == -225_000


def test_the_three_estimates_at_completion_are_exact_for_no_rounded_index_enters():
    assert evm.eac_typical(BAC, EV, AC).value == 725_000
    assert evm.eac_atypical(BAC, EV, AC) == 590_000
    assert evm.eac_mixed(BAC, EV, AC, PV).value == 833_750


@pytest.mark.parametrize(
    "outcome",
    [
        evm.cpi(EV, Decimal(0)),
        evm.spi(EV, Decimal(0)),
        evm.eac_typical(BAC, Decimal(0), AC),
        evm.eac_typical(BAC, EV, Decimal(0)),
        evm.eac_mixed(BAC, Decimal(0), AC, PV),
        evm.eac_mixed(BAC, EV, AC, Decimal(0)),
        evm.tcpi_to_budget(BAC, EV, BAC),
        evm.tcpi_to_estimate(BAC, EV, AC, AC),
    ],
)
def test_an_undefined_index_is_none_with_a_reason_never_zero_or_one(outcome):
    assert outcome.value is None
    assert outcome.reason
