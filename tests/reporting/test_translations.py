"""The translators' files: complete in their keys, with every place for a value, printable."""

from __future__ import annotations

import re
from functools import cache

import pytest

from collabdesk.reporting import style_fonts as fonts
from translations import catalogues
from translations.sentences import Sentence, all_sentences, in_code

PLACE = re.compile(r"\{[^{}]*\}")


@pytest.fixture(scope="module")
def sentences():
    return all_sentences()


@pytest.fixture(params=catalogues.LANGUAGES)
def language(request):
    return request.param


@cache
def kept(language):
    return catalogues.read(catalogues.FOLDER / f"{language}.po", language)


def test_what_is_marked_is_found_in_every_shape():
    code = """
t("a {b}", b=1); n(3, "{n} c", "{n} cs"); counted(2, "d", "ds"); Column("E", 2.0); say("not this")
Pairs((("F", x), (g, y))); Section("key", "H", compose); told("i" if x else "j"); Table(caption="K", note="l")
"""
    assert set(in_code(code)) == {
        Sentence(text, many)
        for text, many in (
            ("E", ""), ("F", ""), ("H", ""), ("K", ""), ("a {b}", ""), ("i", ""), ("j", ""), ("l", ""), ("no ds", ""),
            ("{n} c", "{n} cs"), ("{n} d", "{n} ds"),
        )
    }  # fmt: skip


def test_texts_of_every_layer_are_among_those_to_translate(sentences):
    found = {s.text for s in sentences}
    assert {
        "Contents",
        "Budget absorption",
        "action planned",
        "no {what} is recorded",
        "Deliverables as a whole",
    } <= found
    assert Sentence("{n} finding", "{n} findings") in sentences


def test_the_files_hold_exactly_the_texts_of_the_program(language, sentences):
    """After a change of texts: python3 dev.py translations."""
    there = {(m.id if isinstance(m.id, str) else m.id[0]) for m in kept(language) if m.id}
    wanted = {s.text for s in sentences}
    assert (sorted(wanted - there)[:5], sorted(there - wanted)[:5]) == ([], [])


def test_bringing_a_file_up_to_date_keeps_its_translations_and_changes_nothing_else(language, sentences):
    text = (catalogues.FOLDER / f"{language}.po").read_text("utf-8")
    again = catalogues.renewed(language, sentences)
    done = {m.id: m.string for m in kept(language) if m.id and m.string}
    assert {m.id: m.string for m in again if m.id and m.id in done} == {
        key: string for key, string in done.items() if key in {m.id for m in again}
    }
    assert not re.search(r"^#[:.,]|-Date:", text, re.MULTILINE)


def test_no_place_for_a_value_is_lost_or_invented(language):
    wrong = []
    for message in kept(language):
        forms = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        allowed = {frozenset(PLACE.findall(one)) for one in ids}
        wrong += [form for form in forms if form and frozenset(PLACE.findall(form)) not in allowed]
    assert wrong == []


def test_spaces_at_the_ends_stay(language):
    ends = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
    wrong = [
        message.string
        for message in kept(language)
        if isinstance(message.id, str) and message.string and message.id
        and ends.match(message.id).groups() != ends.match(message.string).groups()
    ]  # fmt: skip
    assert wrong == []


def test_every_translation_is_printable_in_every_weight(language):
    fonts.register()
    texts = [str(message.string) for message in kept(language) if message.string]
    assert fonts.without_glyph(texts) == []


@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD, fonts.BOLD, fonts.SERIF_BOLD])
def test_the_letters_and_signs_of_the_four_languages_are_in_each_font_itself(font):
    fonts.register()
    text = "ÄÖÜäöüßÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸàâæçèéêëîïôœùûüÿÁÍÑÓÚáíñóú¿¡«»„“”‘’‚–—…\u00a0\u202f×÷·°€%§"
    assert [one for one in text if fonts.runs(one, font) != [(font, one)]] == []
