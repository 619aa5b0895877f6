"""Fonts: coverage, fallback, the order of right-to-left text, and what cannot be printed."""

from __future__ import annotations

import pytest

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.style_arabic import joined_forms


@pytest.fixture(autouse=True)
def registered():
    fonts.register()


@pytest.mark.parametrize(
    "text", ["Łódź, Győr, Iași, Đà Nẵng", "Πανεπιστήμιο Ἀθηνῶν", "Їжак Ёлка Ђорђе", "€ £ − – … ≥ § №"]
)
def test_european_texts_are_printable(text):
    assert fonts.without_glyph([text]) == []


@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.SEMIBOLD, fonts.BOLD, fonts.SERIF_BOLD])
def test_each_weight_has_latin_greek_and_cyrillic_itself(font):
    text = "AZaz Łő Ωω Жя 0123456789"
    assert fonts.runs(text, font) == [(font, text)]


@pytest.mark.parametrize("font", [fonts.REGULAR, fonts.MEDIUM, fonts.SEMIBOLD, fonts.BOLD, fonts.SERIF_BOLD])
def test_digits_are_tabular(font):
    assert len({fonts.width(d, font, 10) for d in "0123456789"}) == 1


def test_other_scripts_fall_back_run_by_run():
    assert fonts.runs("a 東京 b", fonts.REGULAR) == [
        (fonts.REGULAR, "a "), ("DroidSansFallback", "東京"), (fonts.REGULAR, " b"),
    ]  # fmt: skip


def test_what_no_font_has_is_written_by_its_number_never_as_a_box():
    assert fonts.runs("x\U0001f600", fonts.REGULAR) == [(fonts.REGULAR, "x[U+1F600]")]
    assert fonts.without_glyph(["x\U0001f600", "\ue123"]) == ["\ue123", "\U0001f600"]


def test_hebrew_and_arabic_are_drawn_from_the_right():
    assert fonts.clean("שלום") == "םולש"
    assert fonts.clean("مركز") == "".join(reversed(joined_forms("مركز")))


def test_arabic_letters_take_their_joined_forms():
    assert joined_forms("بيت") == "\ufe91\ufef4\ufe96"
    assert joined_forms("لا") == "\ufefb"
    assert joined_forms("plain") == "plain"


def test_control_characters_and_lone_surrogates_do_not_reach_the_page():
    assert fonts.clean("a\x00b\x1b\u202ec\u200bd\ne\tf") == "abcd e f"
    assert fonts.clean("x\ud800") == "x?"


def test_text_is_composed_before_it_is_drawn():
    assert fonts.clean("e\u0301") == "é"
