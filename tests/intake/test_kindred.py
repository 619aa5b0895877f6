"""A language that is not in the vocabulary is read by words akin to known ones; what is no kin stays open."""

from __future__ import annotations

import pytest

from collabdesk.intake.kind import kinds
from collabdesk.intake.kindred import sound
from collabdesk.intake.mapping import THRESHOLD
from collabdesk.intake.vocabulary import vocabulary


def said(text: str, without: str) -> str | None:
    for one in vocabulary(without).read(text):
        field = kinds()["project"].resolve(one.field)
        if field:
            return field if one.score >= THRESHOLD else None
    return None


@pytest.mark.parametrize(
    "text, language, field",
    [
        ("Бенефициент", "bg", "project.coordinator"),
        ("Статус", "bg", "project.status"),
        ("Beneficjent", "pl", "project.coordinator"),
        ("Datum des Beginns des Projekts", "de", "project.start"),
        ("Nom de l'organisme bénéficiaire", "fr", "project.coordinator"),
    ],
)
def test_kindred_words_are_understood(text, language, field):
    assert said(text, language) == field


@pytest.mark.parametrize(
    "text", ["Projektende", "Projekt-standort", "PLZ Begünstigter", "Blorf", "Wug Zibble", "Vorhaben"]
)
def test_a_rest_that_says_more_or_a_riddle_stays_open(text):
    assert said(text, "de") is None


def test_letters_of_other_scripts_sound_like_ours():
    assert sound("проект") == "proekt"
    assert sound("κωδικοσ") == "kodikos"


def test_a_known_language_never_needs_its_kin():
    for text in ("Name of beneficiary", "Begünstigter", "Montant total", "Start date"):
        assert "akin" not in vocabulary().read(text)[0].reason
