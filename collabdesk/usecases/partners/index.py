"""Organisations by the words of their names, so that each is compared only with the few that can be like it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from collabdesk.domain.identifiers import plain_vat
from collabdesk.domain.problems import Cancelled
from collabdesk.usecases.partners.likeness import OFFERED, Alike, Organisation, alike, misspelt, places_of
from collabdesk.usecases.partners.names import solid_name

_RARE = 60  # a word that more names than this have says too little to compare all of them
_MOST = 200  # with how many of one whole name, or of words that begin alike, each is compared
_STEM = 4  # letters that a misspelt word is looked up by
_MOST_LOOKS = 2_000_000  # seconds of work at the most
_PAUSE = 0.1  # seconds between two moments at which the work can be given up


@dataclass(slots=True)
class Looks:
    """How much was looked at closer and how much may be: shared by all that is looked up in one go.

    `cut_short` are the names that were not compared with all that they might be like.
    """

    is_cancelled: Callable[[], bool] | None = None
    most: int = _MOST_LOOKS
    cut_short: int = 0
    _next: float = field(default_factory=time.monotonic)

    def check(self) -> None:
        """Raise Cancelled where the person does not want it any more; cheap enough for every name."""
        if self.is_cancelled is not None and time.monotonic() >= self._next:
            if self.is_cancelled():
                raise Cancelled
            self._next = time.monotonic() + _PAUSE


class Index:
    """Organisations that names are looked up among."""

    def __init__(self, organisations: Iterable[Organisation], looks: Looks) -> None:
        self.entries: list[Entry] = []
        self._looks = looks
        # Most keys are one name's alone: that stands here as a number, which takes a third of the memory of a list.
        self._by_key: dict[str, int | list[int]] = {}
        by_key = self._by_key
        for number, one in enumerate(organisations):
            looks.check()
            entry = Entry(one)
            self.entries.append(entry)
            for key in entry.all_keys():
                there = by_key.setdefault(key, number)
                if there == number:
                    continue
                if isinstance(there, int):
                    by_key[key] = [there, number]
                elif len(there) <= _MOST:  # that there are more is all that has to be known
                    there.append(number)

    def like(self, mine: Entry, before: int | None = None) -> Iterator[tuple[int, Alike]]:
        """Those that are offered as like this one, by their place; `before`: only those before that place."""
        if not self.entries:
            return
        looks = self._looks
        surely, is_whole = self._same(mine)
        near, is_all = self._near(mine)
        if len(near) > looks.most:
            near, is_all = set(), False
        looks.most -= len(near)
        looks.cut_short += not (is_whole and is_all)
        end = len(self.entries) if before is None else before
        for number in sorted(near | surely):
            if number >= end:
                return
            looks.check()
            other = self.entries[number]
            if number in surely or _may_be_like(mine, other):
                found = alike(mine.organisation, other.organisation)
                if found.score >= OFFERED:
                    yield number, found

    def _same(self, mine: Entry) -> tuple[set[int], bool]:
        """Who has the same whole name or identifier, and whether these are all who have."""
        found = [self._with(key) for key in mine.whole]
        return {n for some in found for n in some[:_MOST]}, all(len(some) <= _MOST for some in found)

    def _near(self, mine: Entry) -> tuple[set[int], bool]:
        """Who has a word in common that few have, and whether these are all who may be like it.

        Where there is just one such word, it may be the one that is misspelt.
        """
        with_word = {w: some for w in (*mine.words, *mine.acronyms) if len(some := self._with(w)) <= _RARE}
        found = {n for some in with_word.values() for n in some}
        rare = mine.words & with_word.keys()
        if len(rare) > 1:
            return found, True
        is_all = bool(rare) or not mine.words
        for word in filter(_may_be_misspelt, rare):
            with_stem = self._with(f"{word[:_STEM]}*")
            if len(with_stem) <= _MOST:
                found.update(with_stem)
            else:
                is_all = False
        return found, is_all

    def _with(self, key: str) -> Sequence[int]:
        there = self._by_key.get(key, ())
        return (there,) if isinstance(there, int) else there


class Entry:
    """One organisation as it is looked up. `whole` are its whole name and its identifiers: who has the same is always
    looked at."""

    __slots__ = ("acronyms", "organisation", "places", "whole", "words")

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        plain = organisation.plain
        self.words = frozenset(plain.words)
        short = solid_name(organisation.short_name) if organisation.short_name else ""
        self.acronyms = frozenset((*plain.acronyms, short) if short else plain.acronyms)
        self.places = _places(organisation.city, organisation.country)
        code, vat = organisation.code, plain_vat(organisation.vat)
        said = (f"={plain.key}", f"={plain.solid}", f"#{code}" if code else "", f"#{vat}" if vat else "")
        self.whole = frozenset(said) - {""}

    def all_keys(self) -> Iterator[str]:
        """By what it is found: also its words, the beginnings of long ones, its acronyms."""
        yield from self.whole
        yield from self.words
        yield from {f"{word[:_STEM]}*" for word in self.words if _may_be_misspelt(word)}
        yield from self.acronyms - self.words


def _may_be_misspelt(word: str) -> bool:
    return len(word) > _STEM and not word.isdigit()


@lru_cache(maxsize=8192)
def _places(city: str, country: str) -> frozenset[str]:
    return frozenset(places_of(Organisation("", city=city, country=country)))


def _may_be_like(one: Entry, other: Entry) -> bool:
    """Whether it is worth looking closer; much quicker than looking."""
    here, there = one.words - other.words, other.words - one.words
    if here and there:
        if len(here) == len(there):
            return all(any(misspelt(a, b) for b in there) for a in here)
        # A name and its acronym.
        short, long, word = (one, other, here) if len(one.words) == 1 else (other, one, there)
        return len(short.words) == 1 and word <= long.acronyms
    return (here or there) <= one.acronyms | other.acronyms | (other.places if here else one.places)
