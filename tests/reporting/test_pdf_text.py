"""Text cut into lines: what stays together, what is broken, and in which order other scripts are drawn."""

from __future__ import annotations

import random

import pytest

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Strong
from collabdesk.reporting.pdf_text import at_most, lines_of, plain_lines
from collabdesk.reporting.style import STYLES

BODY = STYLES["body"]


@pytest.fixture(autouse=True)
def registered():
    fonts.register()


def said(line):
    return "".join(p.text for p in line.pieces)


def test_no_line_is_wider_than_its_room_and_no_word_is_lost():
    rnd = random.Random(7)
    words = ["".join(rnd.choice("abcdefgh") for _ in range(rnd.choice([1, 4, 9, 60]))) for _ in range(300)]
    lines = plain_lines(" ".join(words), BODY, 120)
    assert all(line.wide <= 120.001 for line in lines)
    assert "".join(said(line).replace(" ", "") for line in lines) == "".join(words)


def test_a_code_stays_with_the_word_before_it():
    text = ("Of the budget a share of ", Strong("51.9 %"), Cite("F1-absorption"), " is spent; ", "so it goes on.")
    for room in range(60, 300, 7):
        lines = lines_of(text, BODY, room)
        (line,) = [one for one in lines if any(p.code for p in one.pieces)]
        before = "".join(p.text for p in line.pieces).partition("\u00a0F1-absorption")[0]
        assert before.endswith("%") or room < 110


def test_what_a_person_typed_on_lines_of_its_own_stays_there():
    assert [said(line) for line in plain_lines("one\r\ntwo\n\nthree", BODY, 200)] == ["one", "two", "", "three"]


def test_right_to_left_text_is_cut_in_the_order_of_reading():
    first, last = "أولا", "أخيرا"
    lines = plain_lines(" ".join([first, *["كلمة"] * 60, last]), BODY, 150)
    assert len(lines) > 2
    assert all(line.is_right_to_left for line in lines)
    assert said(lines[0]).startswith(fonts.logical(first))
    assert said(lines[-1]).endswith(fonts.logical(last))


def test_ideographs_are_cut_anywhere_but_not_before_a_closing_mark():
    text = "これは日本語の文です。「括弧」も、句読点も。" * 12
    for room in range(40, 90, 3):
        lines = plain_lines(text, BODY, room)
        assert "".join(map(said, lines)) == text
        assert not any(said(line)[0] in "。、」" for line in lines)


def test_a_text_beyond_the_limit_is_cut_visibly_and_lines_beyond_the_most_by_an_ellipsis():
    assert "cut here" in said(lines_of(("x " * 100,), BODY, 5000, limit=50)[0])
    assert said(at_most(plain_lines("word " * 50, BODY, 100), 2)[-1]).endswith("\u2026")


@pytest.mark.parametrize("c", ["\U0001f9ea", "\ue000", "\U000e0fff", "\ud83d", "\uffff", "\x07", "\u0301", "\ufffe"])
def test_no_character_is_a_box_or_a_fault(c):
    shown = fonts.runs(f"a{c}b", fonts.REGULAR)
    assert shown[0][1].startswith(("a", "á"))
    for name, piece in shown:
        assert all(fonts._characters(name).issuperset(x) for x in piece)


def test_a_sentence_that_begins_with_a_name_in_arabic_reads_from_the_left():
    name = "\u0645\u0634\u0631\u0648\u0639 \u0627\u0644\u0633\u0627\u062d\u0644"
    (line,) = lines_of((Strong(name), " runs from 1 January 2024 to 31 December 2027."), STYLES["body"], 440)
    assert not line.is_right_to_left
    (note,) = lines_of((f"{name} (Horizon Europe, 101)",), STYLES["body"], 440)
    assert note.is_right_to_left
