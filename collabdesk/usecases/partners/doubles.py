"""Partners that may be one: among those that are there, and between a look's names and those that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from collabdesk.domain.identifiers import plain_vat
from collabdesk.domain.partner_names import DIFFERENT, PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Cancelled
from collabdesk.usecases.partners.likeness import OFFERED, Alike, Organisation, alike, misspelt, places_of
from collabdesk.usecases.partners.names import plain_name
from collabdesk.usecases.workspace import Workspace

_RARE = 60  # a word that more names than this have says too little to compare all of them
_STEM = 4  # letters that a misspelt word is looked up by
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners that are there and may be one; the likelier kept one first. `why` says it in words."""

    kept: Partner
    other: Partner
    score: int
    why: str


class Index:
    """Organisations by the words of their names, so that each is compared only with the few that can be like it."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._entries = [_Entry(one) for one in organisations]
        self._by_key: dict[str, list[int]] = {}
        for number, entry in enumerate(self._entries):
            for key in entry.all_keys():
                self._by_key.setdefault(key, []).append(number)

    def like(self, one: Organisation, before: int | None = None) -> Iterator[tuple[int, Alike]]:
        """Those that are offered as like this one, by their place; `before`: only those before that place."""
        mine = _Entry(one)
        surely = {number for key in mine.whole() for number in self._by_key.get(key, ())}
        near = {number for key in self._worth_asking(mine) for number in self._by_key.get(key, ())}
        for number in sorted(near | surely):
            if before is not None and number >= before:
                return
            other = self._entries[number]
            if number in surely or _may_be_like(mine, other):
                found = alike(one, other.organisation)
                if found.score >= OFFERED:
                    yield number, found

    def _worth_asking(self, mine: _Entry) -> Iterator[str]:
        """The words that few names have. Where there is just one, it may be the one that is misspelt."""
        rare = [w for w in (*mine.words, *mine.acronyms) if len(self._by_key.get(w, ())) <= _RARE]
        yield from rare
        if len(mine.words.intersection(rare)) <= 1:
            stems = (f"{word[:_STEM]}*" for word in mine.words.intersection(rare) if len(word) > _STEM)
            yield from (stem for stem in stems if len(self._by_key.get(stem, ())) <= _RARE)


class _Entry:
    """One organisation as it is looked up."""

    __slots__ = ("acronyms", "organisation", "places", "plain", "words")

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.plain = organisation.plain
        self.words = frozenset(self.plain.words)
        short = plain_name(organisation.short_name).solid if organisation.short_name else ""
        self.acronyms = frozenset((*self.plain.acronyms, short)) - {""}
        self.places = frozenset(places_of(organisation))

    def whole(self) -> Iterator[str]:
        """Its whole name and its identifiers: who has the same is always looked at."""
        yield f"={self.plain.key}"
        yield f"={self.plain.solid}"
        if self.organisation.code:
            yield f"#{self.organisation.code}"
        if vat := plain_vat(self.organisation.vat):
            yield f"#{vat}"

    def all_keys(self) -> Iterator[str]:
        """By what it is found: also its words, the beginnings of long ones, its acronyms."""
        yield from self.whole()
        yield from self.words
        yield from {f"{word[:_STEM]}*" for word in self.words if len(word) > _STEM}
        yield from self.acronyms - self.words


def _may_be_like(one: _Entry, other: _Entry) -> bool:
    """Whether it is worth looking closer; much quicker than looking."""
    here, there = one.words - other.words, other.words - one.words
    if here and there:
        if len(here) == len(there):
            return all(any(misspelt(a, b) for b in there) for a in here)
        # A name and its acronym.
        short, long, word = (one, other, here) if len(one.words) == 1 else (other, one, there)
        return len(short.words) == 1 and word <= long.acronyms
    return (here or there) <= one.acronyms | other.acronyms | (other.places if here else one.places)


def organisation_of(partner: Partner) -> Organisation:
    """A partner as names are compared."""
    return Organisation(partner.name, partner.code, partner.short_name, partner.vat, partner.country, partner.city)


def possible_doubles(workspace: Workspace, *, is_cancelled: Callable[[], bool] | None = None) -> list[Pair]:
    """Pairs of partners that may be one, the likeliest first, without those that a person has told apart."""
    partners = cast("list[Partner]", workspace.find("partner"))
    organisations = [organisation_of(p) for p in partners]
    index = Index(organisations)
    apart = told_apart(workspace)
    uses = participations(workspace)
    pairs = []
    for number, one in enumerate(organisations):
        if is_cancelled is not None and number % _AT_ONCE == 0 and is_cancelled():
            raise Cancelled
        for place, found in index.like(one, before=number):
            a, b = partners[place], partners[number]
            if not apart.are(a, b):
                kept, other = sorted((a, b), key=lambda p: (-bool(p.code), -uses[p.id or 0], p.id or 0))
                pairs.append(Pair(kept, other, found.score, found.why))
    return sorted(pairs, key=lambda p: (-p.score, p.kept.name.casefold(), p.kept.id or 0, p.other.id or 0))


def participations(workspace: Workspace) -> Counter[int]:
    """In how many participations each partner is."""
    found = workspace.sums("participation", (), by=("partner_id",))
    return Counter({s.key[0]: s.records for s in found if s.key[0] is not None})


@dataclass(frozen=True, slots=True)
class Apart:
    """Names and identifiers of which a person said that they are not a partner's."""

    known: frozenset[tuple[int, str, str]]

    def is_not(self, partner_id: int, name: str, code: str) -> bool:
        """Whether a name with its identifier was said not to be this partner's."""
        return (partner_id, name, code) in self.known

    def are(self, one: Partner, other: Partner) -> bool:
        """Whether two partners that are there were told apart."""
        return self.is_not(one.id or 0, other.name, other.code) or self.is_not(other.id or 0, one.name, one.code)


def told_apart(workspace: Workspace) -> Apart:
    """What persons have said so far."""
    said = cast("list[PartnerName]", workspace.find("partner_name", verdict=DIFFERENT))
    return Apart(frozenset((n.partner_id or 0, n.name, n.code) for n in said))
