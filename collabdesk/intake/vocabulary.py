"""What header words mean: phrases and word grammar from resources/vocabularies, a file per language or funder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from rapidfuzz import fuzz, process

from collabdesk import paths
from collabdesk.intake import ready_words
from collabdesk.intake.grammar import Grammar
from collabdesk.intake.headertext import HALF, Piece, bare, key, pieces, words
from collabdesk.intake.kindred import Kindred
from collabdesk.intake.scripts import in_cyrillic

NOTHING = "-"  # a header known to hold nothing that is kept
_ENOUGH = 0.7
_ACRONYM = re.compile(r"^[A-Z]{2,6}\b[ -]+(?=\S+ \S)")
_ANSWERS = frozenset({"no", "yes", "n", "y", "n/a", "none", "not applicable"})
_FUZZY_LEAST, _FUZZY_MARGIN, _FUZZY_SHORTEST = 91, 5, 8


@dataclass(frozen=True, slots=True)
class Said:
    """What a header says: `noun.field`, or `*.field` where the noun is the table's own, how sure, and why."""

    field: str
    score: float
    reason: str
    source: str = ""  # the vocabulary file when the text, or a part of it, is one of its phrases


@dataclass(slots=True)
class Vocabulary:
    """All header words known; make one with `vocabulary()`."""

    phrases: dict[str, dict[str, str]] = field(default_factory=dict)  # key -> field -> where it is from
    kinds: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    marks: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    grammar: Grammar = field(default_factory=Grammar)
    _shorter: set[str] = field(default_factory=set)  # phrases that are only known without their brackets
    _read: dict[tuple[str, bool], tuple[Said, ...]] = field(default_factory=dict)
    _kindred: Kindred | None = None
    _begun: dict[str, dict[str, list[tuple[str, ...]]]] = field(default_factory=dict)  # mark -> first word -> phrases

    def add(self, content: Mapping[str, Any], source: str) -> None:
        """Take in one vocabulary file."""
        for said, texts in content.get("phrases", {}).items():
            for text in texts:
                whole, *shorter = (p.text for p in pieces(text) if p.weight > 0.975)
                if key(whole):
                    self._add_phrase(key(whole), said, source)
                for form in {key(part) for part in shorter} - {key(whole), ""}:
                    self._add_shorter(form, said, source)
        self._begun.clear()
        for name in ("kinds", "marks"):
            mine: dict[str, list[tuple[str, ...]]] = getattr(self, name)
            for word, texts in content.get(name, {}).items():
                mine.setdefault(word, []).extend(words(text) for text in texts)
        if content.get("also") == "cyrillic":
            self._add_cyrillic(content)
        self.grammar.add(content, source)

    def _add_cyrillic(self, content: Mapping[str, Any]) -> None:
        for word, texts in content.get("marks", {}).items():
            self.marks[word].extend(words(in_cyrillic(text)) for text in texts)

    def _add_phrase(self, form: str, said: str, source: str) -> None:
        if form in self._shorter:  # what this text says as a whole goes before what is left of a longer one
            self._shorter.discard(form)
            self.phrases.pop(form)
        known = self.phrases.setdefault(form, {})
        sources = known.get(said, "").split(", ") if said in known else []
        known[said] = ", ".join([*sources, source] if source not in sources else sources)

    def _add_shorter(self, form: str, said: str, source: str) -> None:
        if form not in self.phrases or form in self._shorter:
            self._shorter.discard(form)
            self._add_phrase(form, said, source)
            self._shorter.add(form)

    def read(self, text: str, *, nearly: bool = True) -> tuple[Said, ...]:
        """What a header text may say, best first; empty when nothing is known of it.

        `nearly` also allows a known phrase with a slip of the pen, which takes longer to look for.
        """
        known = self._read.get((text, nearly))
        if known is None:
            if len(self._read) > 20_000:
                self._read.clear()
            known = self._read[text, nearly] = self._understand(text, nearly)
        return known

    def knows(self, text: str) -> float:
        """How sure it is that this text is a header; a bare word such as "Name" counts half, an answer nothing."""
        if len(text) > 160:
            return 0.0
        found = self.read(text, nearly=False)
        if not found or text.strip().casefold() in _ANSWERS:
            return 0.0
        return found[0].score * (0.5 if found[0].field[0] in "*-" else 1.0)

    def has_phrase(self, text: str) -> bool:
        """Is this text, as it stands, one of the phrases? Cheap enough for every row of a sheet."""
        return len(text) < 100 and key(bare(text)) in self.phrases

    def exactly(self, text: str) -> tuple[Said, ...]:
        """What a text says when it is, as it stands, one of the phrases."""
        known = self.phrases.get(key(bare(text)), {})
        said = tuple(Said(said, 1.0, f"“{text}” is known ({source})", source) for said, source in known.items())
        return said or self._own_code(text)

    def _own_code(self, text: str) -> tuple[Said, ...]:
        """A code that a funder or ministry puts its own acronym before: `NIHR Project ID`."""
        rest = _ACRONYM.sub("", text, count=1)
        known = self.exactly(rest) if rest != text else ()
        return tuple(replace(s, score=0.93 * s.score) for s in known if s.field.endswith(".code"))

    def phrased(self, text: str) -> tuple[Said, ...]:
        """What a text says by known phrases only, whole or in its pieces; for long lists of wordy labels."""
        found: dict[str, Said] = {}
        for number, piece in enumerate(pieces(text)):
            if key(piece.text) in self.phrases:
                for said in self._piece(piece, number, self.phrases[key(piece.text)]):
                    found.setdefault(said.field, said)
        return tuple(sorted(found.values(), key=_rank))

    def _understand(self, text: str, nearly: bool) -> tuple[Said, ...]:
        found: dict[str, Said] = {}
        ways = pieces(text)
        for number, piece in enumerate(ways):
            for said in self._piece(piece, number, _without_own(self.phrases.get(key(piece.text), {}))):
                best = found.get(said.field)
                if best is None or said.score > best.score:
                    found[said.field] = said
            if number == 0 and any(s.score >= 0.99 for s in found.values()):
                break
        if not any(s.source for s in found.values()) and self._counts(text):
            return (Said(NOTHING, 1.0, "it counts something"),)
        if not any(s.score >= _ENOUGH for s in found.values()):
            found |= {s.field: s for s in self._ending(ways[0])}
        if nearly and not any(s.score >= _ENOUGH for s in found.values()):
            found |= {s.field: s for s in self._nearly(ways[0])}
        if nearly and not any(s.score >= _ENOUGH for s in found.values()):
            found |= {s.field: s for s in self._akin(ways)}
        return tuple(sorted(found.values(), key=_rank))

    def _counts(self, text: str) -> bool:
        """Does it begin like “Number of contracts”? “Number of the contract” is a code."""
        said = words(text)
        for mark in self.marks.get("counted", ()):
            rest = said[len(mark) :]
            if said[: len(mark)] == mark and rest:
                return mark[-1] != "of" or any(w.endswith("s") for w in rest[:3])
        return False

    def _piece(self, piece: Piece, number: int, exact: Mapping[str, str]) -> Iterable[Said]:
        weight = piece.weight - (0.03 if number > 1 and piece.weight == 0.96 else 0.0)
        if exact:
            # What one funder never keeps may be a field elsewhere: then less sure.
            doubt = 0.1 if NOTHING in exact and len(exact) > 1 else 0.0
            for said, source in exact.items():
                if doubt and said == NOTHING:
                    continue
                yield Said(said, round(weight - doubt, 3), f"“{piece.text}” is known ({source})", source)
            return
        for rule_field, score, language in self.grammar.read(words(piece.text)):
            yield Said(rule_field, round(weight * score, 3), f"the words of “{piece.text}” ({language})")

    def _ending(self, piece: Piece) -> Iterable[Said]:
        """A second language after the first without a mark between them: “… des Vorhabens operation end date”."""
        said = words(piece.text)
        for start in range(1, len(said) - 1):
            for name, source in self.phrases.get("".join(said[start:]), {}).items():
                if name[0] not in "*-" and len(said) >= 4:
                    yield Said(name, 0.8, f"it ends with “{' '.join(said[start:])}” ({source})")

    def _nearly(self, piece: Piece) -> Iterable[Said]:
        form = key(piece.text)
        if len(form) < _FUZZY_SHORTEST or len(form) > 80:
            return
        near = process.extract(
            form, self.phrases.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_LEAST - _FUZZY_MARGIN, limit=8
        )
        if not near or near[0][1] < _FUZZY_LEAST or len(near[0][0]) < _FUZZY_SHORTEST:
            return
        best = self.phrases[near[0][0]]
        for other, score, _ in near[1:]:
            if near[0][1] - score < _FUZZY_MARGIN and not set(best) & set(self.phrases[other]):
                return  # two meanings are about equally near
        for said, source in best.items():
            yield Said(said, round(0.9 * near[0][1] / 100, 3), f"nearly a known header ({source})")

    def _akin(self, ways: Iterable[Piece]) -> Iterable[Said]:
        """A language that is not known: what words akin to those of known languages say, read together."""
        self._kindred = self._kindred or Kindred(self.grammar)
        best: dict[str, Said] = {}
        for piece in (p for p in ways if p.weight != HALF):  # half of a riddle says too little
            for name, score in self._kindred.read(words(piece.text)):
                one = Said(name, round(piece.weight * score, 3), f"words akin to “{piece.text}” in other languages")
                if one.score >= max(_ENOUGH, best[name].score if name in best else 0.0):
                    best[name] = one
        return best.values()

    def marked(self, mark: str, text: str) -> bool:
        """Does the text begin or end with one of the words of a mark such as `total`?"""
        said = words(text)
        return any(said[: len(m)] == m or said[-len(m) :] == m for m in self.marks.get(mark, ()))

    def holds(self, mark: str, text: str) -> bool:
        """Does the text hold one of the words of a mark, as whole words, anywhere?"""
        if mark not in self._begun:
            begun = self._begun[mark] = {}
            for phrase in filter(None, self.marks.get(mark, ())):
                begun.setdefault(phrase[0], []).append(phrase)
        begun, said = self._begun[mark], words(text)
        return any(said[i : i + len(p)] == p for i, word in enumerate(said) for p in begun.get(word, ()))

    def kinds_in(self, text: str) -> set[str]:
        """The kinds of table that a sheet's name or a title speaks of."""
        said = words(text)
        return {kind for kind, wanted in self.kinds.items() if _within(wanted, said)}


def _without_own(exact: Mapping[str, str]) -> Mapping[str, str]:
    """A bare word of a language, such as "Amount", speaks of no noun in any table, whatever one funder means by it."""
    general = [said for said, source in exact.items() if said[0] == "*" and _is_of_language(source)]
    if not general:
        return exact
    own = {s: source for s, source in exact.items() if s[0] not in "*-" and not _is_of_language(source)}
    also = ", ".join(own.values())
    return {
        said: ", ".join(filter(None, (source, also))) if said == general[0] else source
        for said, source in exact.items()
        if said not in own
    }


def _is_of_language(source: str) -> bool:
    """Does a language's file say it? Those are named by two letters, the funders' by words."""
    return any(len(name) == 2 for name in source.split(", "))


def _rank(said: Said) -> tuple[float, bool]:
    """The surest first; between equals one that names its noun before a bare word."""
    return -said.score, said.field[0] in "*-"


def _within(wanted: Iterable[tuple[str, ...]], said: tuple[str, ...]) -> bool:
    for phrase in wanted:
        size = len(phrase)
        if any(said[i : i + size] == phrase for i in range(len(said) - size + 1)):
            return True
    return False


@lru_cache(maxsize=64)
def vocabulary(without: str = "") -> Vocabulary:
    """The whole vocabulary; `without` leaves out a language's files and its funders'."""
    return _made(without) if without else ready_words.made_once(Vocabulary(), _made)


def _made(without: str = "") -> Vocabulary:
    made = Vocabulary()
    for name, content in _files():
        if not without or str(content.get("language", "")).partition("-")[0] != without:
            made.add(content, name)
    return made


@cache
def _files() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    folder = paths.resources("vocabularies")
    return tuple((p.stem, tomllib.loads(p.read_text(encoding="utf-8"))) for p in sorted(folder.glob("*.toml")))
