"""A sample evaluated: n/a until all is tested, verdicts by direction, and what cannot be computed says why."""

from decimal import Decimal

import pytest

from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import Restriction, kept
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import evaluate

D = Decimal


def sample(**fields):
    given = {
        "method": "monetary_unit", "interval": D(1000), "book_value": D(100_000), "population_count": 500,
        "confidence": D("0.95"), "tolerable": D("0.05"), "currency": "EUR", "size": 100,
    }  # fmt: skip
    return Sample(**{**given, **fields})


def items(*pairs, **fields):
    return [SampleItem(book=D(b), audited=None if a is None else D(a), currency="EUR", **fields) for b, a in pairs]


def test_amounts_are_not_computed_until_every_item_is_tested():
    found = evaluate(sample(), items((100, 90), (100, None), (200, 210)))
    assert (found.items, found.untested, found.over.errors, found.under.errors) == (3, 1, 1, 1)
    assert found.over.limit.value is None
    assert found.over.limit.reason == "of the sample 1 item not tested yet"
    assert found.accepted is None
    assert found.tolerable.value == 5_000


def test_a_sample_without_errors_is_accepted_when_its_precision_is_tolerable():
    found = evaluate(sample(), items((100, 100), (200, 200)))
    assert found.over.limit.value == D("2995.73227000")
    assert found.accepted is True
    assert evaluate(sample(tolerable=D("0.029")), items((100, 100))).accepted is False


def test_the_limit_itself_is_still_tolerable():
    whole = sample(population_count=1, book_value=D(100), tolerable=D("0.4"))
    assert evaluate(whole, items((100, 60))).accepted is True
    assert evaluate(whole, items((100, "59.99"))).accepted is False


def test_each_direction_has_its_own_verdict():
    found = evaluate(sample(), items((100, 10), (100, 100)))
    assert (found.over.accepted, found.under.accepted, found.accepted) == (True, True, True)
    found = evaluate(sample(), items((100, 10), (100, 0), (100, 90)))
    assert (found.over.accepted, found.under.accepted, found.accepted) == (False, True, False)


def test_a_tainting_above_one_is_remarked_on():
    assert "more than its book value" in evaluate(sample(), items((100, -20))).remarks[0]
    assert evaluate(sample(), items((100, 0))).remarks == ()


def test_a_population_tested_whole_says_so():
    found = evaluate(sample(population_count=2), items((100, 60), (50, 50)))
    assert (found.over.projected.value, found.over.precision.value, found.over.limit.value) == (40, 0, 40)
    assert "Every item" in found.remarks[0]


def test_too_few_errors_of_a_random_sample_give_a_projection_but_no_limit():
    drawn = sample(method="random", interval=None, restriction=kept(Restriction(fewest_errors=3)))
    found = evaluate(drawn, items((100, 90), (100, 100), (100, 80)))
    assert found.over.projected.value == 10_000
    assert found.over.limit.value is None
    assert found.over.limit.reason.startswith("2 errors found; below 3")
    assert found.under.accepted is None


@pytest.mark.parametrize(("by", "projected"), [("ratio", 10_000), ("mean", 5_000)])
def test_a_random_sample_is_projected_as_it_was_settled(by, projected):
    drawn = sample(method="random", interval=None, restriction=kept(Restriction(projection=by, fewest_errors=1)))
    found = evaluate(drawn, items((100, 90), (100, 100), (100, 80)))
    assert found.over.projected.value == projected
    assert found.over.limit.value > projected
    assert found.under.limit.value is None  # none was found: its spread says nothing


def test_a_random_sample_of_everything_stands_at_face_value():
    drawn = sample(method="random", interval=None, population_count=2)
    found = evaluate(drawn, items((100, 90), (0, 30)))
    assert (found.over.limit.value, found.under.limit.value) == (10, 30)


def test_a_sample_whose_book_value_is_zero_is_not_projected():
    drawn = sample(method="random", interval=None, restriction=kept(Restriction(fewest_errors=1)))
    found = evaluate(drawn, items((0, 30), (0, 0)))
    assert found.under.projected.value is None
    assert "too small" in found.under.projected.reason


def test_of_a_book_value_that_is_not_positive_no_share_is_tolerable():
    found = evaluate(sample(book_value=D(-50), method="random"), items((100, 90), (-60, -60)))
    assert found.tolerable.value is None
    assert "not positive" in found.tolerable.reason
    assert found.accepted is None


def test_a_sample_without_items_says_so():
    assert evaluate(sample(), []).over.limit.reason == "the sample has no items"


def test_a_projection_above_what_is_tolerable_is_not_accepted_even_without_a_limit():
    few = restricted(fewest_errors=9)
    assert evaluate(few, items((100, 90), (100, 100), (100, 80))).over.accepted is False
    assert evaluate(few, items((100, 99), (100, 100), (100, 100))).over.accepted is None


def restricted(**terms):
    return sample(method="random", interval=None, restriction=kept(Restriction(**terms)))
