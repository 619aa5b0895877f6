"""Monetary unit sampling against the AICPA's tables."""

from decimal import Decimal

import pytest

from collabdesk.measures import mus

D = Decimal
TOLERABLE = [D(t) / 100 for t in ("50", "30", "10", "8", "6", "5", "4", "3", "2", "1", ".5")]
RISK_5 = D("0.95")


def test_sample_sizes_without_expected_misstatement():
    sizes = [mus.sample_size(RISK_5, t, D(0)) for t in TOLERABLE]
    assert sizes == [6, 10, 30, 38, 50, 60, 75, 100, 150, 300, 600]


def test_sample_sizes_with_a_fifth_of_the_tolerable_misstatement_expected():
    sizes = [mus.sample_size(RISK_5, t, t / 5) for t in TOLERABLE]
    assert sizes == [10, 16, 47, 58, 78, 93, 116, 155, 232, 463, 925]


def test_poisson_factors_at_five_percent_risk():
    found = [f.quantize(D("0.0001")) for f in mus.factors(RISK_5, 5)]
    assert found == [D(f) for f in ("2.9957", "4.7439", "6.2958", "7.7537", "9.1535", "10.5130")]


def test_the_interval_is_rounded_down():
    assert mus.sampling_interval(D(1_000_000), 93) == 10_752


@pytest.mark.parametrize(("tolerable", "expected"), [("0.05", "0.05"), ("0.05", "0.06"), ("0.05", "-0.01"), ("2", "0")])
def test_a_sample_that_cannot_be_planned_is_refused(tolerable, expected):
    with pytest.raises(ValueError, match="misstatement"):
        mus.sample_size(RISK_5, D(tolerable), D(expected))
