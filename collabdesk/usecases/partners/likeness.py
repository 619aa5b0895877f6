"""How alike two organisations are: 0 to 100, and why. Precision first: another word is another organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from collabdesk.domain.identifiers import contradict, contradicting_vat, same_vat
from collabdesk.usecases.partners.names import PlainName, plain_name

OFFERED = 80
"""From here on two names are shown to a person: the same words but for a slip, or a name and its acronym."""
CONFIDENT = 92
"""From here on they are the same words: another spelling, language or legal form of one name, and nothing speaks
against it. It is still the person who says so."""

_SAME_WORDS, _ONE_WORD, _ACRONYM, _PLACE = 100, 97, 84, 88
_MISSPELT_AT_MOST = CONFIDENT - 1
_FUZZY = 88.0  # ratio of two words that may be one: Hannover and Hanover, not Austria and Australia
_LEAST_FUZZY = 5
_COUNTRY_CONTRADICTS, _COUNTRY_SUPPORTS = 12, 2
NONE = 0


@dataclass(frozen=True, slots=True)
class Organisation:
    """What is known of one, as a file or a record gives it."""

    name: str
    code: str = ""
    short_name: str = ""
    vat: str = ""
    country: str = ""
    city: str = ""

    @property
    def plain(self) -> PlainName:
        return plain_name(self.name or self.short_name)


class Alike(NamedTuple):
    """The score, and in words why."""

    score: int
    why: str


def alike(one: Organisation, other: Organisation) -> Alike:
    """How alike two organisations are. Two identifiers of one kind that differ say that they are two: 0."""
    if one.code and one.code == other.code:
        return Alike(100, f"the same identifier {one.code}")
    if contradict(one.code, other.code) or contradicting_vat(one.vat, other.vat):
        return Alike(NONE, "different identifiers of one kind")
    if same_vat(one.vat, other.vat):
        return Alike(99, f"the same VAT number {one.vat}")
    score, why = _names(one, other)
    if score < OFFERED:
        return Alike(score, why)
    return _with_country(score, why, one, other)


def _with_country(score: int, why: str, one: Organisation, other: Organisation) -> Alike:
    a, b = (" ".join(c.split()).casefold() for c in (one.country, other.country))
    if not (a and b):
        return Alike(score, why)
    if a == b:
        top = 100 if score >= CONFIDENT else _MISSPELT_AT_MOST
        return Alike(min(score + _COUNTRY_SUPPORTS, top), f"{why}; both in {one.country}")
    if len(a) != len(b):  # AT and Austria: two ways to write it, which say nothing here
        return Alike(score, why)
    return Alike(score - _COUNTRY_CONTRADICTS, f"{why}; but in {one.country} and {other.country}")


def _names(one: Organisation, other: Organisation) -> Alike:
    a, b = one.plain, other.plain
    if not a.words or not b.words:
        return Alike(NONE, "no name")
    if a.key == b.key:
        return Alike(_SAME_WORDS, "the same name but for its writing")
    if a.solid == b.solid:
        return Alike(_ONE_WORD, "the same name, written apart or together")
    only_a = [w for w in a.words if w not in b.words]
    only_b = [w for w in b.words if w not in a.words]
    worst = _pair_misspelt(only_a, only_b)
    if not only_a and not only_b:
        # What is a letter or two away is most often a slip, but Davis and Davies are two towns.
        return Alike(min(_MISSPELT_AT_MOST, round(worst)), "the same name but for a letter or two")
    return _with_more(one, other, only_a, only_b, worst)


def _pair_misspelt(only_a: list[str], only_b: list[str]) -> float:
    """Take the words out of both that are one but for a slip; gives the worst of their ratios."""
    worst = 100.0
    for word in list(only_a):
        near = max(only_b, key=lambda w: fuzz.ratio(word, w), default="")
        if near and (ratio := misspelt(word, near)):
            only_a.remove(word)
            only_b.remove(near)
            worst = min(worst, ratio)
    return worst


def misspelt(word: str, other: str) -> float:
    """How near two words are that may be one but for a slip; 0 where they are not."""
    if word[0] != other[0] or min(len(word), len(other)) < _LEAST_FUZZY or word.isdigit() or other.isdigit():
        return 0
    return fuzz.ratio(word, other, score_cutoff=_FUZZY)


def _with_more(one: Organisation, other: Organisation, only_a: list[str], only_b: list[str], worst: float) -> Alike:
    """One name says more than the other: its own acronym or its place add nothing; anything else does."""
    acronyms = {*one.plain.acronyms, *other.plain.acronyms}
    extra = [w for w in (*only_a, *only_b) if w not in acronyms]
    if not extra and worst == 100 and not (only_a and only_b):
        return Alike(_MISSPELT_AT_MOST, "the same name, one with its acronym")
    short, long = sorted((one, other), key=lambda o: len(o.plain.words))
    if len(short.plain.words) == 1 and _is_acronym(short.plain.words[0], long):
        return Alike(_ACRONYM, f"{short.name} may be short for {long.name}")
    # Its own place adds nothing; another place is a branch, or another house of that name.
    own = {*places_of(other)} if only_a else {*places_of(one)}
    if not (only_a and only_b) and all(w in own for w in extra) and worst == 100:
        return Alike(_PLACE, "the same name, one with its place")
    ratio = fuzz.token_sort_ratio(one.plain.key, other.plain.key)
    return Alike(min(round(ratio), OFFERED - 1), "some words are the same")


def _is_acronym(word: str, of: Organisation) -> bool:
    return word in of.plain.acronyms or (bool(of.short_name) and word == plain_name(of.short_name).solid)


def places_of(one: Organisation) -> tuple[str, ...]:
    """The words of its city and country, plain as in names."""
    return tuple(word for text in (one.city, one.country) if text for word in plain_name(text).words)
