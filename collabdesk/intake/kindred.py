"""Headers in a language nobody taught: words akin to known ones of other languages (beneficjent, beneficiario)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from collabdesk.intake.grammar import STOP, Grammar, is_amount
from collabdesk.intake.scripts import is_unspaced
from collabdesk.intake.units import currency_of

_SHORTEST, _LIKE, _SHARED = 5, 84, 0.7
_CONSONANTS = 3
_NEAREST = 6  # what is so much less like it than the likest does not count
_SURE = 8  # from so many letters on one language that knows a kindred word is enough
_REST = 4  # letters of each part of a compound
_LITTLE = 2  # articles and prepositions
_ENDING = 3  # letters by which kindred words may differ in length
_DOUBT = 0.95  # a word's likeness is not its meaning
# The sounds of Cyrillic and Greek letters, folded: written alike, kindred words meet.
_SOUNDS = str.maketrans(
    "абвгдежзийклмнопрстуфхцчшщъьыэюяαβγδεζηθικλμνξοπρστυφχψω",
    "abvgdezziiklmnoprstufhccssa.ieuaavgdezitiklmnxoprstifhpo",
)


# What kindred languages write one way or the other (fin-anc-e, fin-anz, fin-ans), and vowels, which change most.
_SOFT = re.compile("c(?=[eiy])|t[sz]")
_SHIFTS = str.maketrans("zßwqcgdjyeiou", "ssvkkktaaaaaa", "h") | {ord("x"): "ks"}
_TWICE = re.compile(r"(.)\1+")
_FRAME = 5  # letters that are left of a word for its frame to say something


def sound(word: str) -> str:
    """A folded word in Latin letters."""
    return word.translate(_SOUNDS).replace(".", "")


def frame(word: str) -> str:
    """What stays of a word among languages: its consonants, with one vowel for all; "" when that is little."""
    word = _SOFT.sub("s", word).replace("ph", "f").translate(_SHIFTS)
    word = _TWICE.sub(r"\1", word).strip("a")
    return word if len(word) >= _FRAME and len(word) - word.count("a") >= _CONSONANTS else ""


@dataclass(slots=True)
class Kindred:
    """All words of all languages together; `read` answers as the grammar does, for words that are only akin."""

    grammar: Grammar
    _all: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)  # sound -> language -> concepts
    _frames: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)  # frame -> language -> concepts
    _long: list[str] = field(default_factory=list)
    _seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def read(self, said: tuple[str, ...]) -> list[tuple[str, float]]:
        """(field, score) of the rules that fit what the words are akin to; one word in three may be a riddle."""
        if not said or len(said) > 12 or any(is_unspaced(word) for word in said):
            return []
        self._gather()
        meant = [self._concepts(sound(word)) for word in said]
        told = [c for c in meant if STOP not in c]
        riddles = sum(not c for c in told)
        if not told or riddles > len(told) / 3:
            return []
        if riddles and any(self._is_contested(sound(w)) for w, c in zip(said, meant, strict=True) if not c):
            return []  # kraj: a country, a region or a town, and the header is just about that
        best: dict[str, float] = {}
        for name, score in self.grammar.fits(told):
            if riddles and is_amount(name):
                continue  # what is not understood may say which amount it is: the eligible one, the public one
            best[name] = max(best.get(name, 0.0), score * _DOUBT)
        return sorted(best.items(), key=lambda found: -found[1])

    def _gather(self) -> None:
        if self._all:
            return
        for language, lexicon in self.grammar.lexicon.items():
            for word, concepts in lexicon.items():
                heard = sound(word)
                self._all.setdefault(heard, {})[language] = concepts
                if STOP not in concepts and (bones := frame(heard)):
                    known = self._frames.setdefault(bones, {})
                    known[language] = known.get(language, concepts) | concepts
        self._long = [w for w in self._all if len(w) >= _SHORTEST]

    def _concepts(self, word: str) -> frozenset[str]:
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._agreed(word)
        return known

    def _agreed(self, word: str) -> frozenset[str]:
        """What the languages that know this word, or one akin to it, agree on; empty for a riddle."""
        if word.isdigit() or currency_of(word.upper()):
            return frozenset({STOP})
        for way in (self._exactly, self._framed, self._in_parts, self._akin, self._compounded):
            meant = _common(way(word))
            if meant:
                return meant
        return frozenset({STOP}) if len(word) <= _LITTLE else frozenset()

    def _is_contested(self, word: str) -> bool:
        """Is it a known word to which languages give different meanings? It says much, and not what."""
        known = self._exactly(word).values()
        return len(set(known)) > 1 and not any(STOP in concepts for concepts in known)

    def _exactly(self, word: str) -> Mapping[str, frozenset[str]]:
        return self._all.get(word, {})

    def _framed(self, word: str) -> Mapping[str, frozenset[str]]:
        """Words with the same consonants: financement, finanziamento, finançament."""
        return {} if self._hides_more(word) else self._frames.get(frame(word), {})

    def _compounded(self, word: str) -> Mapping[str, frozenset[str]]:
        """A known word and a rest that is known as well: projekt-ledare."""
        for size in range(len(word) - _REST, _REST - 1, -1):
            known = self._exactly(word[:size])
            head = _common(known) if len(known) > 1 else frozenset()
            if not head or STOP in head:
                continue
            for rest in (word[size:], word[size + 1 :] if word[size] in "sen" else ""):
                if len(rest) >= _REST:
                    tail = _common(self._exactly(rest)) or _common(self._framed(rest))
                    if tail and STOP not in tail and not tail & head:
                        return {"": head | tail}
        return {}

    def _in_parts(self, word: str) -> Mapping[str, frozenset[str]]:
        """The languages that know the word inflected or as a compound."""
        found = {}
        for language in self.grammar.lexicon:
            parts = self.grammar.meaning(word, language)
            if parts and all(parts) and not (len(parts) == 1 and self._hides_more(word)):
                found[language] = frozenset().union(*parts)
        return found

    def _hides_more(self, word: str) -> bool:
        """Is it a known word and a longer rest, which is no ending but says something itself (projekt-ende)?"""
        return any(word[:size] in self._all for size in range(_SHORTEST, len(word) - _ENDING))

    def _akin(self, word: str) -> Mapping[str, frozenset[str]]:
        """Words that begin alike for most of their letters, or differ in few."""
        if len(word) < _SHORTEST or self._hides_more(word):
            return {}
        near = {w: 100.0 for w in self._long if _shares(w, word)}
        for w, score, _ in process.extract(word, self._long, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=8):
            near.setdefault(w, score)
        least = max((fuzz.ratio(w, word) for w in near), default=0.0) - _NEAREST
        votes: dict[str, frozenset[str]] = {}
        for other in near:
            if fuzz.ratio(other, word) < least:
                continue
            for language, concepts in self._all[other].items():
                if STOP not in concepts:
                    votes[language] = votes.get(language, concepts) | concepts
        return votes if len(votes) > 1 or len(word) >= _SURE else {}


def _shares(one: str, other: str) -> bool:
    size = max(_SHORTEST, int(_SHARED * max(len(one), len(other)) + 0.999))
    return abs(len(one) - len(other)) <= _ENDING and one[:size] == other[:size] and len(one) >= size <= len(other)


def _common(votes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The concepts that most languages hold; nothing where they contradict each other."""
    if not votes:
        return frozenset()
    counted: Counter[str] = Counter(_each(votes.values()))
    most = max(counted.values())
    if most < 0.67 * len(votes):
        return frozenset()
    return frozenset(c for c, times in counted.items() if times == most)


def _each(found: Iterable[frozenset[str]]) -> Iterable[str]:
    for concepts in found:
        yield from concepts
