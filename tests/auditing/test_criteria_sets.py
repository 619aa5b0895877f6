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


def test_both_sets_are_there():
    assert {"three_es", "oecd_dac"} <= set(criteria_sets.names())


def test_an_unknown_set_is_refused_with_the_names_there_are():
    with pytest.raises(Refused, match="three_es"):
        criteria_sets.load("../three_es")


def test_a_set_without_a_needed_threshold_is_refused(tmp_path, monkeypatch):
    text = 'title="T"\nversion="1"\nsource="S"\n[[criterion]]\nkey="overspend"\ndimension="d"\nsource="s"\nseverity="low"\n'
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "mine.toml").write_text(text)
    monkeypatch.setattr(criteria_sets, "resources", tmp_path.joinpath)
    with pytest.raises(Refused, match="tolerance"):
        criteria_sets.load.__wrapped__("mine")
