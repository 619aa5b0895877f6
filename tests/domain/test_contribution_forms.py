"""Which form a source's own word means."""

import pytest

from collabdesk.domain.contributions import form_of


@pytest.mark.parametrize("word", ["in kind", "In-kind", "IN_KIND", " in  kind "])
def test_words_for_in_kind(word):
    assert form_of(word) == "in_kind"


@pytest.mark.parametrize("word", ["cash", "Cash", "in cash", ""])
def test_words_for_cash(word):
    assert form_of(word) == "cash"


def test_another_word_stays_as_it_is():
    assert form_of("Secondment") == "Secondment"
