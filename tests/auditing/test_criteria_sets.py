"""The sets that are shipped: whole, with sources, and refused with a sentence when they are not."""

import pytest

from collabdesk.auditing import criteria_sets
from collabdesk.domain.problems import Refused


@pytest.mark.parametrize("key", criteria_sets.names())
def test_a_shipped_set_gives_every_threshold_a_source_and_a_dimension(key):
    chosen = criteria_sets.load(key)
    assert chosen.title and chosen.version and chosen.source
    assert len(chosen.criteria) >= 10
    for criterion, settings in chosen.criteria:
        assert set(criterion.needs) <= settings.thresholds.keys()
        assert settings.source and settings.dimension


@pytest.mark.parametrize("key", criteria_sets.names())
def test_a_shipped_set_says_in_a_sentence_what_each_criterion_asks(key):
    for _, settings in criteria_sets.load(key).criteria:
        assert settings.asks.endswith(".") and "{" not in settings.asks


def test_a_threshold_is_read_as_a_percentage_or_a_plain_number():
    asked = {c.key: s.asks for c, s in criteria_sets.load("three_es").criteria}
    assert "at most 20\u00a0%." in asked["absorption_low"]
    assert "within 90 days" in asked["milestone_slip"]
    assert "above 25,000," in asked["questioned_costs"]


def test_a_set_is_called_by_its_file():
    assert [criteria_sets.load(key).key for key in criteria_sets.names()] == criteria_sets.names()


def test_an_unknown_set_is_refused_with_the_names_there_are():
    with pytest.raises(Refused, match="three_es"):
        criteria_sets.load("../three_es")
