"""The contribution statement: what a partner pledged, what was called, what came or was credited, and what is late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.contributions import Contribution, form_of
from collabdesk.domain.credit_events import CreditEvent
from collabdesk.domain.crediting import unit_of
from collabdesk.domain.dates import in_words, latest
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.statements import Cell, Line, Statement
from collabdesk.domain.told import in_a_row, told, words
from collabdesk.measures.delivery import SHORTFALL, shortfall
from collabdesk.measures.totals import SUM
from collabdesk.usecases.statements.asking import Asked, Kind, partners_of
from collabdesk.usecases.statements.cells import cell

_COLUMNS = (told("Pledged"), told("Called"), told("Received or credited"), told("In arrears"))
_FORMS = {"cash": told("in cash"), "in_kind": told("in kind")}


@dataclass(frozen=True, slots=True)
class _Part:
    """One contribution: its own record, whether what it received came by the day, what is counted as received and as
    missing by then, and the events that credited it.
    """

    record: Contribution
    came: bool
    received: Decimal | None
    missing: Decimal | None
    events: tuple[int, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return (self.record.id or 0,)


def _why_not(facts: Facts) -> str:
    promised = any((c.pledged, c.called, c.received) != (None, None, None) for c in facts.contributions)
    return "" if promised else "no partner's contribution is recorded as pledged, called or received"


def _make(asked: Asked) -> Statement:
    parts = list(_parts(asked))
    partners = partners_of(asked.workspace, asked.project_id)
    named = {p.id: p.short_name or p.name for p in partners}
    if asked.partner is not None:
        lines = list(_of_partner(asked, parts))
    else:
        lines = list(_of_all(asked, parts, named))
    events = [e for e in _events(asked) if asked.partner is None or e.partner_id == asked.partner.id]
    lines += _event_lines(asked, events)
    facts = [
        (told("Project"), " · ".join(p for p in (asked.project.code, asked.project.title) if p)),
        (told("Partner"), asked.partner_name),
    ]
    return STATEMENT.statement(
        asked,
        facts=facts,
        first=told("Contribution") if asked.partner else told("Partner"),
        columns=_COLUMNS,
        lines=lines,
        notes=(
            told("Received or credited is the larger of what is recorded as received and what credit events credit."),
            told("In arrears is what was pledged (or called, where nothing is pledged), fell due and has not come."),
        ),
    )


def _parts(asked: Asked) -> Iterator[_Part]:
    credited = {c.contribution_id: c for c in asked.facts.credits}
    for record in cast("list[Contribution]", asked.workspace.find("contribution", project_id=asked.project_id)):
        if (record.pledged, record.called, record.received) == (None, None, None) and record.id not in credited:
            continue
        came = not record.received_on or latest(record.received_on) <= asked.as_of
        found = credited.get(record.id or 0)
        received = total([record.received if came else None, found.more if found and found.more else None])
        owed = record.called if record.pledged is None else record.pledged
        is_due = record.due is not None and latest(record.due) < asked.as_of
        missing = shortfall(owed, received) if is_due and owed is not None else None
        yield _Part(record, came, received, missing, found.events if found else ())


def _of_partner(asked: Asked, parts: Iterable[_Part]) -> Iterator[Line]:
    assert asked.partner is not None
    own = [p for p in parts if p.record.partner_id == asked.partner.id]
    for unit in _units(own):
        its = [p for p in own if unit_of(p.record) == unit]
        yield Line(told("In {currency}", currency=unit))
        for part in its:
            title = _title(part.record)
            yield Line(title, _cells(asked, [part], unit, f"c{part.record.id}", title), level=1)
        yield _total(asked, its, unit)


def _of_all(asked: Asked, parts: list[_Part], named: dict[int | None, str]) -> Iterator[Line]:
    for unit in _units(parts):
        its = [p for p in parts if unit_of(p.record) == unit]
        yield Line(told("In {currency}", currency=unit))
        ids = sorted({p.record.partner_id for p in its}, key=lambda i: named.get(i, "~").casefold())
        for number in ids:
            name = named.get(number, told("partner not named"))
            own = [p for p in its if p.record.partner_id == number]
            slug = f"partner{number or 0}-{unit.lower()}"
            yield Line(name, _cells(asked, own, unit, slug, name), level=1)
        yield _total(asked, its, unit)


def _total(asked: Asked, parts: list[_Part], unit: str) -> Line:
    cells = _cells(asked, parts, unit, f"total-{unit.lower()}", told("in {currency}", currency=unit))
    return Line(told("Total in {currency}", currency=unit), cells, is_total=True)


def _units(parts: Iterable[_Part]) -> list[str]:
    return sorted({unit_of(p.record) for p in parts})


def _title(record: Contribution) -> str:
    form = _FORMS.get(form_of(record.form), record.form)
    due = told("due {day}", day=in_words(record.due)) if record.due else told("no day is agreed")
    assessed = told("assessed for {year}", year=record.year or told("no year"))
    kind = {"assessed": assessed, "match": told("match")}.get(record.purpose, "")
    return in_a_row((part for part in (record.title or told("Contribution"), form, kind, due) if part), ", ")


def _cells(asked: Asked, parts: list[_Part], unit: str, slug: str, detail: str) -> tuple[Cell, ...]:
    """Pledged, called, received or credited, in arrears; blank where nothing of the kind is recorded."""
    ids = tuple(i for p in parts for i in p.ids)
    events = tuple(sorted({e for p in parts for e in p.events}))
    known = tuple(i for p in parts if p.came and p.record.received is not None for i in p.ids)
    came: tuple[Basis, ...] = (Basis("contribution", "received", ids=known),) if known else ()
    came += (Basis("credit_event", "amount", ids=events),) if events else ()
    owed = (Basis("contribution", "pledged", ids=ids), Basis("contribution", "called", ids=ids))
    columns = (
        ("pledged", total([p.record.pledged for p in parts]), owed[:1], SUM),
        ("called", total([p.record.called for p in parts]), owed[1:], SUM),
        ("received", total([p.received for p in parts]), came, SUM),
        ("arrears", total([p.missing for p in parts]), (*owed, *came), SHORTFALL),
    )

    def figure(name: str, value: Decimal, basis: tuple[Basis, ...], title: str) -> Figure:
        rule = next(rule for key, _, _, rule in columns if key == name)
        return cell(
            asked, STATEMENT.key, rule, f"{slug}-{name}", Outcome(value), label=title, money=unit, detail=detail,
            basis=basis, inputs={"contributions": len(parts), "as of": asked.as_of.isoformat()},
        )  # fmt: skip

    titled = zip(columns, _COLUMNS, strict=True)
    return tuple("" if v is None else figure(name, v, basis, title) for (name, v, basis, _), title in titled)


def _events(asked: Asked) -> list[CreditEvent]:
    found = cast("list[CreditEvent]", asked.workspace.find("credit_event", project_id=asked.project_id))
    return sorted(found, key=lambda e: (e.due or "9", e.code, e.id or 0))


def _event_lines(asked: Asked, events: list[CreditEvent]) -> Iterator[Line]:
    """Each credit event: agreed under Pledged, credited under Received once it is; with its status and milestone."""
    if not events:
        return
    yield Line(told("Credit events"))
    for event in events:
        is_credited = event.status == "credited" and (not event.credited_on or latest(event.credited_on) <= asked.as_of)
        name = " ".join(part for part in (event.code, event.title) if part) or told("event {number}", number=event.id)
        more = [
            event.milestone_code and told("milestone {code}", code=event.milestone_code),
            _event_status(event, is_credited=is_credited),
        ]
        label = in_a_row((part for part in (name, *more) if part), ", ")
        amount = _event_amount(asked, event, label) if event.amount is not None else ""
        yield Line(label, (amount, "", amount if is_credited else "", ""), level=1)


def _event_status(event: CreditEvent, *, is_credited: bool) -> str:
    if is_credited:
        return told("credited {day}", day=in_words(event.credited_on)) if event.credited_on else told("credited")
    due = told("due {day}", day=in_words(event.due)) if event.due else ""
    status = words(event.status) if event.status != "credited" else told("claimed")
    return in_a_row((part for part in (status, due) if part), ", ")


def _event_amount(asked: Asked, event: CreditEvent, label: str) -> Figure:
    return cell(
        asked, STATEMENT.key, SUM, f"event{event.id}", Outcome(event.amount), label=told("Credit event"),
        money=unit_of(event), detail=label, basis=(Basis("credit_event", "amount", ids=(event.id or 0,)),),
        inputs={"status": event.status, "milestone": event.milestone_code or told("none")},
    )  # fmt: skip


STATEMENT = Kind("contribution", told("Contribution statement"), 30, _make, _why_not, frozenset({"partner"}))
