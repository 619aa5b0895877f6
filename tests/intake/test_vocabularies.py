"""The header words: each file loads, speaks only of fields that exist, and is understood in every usual spelling."""

from __future__ import annotations

import tomllib

import pytest

from collabdesk import paths
from collabdesk.intake.canonical import canonical
from collabdesk.intake.headertext import key, pieces
from collabdesk.intake.kind import kinds
from collabdesk.intake.units import currency_of, unit_of
from collabdesk.intake.vocabulary import NOTHING, vocabulary

FILES = sorted(paths.resources("vocabularies").glob("*.toml"))


def said(text: str) -> str | None:
    """The project field that a header says first."""
    for one in vocabulary().read(text):
        field = kinds()["project"].resolve(one.field)
        if field:
            return field
    return None


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_vocabulary_speaks_only_of_fields_that_exist(path):
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    fields = [*content.get("phrases", {}), *(rule["field"] for rule in content.get("rules", ()))]
    unknown = [f for f in fields if f != NOTHING and not f.startswith("*.") and f not in canonical()]
    assert unknown == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_vocabulary_names_only_kinds_that_exist(path):
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(content.get("kinds", {})) <= set(kinds())


def test_every_kind_resolves_to_fields_that_exist():
    for kind in kinds().values():
        named = (
            {f for f in kind.reads.values() if f}
            | kind.typical
            | {f for sign in kind.signs for f in sign}
            | set(kind.key)
        )
        assert named <= set(canonical()), kind.name


def test_hyphens_of_broken_lines_case_and_umlauts_do_not_matter():
    assert key("Postleit-zahl des Vor-habens") == key("POSTLEITZAHL DES VORHABENS") == key("postleitzahl_des_vorhabens")
    assert key("Name des Beguenstigten") == key("Name des Begünstigten")


def test_an_enumerator_and_a_footnote_mark_are_no_part_of_a_header():
    assert pieces("6. Total cost 1")[0].text == "Total cost"
    assert pieces("a. Status*")[0].text == "Status"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Datum des Endes des Vorhabens / operation end date", "project.end"),
        ("Nome do beneficiário", "project.coordinator"),
        ("Ukupni prihvatljivi izdaci", "project.eligible_cost"),
        ("Συνολική επιλέξιμη δαπάνη", "project.eligible_cost"),
        ("Начална дата на проекта", "project.start"),
        ("Kwota dofinansowania z UE w PLN", "project.funding"),
        ("Pašto kodas", "project.postcode"),
        ("Támogatás aránya (%)", "project.cofunding_rate"),
        ("Projektbeginn", "project.start"),
        ("Amount spent in 2021 - 2022 reporting cycle", "project.spent"),
        ("Benefciary name", "project.coordinator"),
    ],
)
def test_headers_are_read_by_phrase_by_words_and_with_a_slip_of_the_pen(header, field):
    assert said(header) == field


@pytest.mark.parametrize("header", ["Favourite colour", "xyz", "Zustandekommen", "Row validity"])
def test_what_is_not_known_is_left_open(header):
    assert said(header) is None


def test_a_language_can_be_left_out():
    assert vocabulary("de").read("Zuwendungsempfänger") == ()
    assert vocabulary().read("Zuwendungsempfänger")[0].field == "project.coordinator"


@pytest.mark.parametrize(
    ("header", "factor", "currency"),
    [
        ("RDEL (£m)", 1_000_000, "GBP"),
        ("Budget in Mio. EUR", 1_000_000, "EUR"),
        ("Cost (k€)", 1_000, "EUR"),
        ("Dofinansowanie z EU [zł]", 1, "PLN"),
        ("Total cost", 1, ""),
        ("Programme", 1, ""),
    ],
)
def test_a_header_states_its_unit(header, factor, currency):
    assert unit_of(header) == (factor, currency)


def test_two_currencies_in_a_header_are_none():
    assert currency_of("EUR or USD") == ""


def test_a_funders_acronym_before_the_name_of_a_code_changes_nothing():
    words = vocabulary()
    assert [s.field for s in words.exactly("NIHR Project ID")] == [s.field for s in words.exactly("Project ID")]
    assert words.exactly("NIHR Project Budget") == ()


@pytest.mark.parametrize("word", ["Name", "Number", "Date", "Type", "Amount", "Status", "Identifier", "Region", "URL"])
def test_what_one_funder_means_by_a_bare_word_is_said_of_no_other_table(word):
    assert {s.field[0] for s in vocabulary().read(word)} == {"*"}


def test_a_word_that_means_different_things_among_languages_is_not_read_around():
    assert vocabulary("cs").read("Kraj žadatele - název")[0].score < 0.7
