"""Partners that may be one: among those that are there, and between a look's names and those that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from collabdesk.domain.partner_names import DIFFERENT, PartnerName
from collabdesk.domain.partners import Partner
from collabdesk.usecases.partners.index import Index, Looks
from collabdesk.usecases.partners.likeness import Organisation
from collabdesk.usecases.uncollected import uncollected
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners that are there and may be one; the likelier kept one first. `why` says it in words."""

    kept: Partner
    other: Partner
    score: int
    why: str


def organisation_of(partner: Partner) -> Organisation:
    """A partner as names are compared."""
    return Organisation(partner.name, partner.code, partner.short_name, partner.vat, partner.country, partner.city)


@uncollected()
def possible_doubles(workspace: Workspace, *, is_cancelled: Callable[[], bool] | None = None) -> list[Pair]:
    """Pairs of partners that may be one, the likeliest first, without those that a person has told apart."""
    looks = Looks(is_cancelled)
    with workspace.watched(looks.check):
        partners = cast("list[Partner]", workspace.find("partner"))
    index = Index(map(organisation_of, partners), looks)
    apart = told_apart(workspace)
    uses = participations(workspace)
    pairs = []
    for number, one in enumerate(index.entries):
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
