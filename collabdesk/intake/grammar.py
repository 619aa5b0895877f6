"""Headers read word by word: words stand for concepts (END, PROJECT, DATE), concepts in company for a field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from collabdesk.intake.canonical import canonical
from collabdesk.intake.headertext import words
from collabdesk.intake.scripts import in_cyrillic, is_unspaced

_INFLECTION = 3  # so many letters may follow a known word: beneficjent-a, projekt-ets
_LINKS = ("", "s", "es", "n", "en", "e", "o", "i", "a", "u")
_ENDING = 7  # so many may follow a stem that takes any ending
_LONGEST = 12  # letters of a word in a text without spaces
STOP = "."  # a word that says nothing
_UNKNOWN_COST, _CONTRADICTION_COST = 0.62, 0.45
_AMOUNT_COST = 0.92  # what is not understood may say which amount it is: the eligible one, the public one
_BARE_AMOUNTS = frozenset({"*.amount", "*.budget", "*.expended"})
_HEAD = 3  # by so many first letters the languages are found that may know a word
_TOGETHER = (3, 2)  # so many words may be one concept: paquet de travail, work package


@dataclass(frozen=True, slots=True)
class Rule:
    """A field is meant when all of `needs` are said; `may` can be said as well."""

    field: str
    needs: frozenset[str]
    may: frozenset[str]
    score: float


@dataclass(slots=True)
class Grammar:
    """Words of each language and the rules over their concepts."""

    rules: list[Rule] = field(default_factory=list)
    lexicon: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)  # language -> word -> concepts
    stems: dict[str, set[int]] = field(default_factory=dict)  # language -> lengths of its words
    open: dict[str, set[str]] = field(default_factory=dict)  # language -> stems that may take any ending
    _heads: dict[str, set[str]] = field(default_factory=dict)  # a word, or how it begins -> languages

    def add(self, content: Mapping[str, Any], source: str) -> None:
        """Take in the `concepts` and `rules` of one vocabulary file."""
        for rule in content.get("rules", ()):
            self.rules.append(
                Rule(rule["field"], frozenset(rule["needs"]), frozenset(rule.get("may", ())), rule.get("score", 0.95))
            )
        self._heads.clear()
        language = content.get("language", source)
        mine = self.lexicon.setdefault(language, {})
        also = in_cyrillic if content.get("also") == "cyrillic" else None
        for concept, texts in content.get("concepts", {}).items():
            for text in (*texts, *map(also, texts)) if also else texts:
                joined = "".join(words(text))
                mine[joined] = mine.get(joined, frozenset()) | {concept}
                if text.endswith("*"):
                    self.open.setdefault(language, set()).add(joined)
        for text in (t for one in content.get("stop", ()) for t in ((one, also(one)) if also else (one,))):
            mine["".join(words(text))] = frozenset({STOP})
        self.stems[language] = {len(word) for word in mine}

    def read(self, said: tuple[str, ...]) -> list[tuple[str, float, str]]:
        """(field, score, language) of the rules that fit the words, each field once, best first."""
        if not said or len(said) > 24:
            return []
        best: dict[str, tuple[float, str]] = {}
        seen: dict[tuple[frozenset[str], ...], bool] = {}
        for language in self._may_know(said):
            meant = tuple(
                concepts for word in self._joined(said, language) for concepts in self.meaning(word, language)
            )
            if meant in seen or all(not c or STOP in c for c in meant):
                continue
            seen[meant] = True
            for name, score in self.fits([c for c in meant if STOP not in c]):
                if score > best.get(name, (0.0, ""))[0]:
                    best[name] = (score, language)
        return sorted(((n, s, lang) for n, (s, lang) in best.items()), key=lambda found: -found[1])

    def _may_know(self, said: tuple[str, ...]) -> list[str]:
        """The languages that know how one of the words begins; the others are not asked."""
        if not self._heads:
            for language, lexicon in self.lexicon.items():
                for word in lexicon:
                    self._heads.setdefault(_head(word), set()).add(language)
                    self._heads.setdefault(word, set()).add(language)
        found: set[str] = set()
        for i, word in enumerate(said):
            found |= self._heads.get(word, set()) | self._heads.get(_head(word), set())
            if i + 1 < len(said):
                found |= self._heads.get(_head(word + said[i + 1]), set())
        return [language for language in self.lexicon if language in found]

    def _joined(self, said: tuple[str, ...], language: str) -> tuple[str, ...]:
        """The words, those made one that are one concept together."""
        lexicon = self.lexicon[language]
        made: list[str] = []
        start = 0
        while start < len(said):
            for size in _TOGETHER:
                together = "".join(said[start : start + size])
                if start + size <= len(said) and together in lexicon:
                    break
            else:
                size, together = 1, said[start]
            made.append(together)
            start += size
        return tuple(made)

    def fits(self, meant: list[frozenset[str]]) -> Iterable[tuple[str, float]]:
        """(field, score) of each rule that fits what the words mean, an empty set for an unknown one."""
        spoken = frozenset().union(*meant)
        for rule in self.rules:
            if not rule.needs <= spoken:
                continue
            allowed = rule.needs | rule.may
            unknown = sum(1 for c in meant if not c)
            against = sum(1 for c in meant if c and not c & allowed)
            doubt = _AMOUNT_COST if is_amount(rule.field) else _UNKNOWN_COST
            score = rule.score * (1 - doubt * unknown / len(meant)) - _CONTRADICTION_COST * against
            if score > 0.3:
                yield rule.field, min(score + 0.01 * len(rule.needs), 0.98)

    def meaning(self, word: str, language: str) -> tuple[frozenset[str], ...]:
        """The concepts of a word or of each of its parts; one empty set when the language does not know it."""
        lexicon = self.lexicon[language]
        known = lexicon.get(word)
        if known:
            return (known,)
        if word.isdigit():
            return (frozenset({STOP}),)
        if is_unspaced(word):
            return _segments(word, lexicon)
        return self._split(word, language, lexicon) or (frozenset(),)

    def _split(self, word: str, language: str, lexicon: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
        """A compound or inflected word as its known parts; empty when some of it stays unknown."""
        if self._heads and language not in self._heads.get(word[:_HEAD], ()):
            return ()  # no word of this language begins like that
        stems, open_stems = self.stems[language], self.open.get(language, ())
        for size in sorted((n for n in stems if 3 <= n <= len(word)), reverse=True):
            stem = word[:size]
            here = lexicon.get(stem)
            if here is None or STOP in here:
                continue
            rest = word[size:]
            if not rest or (size >= 4 and len(rest) <= _INFLECTION) or (stem in open_stems and len(rest) <= _ENDING):
                return (here,)
            for link in _LINKS:
                if rest.startswith(link) and len(rest) - len(link) >= 3:
                    tail = rest[len(link) :]
                    further = (
                        (lexicon[tail],)
                        if tail in lexicon
                        else self._split(tail, language, lexicon)
                        if len(tail) > 3
                        else ()
                    )
                    if further:
                        return (here, *further)
        return ()


@cache
def is_amount(field: str) -> bool:
    """Is it an amount, of whichever kind?"""
    known = canonical().get(field)
    return field in _BARE_AMOUNTS or (known is not None and known.type == "amount")


def _head(word: str) -> str:
    return word[:1] if is_unspaced(word[:1]) else word[:_HEAD]


def _segments(word: str, lexicon: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], ...]:
    """A text without spaces as known words, the longest first; a riddle when its last word, the head, is not known."""
    found: list[frozenset[str]] = []
    start = 0
    while start < len(word):
        for size in range(min(len(word) - start, _LONGEST), 0, -1):
            known = lexicon.get(word[start : start + size])
            if known is not None:
                found.append(known)
                start += size
                break
        else:
            digit = word[start].isdigit()
            found.append(frozenset({STOP}) if digit else frozenset())
            start += 1
    return tuple(found) if found and found[-1] else (frozenset(),)
