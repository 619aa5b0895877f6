"""Background, results and publications: owners, access, use, embargoes, and what a public deliverable is linked to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_remarks import Remark, remark
from collabdesk.auditing.agreement_terms import Terms
from collabdesk.auditing.wording import day, days, listed, named
from collabdesk.domain.assets import Asset
from collabdesk.domain.dates import latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.spans import months_later
from collabdesk.domain.told import counted_words, told

_PUBLIC = frozenset({"pu", "public"})
_FREE = frozenset({"", "none", "no", "open", "public", "-", "\u2013"})


def is_unused(asset: Asset) -> bool:
    """A result of which no use is recorded."""
    return asset.form == "result" and not asset.exploitation.strip()


def is_restricted(words: str) -> bool:
    """Whether a restriction is recorded."""
    return words.strip().casefold() not in _FREE


def use_due(asset: Asset, terms: Terms) -> date | None:
    """The day by which a result is to be used; None where the day it came about or the span is not stated."""
    term = terms.get("exploitation_months")
    if term is None or asset.form != "result" or not asset.produced_on:
        return None
    return months_later(latest(asset.produced_on), int(term.value))


def remarks(facts: AgreementFacts, as_of: date) -> Iterator[Remark]:
    """Remarks on each asset, then on public deliverables."""
    for asset in facts.assets:
        if asset.form == "publication":
            yield from _of_publication(asset, facts.terms)
        else:
            yield from _of_rights(asset, facts.terms, as_of)
    for deliverable in facts.deliverables:
        yield from _of_public(deliverable, facts)


def _of_rights(asset: Asset, terms: Terms, as_of: date) -> Iterator[Remark]:
    wanted = ((asset.owners or asset.partner_id, told("the owner")), (asset.access, told("the terms of access")))
    missing = [word for there, word in wanted if not there]
    if missing:
        text = told("Not recorded: {missing}.", missing=listed(missing, ", "))
        yield remark("rights_unrecorded", "asset", asset, "not_recorded", text, *missing)
    due = use_due(asset, terms)
    term = terms.get("exploitation_months")
    if is_unused(asset) and due and term and due < as_of:
        months = counted_words(int(term.value), "{n} month", "{n} months")
        text = told("It is of {day}; {months} later, on {due}, no use of it was recorded.",
                    day=day(asset.produced_on or ""), months=months, due=day(due.isoformat()))  # fmt: skip
        yield remark("result_unexploited", "asset", asset, "open", text, asset.produced_on, term.text)
    if asset.exclusive_until and latest(asset.exclusive_until) < as_of:
        text = told("Its exclusive use ended on {day}.", day=day(asset.exclusive_until))
        yield remark("exclusive_ended", "asset", asset, "expired", text, asset.exclusive_until)


def _of_publication(asset: Asset, terms: Terms) -> Iterator[Remark]:
    term = terms.get("embargo_days")
    if asset.embargo_days is not None and term is not None and asset.embargo_days > int(term.value):
        text = told("Open access came, or comes, {embargo} after publication; the rules allow {days}.",
                    embargo=days(int(asset.embargo_days)), days=days(int(term.value)))  # fmt: skip
        yield remark("publication_embargo", "asset", asset, "contradicts", text, asset.embargo_days, term.text)
    wanted = ((asset.embargo_days is not None, told("the days until open access")),
              (asset.licence, told("the licence")), (asset.repository, told("the repository")))  # fmt: skip
    missing = [word for there, word in wanted if not there]
    if missing:
        text = told("Not recorded: {missing}.", missing=listed(missing, ", "))
        yield remark("publication_unrecorded", "asset", asset, "not_recorded", text, *missing)


def _of_public(deliverable: Deliverable, facts: AgreementFacts) -> Iterator[Remark]:
    level = (deliverable.dissemination or deliverable.level).strip().casefold()
    code = deliverable.code.strip().casefold()
    if not code or level.partition(" ")[0] not in _PUBLIC:
        return
    held = [a for a in facts.assets if a.deliverable.strip().casefold() == code and is_restricted(a.restriction)]
    shut = [d for d in facts.datasets if d.deliverable.strip().casefold() == code and is_restricted(d.access)]
    if held or shut:
        words = [(named(a.code, a.title), a.restriction) for a in held]
        words += [(named(d.code, d.title), d.access) for d in shut]
        names = [told("{name} (“{restriction}”)", name=name, restriction=said) for name, said in words]
        text = told("It is public, but linked to what is recorded as not open: {names}.", names=listed(names))
        yield remark("public_restricted", "deliverable", deliverable, "contradicts", text, *names)
