"""Assessments: the scale of each year, each member's part to the cent, and arrears, year by year and in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.assessing import (
    Assessed,
    Key,
    MemberYear,
    ScaleYear,
    assessed,
    member,
    member_years,
    scales,
    unplaced,
)
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import coin
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.assessed import ARREARS, PART, RUNNING, SCALE, SHARE, arrears, decimal
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases.figuring import Group, figure, scope

_DIGITS = 12
_BY_CALL = "where no contribution of a year is marked as assessed, calls in cash that fell due in it count"


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.pledges
    if known is None or not (known.scale or known.assessments):
        return
    for year in scales(known.scale).values():
        yield from _scale(facts, year)
    shared = assessed(known, facts.home_currency, facts.as_of)
    for one in shared:
        yield from _assessment(facts, one)
    members = member_years(known, shared, facts.partners)
    yield from (_arrears(facts, one) for one in members)
    yield from _running(facts, members)


def _scale(facts: Facts, year: ScaleYear) -> Iterator[Figure]:
    ids = tuple(line.id or 0 for line in year.lines)
    by_base = any(line.share is None for line in year.lines)
    basis = [Basis("scale_share", "base", ids=ids)] if by_base else []
    basis += [Basis("scale_share", "share", ids=ids)] if any(line.share is not None for line in year.lines) else []
    whole = year.scale.total
    outcome = Outcome(None, year.scale.reason) if whole is None else Outcome(decimal(whole))
    make = partial(figure, facts, "assessments")
    note = year.scale.reason if whole is not None else None
    yield make(
        SCALE, "scale-sum", outcome, detail=_year(year.year), detail_slug=slug_of(year.year) if year.year else "",
        inputs={"members": len(year.lines)}, basis=basis, note=note,
    )  # fmt: skip
    bases = total([line.base for line in year.lines])
    for line, share in zip(year.lines, year.scale.shares, strict=True):
        field = "base" if line.share is None else "share"
        inputs: dict[str, object] = {"share stated": line.share} if line.share is not None else {}
        inputs |= {"base": line.base, "sum of the bases": bases} if line.share is None else {}
        inputs |= {"exact share": f"{plain(round(decimal(share), _DIGITS)):f}"} if share is not None else {}
        inputs |= {"source": line.source} if line.source else {}
        yield make(
            SHARE, "scale-share", Outcome(None, year.scale.reason) if share is None else Outcome(decimal(share)),
            detail=f"{_name(facts, member(line))}, {_year(year.year)}", detail_slug=_slug(year.year, member(line)),
            inputs=inputs, basis=(Basis("scale_share", field, ids=ids if line.share is None else (line.id or 0,)),),
        )  # fmt: skip


def _assessment(facts: Facts, one: Assessed) -> Iterator[Figure]:
    year, ids = one.assessment.year, (one.assessment.id or 0,)
    asked = Basis("assessment", "total", ids=ids)
    make = partial(figure, facts, "assessments", money=one.unit)
    title = ", ".join(part for part in (_year(year), one.assessment.title) if part)
    slug = slug_of(year) if year else "year"
    slug += f"-{ids[0]}" if one.assessment.title else ""
    yield make(
        SUM, "assessment", added((one.assessment.total,), told("assessment")), label="Assessed in all", detail=title,
        detail_slug=slug, basis=(asked,), note=one.reason,
        inputs={"due": in_words(one.assessment.due) if one.assessment.due else None,
                "cents shared out by the largest remainder": sum(p.coin for p in one.parts)},
    )  # fmt: skip
    for place, line in enumerate(one.lines):
        part = one.parts[place] if one.parts else None
        inputs: dict[str, object] = {"total": one.assessment.total}
        if part:
            inputs["exact part"] = f"{plain(round(decimal(part.exact), _DIGITS)):f}"
            inputs["of the remainder"] = (
                told("one coin, {unit} {unit2}", unit=f"{plain(coin(one.unit)):f}", unit2=one.unit)
                if part.coin
                else "none"
            )
        yield make(
            PART, "assessed", Outcome(part.amount) if part else Outcome(None, one.reason),
            detail=f"{_name(facts, member(line))}, {title}", detail_slug=f"{slug}-{_member(member(line))}",
            inputs=inputs,
            basis=(asked, *_shares(number.id or 0 for number in one.lines)),
        )  # fmt: skip


def _arrears(facts: Facts, one: MemberYear) -> Figure:
    outcome = arrears(one.due, one.received)
    if one.due is None:
        outcome = Outcome(None, told("it has not fallen due by this day"))
    return figure(
        facts, "assessments", ARREARS, "arrears", outcome, money=one.unit,
        detail=f"{_name(facts, one.key)}, {_year(one.year)}", detail_slug=_slug(one.year, one.key),
        inputs={"assessed": one.assessed, "of that due": one.due, "received": one.received}, basis=_basis(facts, [one]),
    )  # fmt: skip


def _running(facts: Facts, members: list[MemberYear]) -> Iterator[Figure]:
    """Each member over all years up to the day, and all members together; year by year in the inputs."""
    by_member: dict[tuple[str, Key], list[MemberYear]] = defaultdict(list)
    for one in members:
        by_member[one.unit, one.key].append(one)
    for (unit, key), its in by_member.items():
        outcome = added((one.arrears for one in its), told("assessment due by this day"))
        yield figure(
            facts, "assessments", RUNNING, "arrears-all", outcome, money=unit, detail=_name(facts, key),
            detail_slug=_member(key), inputs=_by_year(its), basis=_basis(facts, its),
        )  # fmt: skip
    for unit in sorted({m.unit for m in members}):
        its = [m for m in members if m.unit == unit]
        outcome = added((one.arrears for one in its), told("assessment due by this day"))
        more = unplaced(facts.pledges, its, facts.partners) if facts.pledges else []
        others = total([s.received for s in more if s.unit == unit])
        notes = [_BY_CALL] if any(one.dues for one in its) else []
        if others:
            notes.append(
                told(
                    "{others} {unit} were received that no assessment of that year and member asks for",
                    others=f"{plain(others):f}",
                    unit=unit,
                )
            )
        yield figure(
            facts, "assessments", RUNNING, "arrears-all", outcome, money=unit, inputs=_by_year(its),
            basis=_basis(facts, its), note=in_a_row(notes) or None,
        )  # fmt: skip


def _by_year(its: list[MemberYear]) -> dict[str, object]:
    """What is in arrears after each year: the running sum."""
    running = Decimal(0)
    given: dict[str, object] = {}
    for year in sorted({one.year for one in its}):
        added_up = total([one.arrears for one in its if one.year == year])
        running += added_up or Decimal(0)
        given[told("after {year}", year=_year(year))] = "not due yet" if added_up is None else f"{plain(running):f}"
    return given


def _basis(facts: Facts, its: list[MemberYear]) -> tuple[Basis, ...]:
    asked = Basis("assessment", "total", ids=tuple(sorted({n for one in its for n in one.assessments})))
    events = tuple(sorted({n for one in its for n in one.events}))
    whose = {one.key[0] for one in its}
    years = {one.year for one in its}
    who = (("partner_id", next(iter(whose))),) if len(whose) == 1 and None not in whose else ()
    where = (*scope(facts), *who, ("purpose", "assessed"))
    where += (("year", next(iter(years))),) if len(years) == 1 else ()
    marked = any(one.received is not None and not one.dues for one in its)
    there = [asked, Basis("contribution", "received", where=where)] if marked else [asked]
    for due in sorted({day for one in its for day in one.dues}):
        its_calls = (*scope(facts), *who, ("purpose", ""), ("form", "cash"), ("due", due))
        there.append(Basis("contribution", "received", where=its_calls))
    there += _shares(n for one in its for n in one.lines)
    return (*there, Basis("credit_event", "amount", ids=events)) if events else tuple(there)


def _shares(lines: Iterable[int]) -> list[Basis]:
    """The whole scale: a member's part of the last coin depends on everybody's."""
    ids = tuple(sorted(set(lines)))
    return [Basis("scale_share", field, ids=ids) for field in ("share", "base")] if ids else []


def _name(facts: Facts, key: Key) -> str:
    return facts.partner_name(key[0]) if key[0] is not None else key[1] or "member not named"


def _member(key: Key) -> str:
    return f"p{key[0]}" if key[0] is not None else slug_of(key[1] or "nobody")


def _slug(year: str, key: Key) -> str:
    return "-".join(part for part in (slug_of(year) if year else "", _member(key)) if part)


def _year(year: str) -> str:
    return year or "year not named"


GROUP = Group("assessments", 33, _figures)
