"""Random samples: sizes, and errors projected by ratio and by mean with their limits."""

from decimal import Decimal

import pytest

from collabdesk.measures import random_sampling as measures

D = Decimal


def test_a_ratio_is_projected_onto_the_book_value():
    # McGraw-Hill, chapter 9: 100,000 of 3,000,000 tested, 2,000 overstated, so 60,000.
    found = measures.projection([D(0), D(2000)], [D(50_000), D(50_000)], 60, D(3_000_000), D("0.95"), "ratio")
    assert found.projected == 60_000


def test_a_published_ratio_and_a_published_mean():
    # University of Florida, ACG 5637, lecture 12, part 14: audited 9,000 of 10,000, book value 100,000; and 50 items
    # of 4,800 whose differences come to 100.
    ratio = measures.projection([D(400), D(600)], [D(4000), D(6000)], 20, D(100_000), D("0.90"), "ratio")
    assert ratio.projected == 10_000
    assert ratio.precision == 0  # both are wrong by the same tenth
    mean = measures.projection([D(2)] * 50, [D(400)] * 50, 4_800, D(1_920_000), D("0.90"), "mean")
    assert mean.projected == 9_600


def test_the_precision_is_that_of_the_spread():
    errors = [D(0), D(0), D(10), D(30)]
    found = measures.projection(errors, [D(100)] * 4, 200, D(20_000), D("0.90"), "mean")
    assert found.projected == 2_000
    deviation = (D(600) / 3).sqrt()  # deviations of -10, -10, 0, 20 from the mean of 10
    assert abs(found.deviation - deviation) < D("1e-20")
    assert abs(found.precision - 200 * D("1.64485363") * deviation / 2) < D("0.001")
    assert found.limit == found.projected + found.precision


@pytest.mark.parametrize(
    ("confidence", "z"), [("0.60", "0.842"), ("0.80", "1.282"), ("0.90", "1.645"), ("0.95", "1.960")]
)
def test_the_coefficients_are_those_of_the_guidance(confidence, z):
    assert measures.coefficient(D(confidence)).quantize(D("0.001")) == D(z)


def test_a_size_follows_from_the_spread_that_is_expected():
    # (3,852 x 0.842 x 168,397 / (83,997,640 - 16,799,528))^2 = 66.1
    size = measures.sample_size(3852, D("0.60"), D(83_997_640), D(16_799_528), D(168_397))
    assert size == 67
    assert measures.sample_size(50, D("0.60"), D(83_997_640), D(16_799_528), D(168_397_000)) == 50


@pytest.mark.parametrize(("expected", "deviation"), [("10", "5"), ("-1", "5"), ("1", "0")])
def test_a_size_that_cannot_be_computed_is_refused(expected, deviation):
    with pytest.raises(ValueError, match="expected"):
        measures.sample_size(100, D("0.9"), D(10), D(expected), D(deviation))


def test_one_item_has_no_spread():
    with pytest.raises(ValueError, match="two items"):
        measures.projection([D(1)], [D(10)], 5, D(50), D("0.9"), "ratio")
