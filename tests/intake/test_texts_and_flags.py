"""Identifiers stay what the file shows; texts are clean; flags are yes, no or unknown."""

from __future__ import annotations

from datetime import date

from collabdesk.intake.fields.column import Asked
from collabdesk.intake.fields.flags import read_flags
from collabdesk.intake.fields.texts import read_identifiers, read_texts
from collabdesk.intake.grid import CellError

CODE = Asked("project.code", "identifier")
TEXT = Asked("partner.name", "text")
FLAG = Asked("partner.sme", "bool")


def test_identifiers_stay_verbatim():
    cells = ["00185", "10.500", 43215.0, " P-1 ", "N/A", None]
    assert read_identifiers(cells, CODE).values == ["00185", "10.500", "43215", "P-1", "N/A", ""]


def test_an_identifier_that_the_spreadsheet_spoilt_is_reported():
    issues = read_identifiers([10.5, date(2020, 3, 2)], CODE).issues
    assert [i.code for i in issues] == ["identifier-is-number", "identifier-is-date"]


def test_true_and_one_are_not_the_same_text():
    assert read_texts([True, 1.0, 0.0, False], TEXT).values == ["TRUE", "1", "0", "FALSE"]


def test_a_name_that_is_a_number_is_a_text():
    assert read_texts([1927.0], TEXT).values == ["1927"]


def test_phrases_for_nothing_are_blank():
    assert read_texts(["Non renseigné", ".", "-", "N/A"], TEXT).values == ["", "", "", "N/A"]


def test_a_role_told_by_yes_and_no():
    role = Asked("participation.role", "text")
    assert read_texts([True, False], role).values == ["coordinator", ""]


def test_flags_in_the_words_of_forms():
    assert read_flags(["Y", "oui", "ja", "x", True, 1.0], FLAG).values == [1] * 6
    assert read_flags(["No", "non", "nein", False, 0.0], FLAG).values == [0] * 5


def test_a_word_that_is_no_flag_is_reported():
    read = read_flags(["perhaps", None, "N/A"], FLAG)
    assert read.values == [None] * 3
    assert [i.code for i in read.issues] == ["not-a-flag"]


def test_an_error_value_is_reported_and_left_blank():
    read = read_texts([CellError("#REF!")], TEXT)
    assert read.values == [""]
    assert [i.code for i in read.issues] == ["error-value"]


def test_an_identifier_cut_to_a_power_of_ten_is_reported_and_stays_as_it_is():
    read = read_identifiers(["1.23E+11", "123456789012", "10E5"], CODE)
    assert read.values == ["1.23E+11", "123456789012", "10E5"]
    assert [(i.index, i.code) for i in read.issues] == [(0, "identifier-cut")]


def test_numbers_of_more_digits_than_a_spreadsheet_keeps_are_reported():
    read = read_identifiers([1234567890123450000.0, 12.0], CODE)
    assert read.values == ["1234567890123450000", "12"]
    assert [(i.index, i.code) for i in read.issues] == [(0, "identifier-cut")]


def test_flags_in_more_languages():
    assert read_flags(["evet", "HAYIR", "はい", "ні", "✅"], FLAG).values[0::2] == [1, 1, 1]
