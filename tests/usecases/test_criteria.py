"""The criteria sets that a person chooses from."""

from collabdesk.usecases import criteria


def test_the_usual_set_comes_first_and_every_set_names_its_source():
    choices = criteria.choices()
    assert choices[0].key == "three_es"
    assert all(c.title and c.version and c.source for c in choices)


def test_a_set_that_is_gone_is_called_by_its_key():
    assert criteria.title_of("three_es") == criteria.choices()[0].title
    assert criteria.title_of("once_there") == "once_there"
