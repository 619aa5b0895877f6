"""Assessments shared out by the scale of their year, member by member, with what came of each part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collabdesk.auditing.facts import PartnerName, total
from collabdesk.auditing.pledge_facts import PledgeFacts, PurposeSum
from collabdesk.domain.assessments import Assessment
from collabdesk.domain.dates import latest
from collabdesk.domain.money import NO_CURRENCY, STEP, coin
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.domain.told import told
from collabdesk.measures.assessed import Member, Part, Scale, parts, scale_of

Key = tuple[int | None, str]
"""A member: a partner, or, where the scale names countries only, (None, country)."""


@dataclass(frozen=True, slots=True)
class ScaleYear:
    """The scale of one year: its lines in their order, with their shares."""

    year: str
    lines: tuple[ScaleShare, ...]
    scale: Scale


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment and each line's part of it; `reason` says why there are none. `lines` are the scale's."""

    assessment: Assessment
    unit: str
    lines: tuple[ScaleShare, ...]
    parts: tuple[Part, ...]
    reason: str | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class MemberYear:
    """What one member was assessed for in a year and currency, what of that fell due, and what came.

    `assessments` and `lines` are the ids of what the part follows from; `dues` see PurposeSum.
    """

    key: Key
    year: str
    unit: str
    assessed: Decimal | None
    due: Decimal | None
    received: Decimal | None
    assessments: tuple[int, ...]
    lines: tuple[int, ...]
    events: tuple[int, ...] = ()
    dues: tuple[str, ...] = ()

    @property
    def arrears(self) -> Decimal | None:
        """Assessed and due less received; None while nothing has fallen due."""
        return None if self.due is None else self.due - (self.received or Decimal(0))


def member(line: ScaleShare) -> Key:
    """Whom a line of the scale is of."""
    return (line.partner_id, "") if line.partner_id is not None else (None, line.country)


def scales(lines: Iterable[ScaleShare]) -> dict[str, ScaleYear]:
    """The scales by their year, each member once in the order of the records."""
    by_year: dict[str, list[ScaleShare]] = defaultdict(list)
    for line in lines:
        by_year[line.year].append(line)
    return {
        year: ScaleYear(year, tuple(its), scale_of([Member(one.share, one.base, one.currency) for one in its]))
        for year, its in sorted(by_year.items())
    }


def assessed(known: PledgeFacts, home: str, as_of: date) -> list[Assessed]:
    """Every assessment shared out by its year's scale. One without a currency is in the project's own."""
    there = scales(known.scale)
    found = []
    for one in sorted(known.assessments, key=lambda a: (a.year, a.id or 0)):
        year = there.get(one.year)
        scale = year.scale if year else scale_of([])
        reason = (
            scale.reason
            if year
            else told("no scale is recorded for {year}", year=one.year or "a year that is not named")
        )
        if one.total is None:
            reason = "the assessment states no total"
        unit = one.currency or home or NO_CURRENCY
        shared = [] if reason else parts(one.total or Decimal(0), scale, _coin(one.total or Decimal(0), unit))
        lines = year.lines if year else ()
        found.append(Assessed(one, unit, lines, tuple(shared), reason, _is_due(one, as_of)))
    return found


def _coin(amount: Decimal, unit: str) -> Decimal:
    """The currency's smallest coin; where the total itself is stated more finely, the ledger's own step."""
    smallest = coin(unit)
    return smallest if amount % smallest == 0 else STEP


def _is_due(one: Assessment, as_of: date) -> bool:
    """From the day after its due day; without one, from the beginning of its year."""
    if one.due:
        return latest(one.due) < as_of
    return not one.year[:4].isdigit() or int(one.year[:4]) <= as_of.year


def member_years(
    known: PledgeFacts, shared: Iterable[Assessed], partners: Mapping[int, PartnerName]
) -> list[MemberYear]:
    """Each member's years in order, with what was received for that year in the same currency."""
    amounts: dict[tuple[str, str, Key], list[tuple[Assessed, ScaleShare, Part]]] = defaultdict(list)
    for one in shared:
        for line, part in zip(one.lines, one.parts, strict=False):
            amounts[one.assessment.year, one.unit, member(line)].append((one, line, part))
    came = _receipts(known, amounts, partners)
    return [
        MemberYear(
            key=key,
            year=year,
            unit=unit,
            assessed=total([part.amount for *_, part in its]),
            due=total([part.amount for one, _, part in its if one.is_due]),
            received=total([s.received for s in came.get((year, unit, key), ())]),
            assessments=tuple(dict.fromkeys(one.assessment.id or 0 for one, *_ in its)),
            lines=tuple(dict.fromkeys(line.id or 0 for one, *_ in its for line in one.lines)),
            events=tuple(n for s in came.get((year, unit, key), ()) for n in s.events),
            dues=tuple(d for s in came.get((year, unit, key), ()) for d in s.dues),
        )
        for (year, unit, key), its in sorted(amounts.items(), key=lambda pair: (pair[0][0], pair[0][1]))
    ]


def _receipts(
    known: PledgeFacts, members: Iterable[tuple[str, str, Key]], partners: Mapping[int, PartnerName]
) -> dict[tuple[str, str, Key], list[PurposeSum]]:
    there = set(members)
    found: dict[tuple[str, str, Key], list[PurposeSum]] = defaultdict(list)
    for s in known.sums:
        if s.purpose != "assessed" or s.received is None:
            continue
        partner = partners.get(s.partner_id or 0)
        for key in ((s.partner_id, ""), (None, partner.country if partner else "")):
            if (s.year, s.unit, key) in there:
                found[s.year, s.unit, key].append(s)
                break
    return found


def unplaced(
    known: PledgeFacts, members: Iterable[MemberYear], partners: Mapping[int, PartnerName]
) -> list[PurposeSum]:
    """Assessed contributions received of a partner, year or currency that no assessment asks for."""
    placed = _receipts(known, {(m.year, m.unit, m.key) for m in members}, partners)
    known_ones = {id(s) for some in placed.values() for s in some}
    return [s for s in known.sums if s.purpose == "assessed" and s.received and id(s) not in known_ones]
