"""Every language says every concept, and what looks like a field but is none is not taken for one."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from collabdesk import paths
from collabdesk.intake.kind import kinds
from collabdesk.intake.mapping import THRESHOLD
from collabdesk.intake.vocabulary import NOTHING, vocabulary

FOLDER = paths.resources("vocabularies")
LANGUAGES = sorted(p.stem for p in FOLDER.glob("??.toml"))
# Only some languages have a word of their own for these, or the other concepts say it as well.
RARE = {"POSTAL", "DAYS", "VALUE", "CONDITION", "DECLARED", "INCURRED", "INTERVENTION", "LEGALFORM", "SCHEME", "SME"}
# A concept that a language has no word for, by language.
EXCEPTIONS: dict[str, set[str]] = {}


def concepts(language: str) -> set[str]:
    return set(tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))["concepts"])


def wanted() -> set[str]:
    rules = tomllib.loads((FOLDER / "grammar.toml").read_text("utf-8"))["rules"]
    return {concept for rule in rules for concept in rule["needs"]} - RARE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_every_concept_that_a_rule_asks_for(language):
    assert sorted(wanted() - concepts(language) - EXCEPTIONS.get(language, set())) == []


def test_there_are_at_least_forty_languages():
    assert len(LANGUAGES) >= 40


def best(text: str, kind: str) -> str | None:
    said = vocabulary().read(text)
    if not said or said[0].field == NOTHING:
        return None
    named = ((one, kinds()[kind].resolve(one.field)) for one in said)
    return next((field if one.score >= THRESHOLD else None for one, field in named if field), None)


def test_headers_written_apart_are_nearly_all_understood_and_hardly_any_wrongly():
    rows = list(csv.DictReader((Path(__file__).with_name("headers_apart.csv")).open(encoding="utf-8")))
    counted: Counter[str] = Counter()
    for row in rows:
        given, right = best(row["header"], row["kind"]), row["canonical"] or None
        counted["right" if given == right else "open" if given is None else "wrong"] += 1
    assert counted["right"] >= 0.95 * len(rows)
    assert counted["wrong"] <= 0.02 * len(rows)


@pytest.mark.parametrize(
    "header, kind",
    [
        ("Project officer e-mail", "project"),
        ("Total number of partners", "project"),
        ("Number of publications", "project"),
        ("Date of report", "project"),
        ("Report date", "project"),
        ("Bank account", "project"),
        ("IBAN", "partner"),
        ("Budget code", "project"),
        ("Language of the project", "project"),
        ("Evaluation score", "project"),
        ("Date of last payment request evaluation", "project"),
        ("Supplier name", "cost"),
        ("Datum des Berichts", "project"),
        ("Kontonummer", "project"),
        ("Nombre de partenaires", "project"),
        ("Liczba partnerów", "project"),
        ("Katılımcı sayısı", "project"),
        ("Číslo účtu", "project"),
        ("Fecha del informe", "project"),
        ("项目编号备注", "project"),
    ],
)
def test_what_only_looks_like_a_field_is_not_taken_for_one(header, kind):
    assert best(header, kind) is None


def test_a_riddle_beside_an_amount_leaves_it_open():
    assert best("Total blorfable cost of the wug", "project") is None
