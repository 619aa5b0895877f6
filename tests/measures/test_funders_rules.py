"""Measures mtdc, he_costs, he_payments and sf425 against their published and derived examples."""

from decimal import Decimal

import pytest

from collabdesk.domain.rules import Outcome, rounded
from collabdesk.measures import he_costs, he_payments, mtdc, sf425

D = Decimal
COSTS = [
    mtdc.DirectCost(D(87_000), "salaries"),
    mtdc.DirectCost(D(26_100), "fringe"),
    mtdc.DirectCost(D(7_200), "travel"),
    mtdc.DirectCost(D(18_000), "equipment"),
    mtdc.DirectCost(D(7_200), "equipment", unit_price=D(1_800)),
    mtdc.DirectCost(D(6_500), "supplies"),
    mtdc.DirectCost(D(10_000), "participant_support"),
    mtdc.DirectCost(D(15_000), "services"),
    mtdc.DirectCost(D(40_000), "subaward", subaward="S1"),
    mtdc.DirectCost(D(20_000), "subaward", subaward="S1"),
]
DIRECT = {"A": D(200_000), "B": D(50_000), "C1": D(10_000), "C2": D(15_000), "C3": D(25_000), "D1": D(60_000), "D2": D(20_000)}  # fmt: skip


@pytest.mark.parametrize(
    ("cap", "threshold", "rate", "base", "share"),
    [(50_000, 10_000, "0.15", 199_000, 29_850), (25_000, 5_000, "0.10", 174_000, 17_400)],
)
def test_mtdc_of_the_published_example_under_both_rules(cap, threshold, rate, base, share):
    assert sum(c.amount for c in COSTS) == 237_000
    assert mtdc.mtdc(COSTS, D(cap), D(threshold)) == base
    assert mtdc.indirect(D(base), D(rate)) == share


def test_each_subaward_has_its_own_cap():
    two = [mtdc.DirectCost(D(40_000), "subaward", subaward=s) for s in ("S1", "S2")]
    assert mtdc.mtdc(two, D(50_000), D(10_000)) == 80_000


def test_personnel_costs_do_not_round_the_daily_rate():
    assert rounded(he_costs.personnel(D(60_000), D(160), D(215)).value, "EUR") == D("44651.1628")
    assert he_costs.personnel(D(60_000), D(160), D(0)).value is None


def test_day_equivalents_of_a_half_time_half_year():
    assert he_costs.day_equivalents(D(6), D("0.5"), D(215)) == D("53.75")


def test_indirect_costs_and_the_certificate_of_the_derived_example():
    indirect = he_costs.indirect(DIRECT, {"B", "D1", "D2"}, D("0.25"))
    assert indirect == 62_500
    research = he_costs.contribution(DIRECT, indirect, D(1))
    innovation = he_costs.contribution(DIRECT, indirect, D("0.7"))
    assert (research, innovation) == (442_500, 309_750)
    assert he_costs.needs_certificate(research, D(430_000))
    assert he_costs.needs_certificate(D(430_000), D(430_000))
    assert not he_costs.needs_certificate(innovation, D(430_000))


def test_payments_of_the_derived_example():
    accepted = [D(1_600_000), D(1_500_000), D(1_300_000)]
    found = he_payments.schedule(
        D(4_500_000), accepted, prefinancing_share=D("1.6"), insurance_share=D("0.05"), cap_share=D("0.9")
    )
    assert [p.cash for p in found] == [2_175_000, 1_600_000, 50_000, 575_000]
    assert found[0].amount == 2_400_000
    assert sum(p.cash for p in found) == 4_400_000


def test_a_grant_is_never_paid_beyond_its_maximum():
    found = he_payments.schedule(
        D(100), [D(90), D(90)], prefinancing_share=D("1"), insurance_share=D("0.05"), cap_share=D("0.9")
    )
    assert sum(p.cash for p in found) == 100


def test_lines_of_the_federal_financial_report():
    entered = {"a": 500_000, "b": 480_000, "d": 1_000_000, "e": 480_000, "f": 30_000, "i": 250_000, "j": 110_000,
               "l": 9, "m": 0, "n": 4}  # fmt: skip
    lines = sf425.with_derived({letter: Outcome(D(value)) for letter, value in entered.items()})
    derived = {letter: lines[letter].value for letter in sf425.PARTS}
    assert derived == {"c": 20_000, "g": 510_000, "h": 490_000, "k": 140_000, "o": 5}
