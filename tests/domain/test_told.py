"""What the program says is English text that remembers how it was made."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal

from collabdesk.domain.dates import in_words
from collabdesk.domain.told import (
    Said,
    amount_words,
    counted_words,
    day_words,
    in_a_row,
    items_of,
    number_words,
    share_words,
    told,
    words,
)


def test_a_sentence_reads_in_english_and_keeps_its_template_and_values():
    sentence = told("no {what} is recorded by {day}", what=told("budget"), day=in_words("2025-03-14"))
    assert sentence == "no budget is recorded by 14 March 2025"
    assert sentence.parts[0] == "no {what} is recorded by {day}"
    assert sentence.parts[1]["day"].parts == ("2025-03-14",)


def test_a_sentence_may_have_a_value_of_any_name():
    assert told("{text} of {template} and {self}", text="a", template="b", self="c") == "a of b and c"


def test_a_sentence_without_values_keeps_its_braces():
    assert told("spelt {so}") == "spelt {so}"


def test_what_was_said_is_text_like_any_other():
    sentence = told("{n} of {all}", n=1, all=2)
    assert isinstance(sentence, str)
    assert {"1 of 2": 7}[sentence] == 7
    assert json.dumps([sentence]) == '["1 of 2"]'


def test_the_user_s_own_text_is_not_taken_for_the_program_s():
    assert not isinstance("Travel", Said)
    assert isinstance(words("budget"), Said)
    once = told("budget")
    assert words(once) is once


def test_a_count_takes_the_form_of_its_number():
    assert counted_words(1, "{n} finding", "{n} findings") == "1 finding"
    assert counted_words(1200, "{n} finding", "{n} findings") == "1,200 findings"


def test_copies_and_what_another_process_gets_remember_too():
    for one in (
        told("no {what}", what=told("budget")),
        counted_words(2, "{n} day", "{n} days"),
        day_words("March 2025", "2025-03"),
        amount_words("EUR 1.00", Decimal(1), "EUR", 2),
        number_words("0.690", Decimal("0.69"), 3),
        share_words("69.0 %", Decimal("0.69"), 1),
        in_a_row(["a", told("budget")]),
    ):
        for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
            assert (type(again), again, again.parts) == (type(one), one, one.parts)


def test_items_in_a_row_are_joined():
    assert in_a_row(["a", "b"]) == "a; b"
    assert in_a_row(("a", "b"), " ") == "a b"


def test_items_in_a_row_come_apart_again_as_they_were_said():
    first, second = items_of(in_a_row([told("no {what}", what="budget"), "b; c"]))
    assert (first.parts[0], second) == ("no {what}", "b; c")
    assert items_of("a; b") == ("a", "b")
    assert items_of(told("a; b")) == ("a; b",)
