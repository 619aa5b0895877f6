"""Gather what a project's contributions are beyond sums: credit events, scales and assessments, match, agreed rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.facts import total
from collabdesk.auditing.pledge_facts import Credited, MatchTerms, PledgeFacts, PurposeSum
from collabdesk.domain.assessments import Assessment
from collabdesk.domain.contributions import form_of
from collabdesk.domain.conversions import NoRate, Rate
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.domain.told import told
from collabdesk.usecases.gathering.crediting import credited_events
from collabdesk.usecases.known_by import Where, later
from collabdesk.usecases.workspace import Workspace

_FIELDS = ("pledged", "called", "received", "own", "private")
_BY = ("partner_id", "purpose", "year", "currency", "unit_of_account", "due", "form")


def gathered(ws: Workspace, project: Project, as_of: date, credited: tuple[Credited, ...]) -> PledgeFacts:
    """The facts of one project as known by the day; `credited` are those of its contributions with credited events."""
    where: Where = {"project_id": project.id}
    events = tuple(cast("list[CreditEvent]", ws.find("credit_event", **where)))
    placed = {number for c in credited for number in c.events}
    unplaced = tuple(e for e in credited_events(ws, where, as_of) if e.id not in placed) if events else ()
    assessments = tuple(cast("list[Assessment]", ws.find("assessment", **where)))
    call_years = _call_years(ws, where, assessments)
    sums = _sums(ws, where, as_of, credited, call_years)
    return PledgeFacts(
        events=events,
        unplaced=unplaced,
        assessments=assessments,
        call_years=call_years,
        scale=tuple(cast("list[ScaleShare]", ws.find("scale_share", **where))),
        sums=sums,
        rates=agreed_rates(ws, project, {s.unit for s in sums}, as_of),
        match=_match_terms(ws, project, as_of),
    )


def _call_years(ws: Workspace, where: Where, assessments: Iterable[Assessment]) -> frozenset[str]:
    """The years that something is assessed for but that no contribution is marked with."""
    years = {one.year for one in assessments if one.year}
    if years:
        for s in ws.sums("contribution", (), by=("year", "due"), where={**where, "purpose": "assessed"}):
            years.discard(s.key[0] or (s.key[1] or "")[:4])
    return frozenset(years)


def _sums(
    ws: Workspace, where: Where, as_of: date, credited: Iterable[Credited], call_years: frozenset[str]
) -> tuple[PurposeSum, ...]:
    dues: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    parts: dict[tuple[Any, ...], list[Mapping[str, Decimal | None]]] = defaultdict(list)
    events: dict[tuple[Any, ...], tuple[int, ...]] = defaultdict(tuple)
    unknown = {}
    for condition in later(ws, "contribution", where, as_of):
        unknown.update({s.key: s for s in ws.sums("contribution", ("received",), by=_BY, where=condition)})
    for s in ws.sums("contribution", _FIELDS, by=_BY, where=where):
        totals = dict(s.totals)
        taken = unknown.get(s.key)
        if taken is not None and taken.counts["received"]:
            is_all = taken.counts["received"] == s.counts["received"]
            totals["received"] = (
                None if is_all else (totals["received"] or Decimal(0)) - (taken.totals["received"] or 0)
            )
        due = s.key[-2]
        is_call = _is_call(s, call_years)
        its = _key(*s.key[:-1], is_call=is_call)
        dues[its].update([due] if is_call else [])
        parts[its].append(totals)
    for c in credited:
        unit = ("", c.unit) if c.has_account else ("" if c.unit == NO_CURRENCY else c.unit, "")
        key = _key(c.partner_id, c.purpose, c.year, *unit, c.due)
        events[key] += c.events
        if c.more:
            parts[key].append({"received": c.more})
    return tuple(
        PurposeSum(
            partner_id=key[0],
            purpose=key[1],
            year=key[2],
            unit=key[3],
            has_account=key[4],
            dues=tuple(sorted(dues[key])),
            events=events[key],
            **{name: total([part.get(name) for part in some]) for name in _FIELDS},
        )
        for key, some in parts.items()
    )


def _is_call(s: Any, call_years: frozenset[str]) -> bool:
    """A call in cash, for nothing else, that fell due in a year whose assessed contributions are not marked."""
    _, purpose, _, _, _, due, form = s.key
    is_asked = s.totals["called"] is not None and not purpose and form_of(form or "") == "cash"
    return bool(is_asked and due and due[:4] in call_years)


def _key(
    partner: int | None, purpose: str, year: str, currency: str, account: str, due: str | None, *, is_call: bool = False
) -> tuple[Any, ...]:
    purpose = "assessed" if is_call else purpose
    # An assessed contribution is for the year in which it fell due, where it names none.
    year = due[:4] if due and (is_call or (purpose == "assessed" and not year)) else year
    return partner, purpose or "", year or "", account or currency or NO_CURRENCY, bool(account)


def agreed_rates(ws: Workspace, project: Project, units: Iterable[str], as_of: date) -> dict[str, Rate | NoRate]:
    """What converts each unit into the project's currency on the day: an agreed rate before any other."""
    foreign = sorted(set(units) - {project.currency})
    if not foreign:
        return {}
    if not project.currency:
        return dict.fromkeys(foreign, NoRate(told("the project's own currency is not recorded")))
    from collabdesk.usecases.rates import Rates

    rates = Rates.of(ws, project.id)
    return {
        unit: NoRate(told("the source states no currency"))
        if unit == NO_CURRENCY
        else rates.rate(unit, project.currency, as_of.isoformat(), "day")
        for unit in foreign
    }


def _match_terms(ws: Workspace, project: Project, as_of: date) -> MatchTerms:
    if project.match_ratio is not None:
        return MatchTerms(ratio=project.match_ratio, source=told("the project's own match ratio"))
    from collabdesk.usecases.rules import chosen

    try:
        pack = chosen(ws, project, as_of).pack
    except Refused as refused:
        return MatchTerms(ratio=None, note=refused.sentence)
    value = pack.get("match_ratio")
    if value is None or not isinstance(value.value, Decimal):
        return MatchTerms(ratio=None, rule_pack=pack.name)
    note = None if value.confirmed else told("{name} is unconfirmed in the rule pack", name="match_ratio")
    return MatchTerms(ratio=value.value, source=value.source, rule_pack=pack.name, note=note)
