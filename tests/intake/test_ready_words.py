"""The vocabulary kept ready: the same as when it is made, made again when it cannot be read, never a fault."""

from __future__ import annotations

from dataclasses import fields

import pytest

from collabdesk import paths
from collabdesk.intake import ready_words
from collabdesk.intake.vocabulary import Vocabulary, vocabulary


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setattr(paths, "cache_folder", lambda: folder)
    return folder


def small():
    made = Vocabulary()
    made.add(
        {
            "language": "xx",
            "phrases": {"project.code": ["Blorf no", "Wug (number)"]},
            "kinds": {"risk": ["danger list"]},
            "marks": {"total": ["sum of all"]},
            "concepts": {"START": ["begin*"], "PROJECT": ["thing"]},
            "rules": [{"field": "project.start", "needs": ["START", "PROJECT"], "may": ["DATE"]}],
            "stop": ["of"],
        },
        "words",
    )
    return made


def never():
    raise AssertionError("made again")


def test_the_second_time_it_is_read_and_says_the_same(cache):
    first = ready_words.made_once(Vocabulary(), small)
    again = ready_words.made_once(Vocabulary(), never)
    for text in ("Blorf no", "Wug", "Begining of thing", "other"):
        assert again.read(text) == first.read(text)
    assert again.kinds_in("the danger list") == {"risk"}
    assert again.marked("total", "Sum of all")
    assert len(list(cache.iterdir())) == 1


def test_a_spoilt_file_is_made_again_and_an_older_one_goes(cache):
    ready_words.made_once(Vocabulary(), small)
    (file,) = cache.iterdir()
    (cache / "words-0123.json").write_text("{}")
    file.write_text('{"phrases": 7')
    assert ready_words.made_once(Vocabulary(), small).read("Blorf no")
    assert [f.name for f in cache.iterdir()] == [file.name]
    assert ready_words.made_once(Vocabulary(), never).read("Blorf no")


def test_a_folder_that_cannot_be_written_is_no_fault(cache):
    cache.write_text("a file where the folder should be")
    assert ready_words.made_once(Vocabulary(), small).read("Blorf no")


def test_the_whole_vocabulary_is_the_same_from_the_cache(cache):
    vocabulary.cache_clear()
    try:
        made = vocabulary()
        vocabulary.cache_clear()
        read = vocabulary()
    finally:
        vocabulary.cache_clear()
    assert read is not made
    for one in fields(Vocabulary):
        if not one.name.startswith("_"):
            assert getattr(read, one.name) == getattr(made, one.name), f"{one.name} is not kept"
