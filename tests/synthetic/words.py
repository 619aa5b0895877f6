"""Words for made-up sheets: headers from the program's own vocabularies, and words that it does not know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from collabdesk.intake.kind import Kind, kinds
from collabdesk.intake.vocabulary import _files, vocabulary

# Totals in languages that no vocabulary teaches: only their sums say what they are.
UNTAUGHT_TOTALS = ("Samtals", "Toplam", "Gjithsej", "Cyfanswm", "Guztira", "合計", "Jumla", "Umkringd")
UNKNOWN_HEADERS = ("Zorblax", "Quintle", "Farbolt", "Mivvern", "Oolith", "Prenk", "Stamm 7", "Wendle ref", "Yurrow")
TITLES = ("Annex II", "Overview as of June", "Ministry of Nowhere", "Version 3, not final", "All figures unaudited")
NOTES = (
    "1) Figures may not sum because of rounding in the source system of the managing authority.",
    "Source: the monitoring system of the programme, extracted at the end of the quarter.",
    "* Preliminary, subject to the decision of the committee.",
)
CATEGORIES = {
    "en": ("Personnel", "Travel", "Equipment", "Subcontracting", "Other direct costs", "Overheads", "Consumables"),
    "de": ("Personalkosten", "Reisekosten", "Geräte", "Unteraufträge", "Sachkosten", "Gemeinkosten", "Verbrauch"),
    "fr": (
        "Personnel",
        "Missions",
        "Équipement",
        "Sous-traitance",
        "Autres coûts directs",
        "Frais généraux",
        "Fluides",
    ),
    "es": ("Personal", "Viajes", "Equipos", "Subcontratación", "Otros costes", "Costes indirectos", "Fungible"),
    "pl": ("Personel", "Podróże", "Sprzęt", "Podwykonawstwo", "Inne koszty", "Koszty pośrednie", "Materiały"),
    "it": ("Personale", "Viaggi", "Attrezzature", "Subappalto", "Altri costi", "Costi indiretti", "Materiali"),
}
PARTNERS = ("Northfield University", "Institut Delta", "Beta GmbH", "Città Verde S.r.l.", "Instytut Morski", "Omega Oy",
            "Fundación Río", "TU Altstadt", "City of Harbour")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """One vocabulary's header texts by kind and field, and its words for totals."""

    language: str
    headers: dict[str, dict[str, tuple[str, ...]]]
    totals: tuple[str, ...]
    subtotals: tuple[str, ...]


@cache
def all_words() -> tuple[Words, ...]:
    """The words of each vocabulary that can head a whole table, in a fixed order."""
    found = []
    for name, content in _files():
        language = str(content.get("language", name))
        phrases = content.get("phrases", {})
        headers = {kind.name: _of_kind(kind, phrases) for kind in kinds().values()}
        headers = {kind: texts for kind, texts in headers.items() if _signs(kinds()[kind], texts)}
        marks = content.get("marks", {})
        if headers:
            totals, subtotals = tuple(marks.get("total", ("Total",))), tuple(marks.get("subtotal", ("Subtotal",)))
            found.append(Words(language, headers, totals, subtotals))
    return tuple(found)


def _of_kind(kind: Kind, phrases: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The texts that say one of the kind's fields and nothing else, to be sure of the truth."""
    texts: dict[str, list[str]] = {}
    for said, written in phrases.items():
        name = kind.resolve(said)
        if name is None or said[0] in "*-":
            continue
        for text in written:
            meant = {kind.resolve(s.field) for s in vocabulary().exactly(text)}
            if meant == {name} and 2 < len(text) < 60:
                texts.setdefault(name, []).append(text)
    return {name: tuple(sorted(mine)) for name, mine in sorted(texts.items())}


def _signs(kind: Kind, texts: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [sign for sign in kind.signs if all(field in texts for field in sign)]


def choose_headers(rnd: Random, words: Words, kind: str, most: int) -> list[tuple[str, str]]:
    """(field, header) of some columns that make the kind known."""
    texts = words.headers[kind]
    sign = rnd.choice(_signs(kinds()[kind], texts))
    typical = [f for f in texts if f.startswith(kinds()[kind].nouns[0] + ".") and f not in sign]
    more = rnd.sample(typical, min(len(typical), rnd.randint(2, max(2, most - len(sign)))))
    fields = list(sign) + more
    if rnd.random() < 0.7:
        fields.sort(key=lambda f: (not f.endswith((".code", ".title", ".name")), f))
    return [(f, rnd.choice(texts[f])) for f in fields]
