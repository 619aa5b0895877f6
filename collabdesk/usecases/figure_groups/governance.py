"""Governance and rights: reviews due, decisions and vetoes, results and their use, datasets and transfers, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from collabdesk.auditing import agreement_clauses, agreement_votes
from collabdesk.auditing.agreement_facts import AgreementFacts, name_of
from collabdesk.auditing.agreement_remarks import Remark, all_remarks
from collabdesk.auditing.agreement_transfers import OPEN
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.assets import FORMS
from collabdesk.domain.decisions import Decision
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures.totals import COUNT, counted
from collabdesk.measures.voting import MAJORITY, QUORUM
from collabdesk.usecases.figuring import Group, figure

_FORM_LABELS = {
    "background": told("Background recorded"),
    "result": told("Results recorded"),
    "publication": told("Publications recorded"),
}


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.agreement
    if known is None:
        return
    every = list(all_remarks(known, facts.as_of))
    yield from _of_clauses(facts, known)
    yield from _of_decisions(facts, known)
    yield from _of_assets(facts, known, every)
    yield from _of_data(facts, known, every)


def _of_clauses(facts: Facts, known: AgreementFacts) -> Iterator[Figure]:
    if not known.clauses:
        return
    make = _counting(facts)
    due = [c for c in known.clauses if agreement_clauses.is_due(c, facts.as_of)]
    yield make("clauses", told("Clauses recorded"), "clause", known.clauses)
    yield make("clauses-due", told("Clauses whose review is due"), "clause", due, "review_on")


def _of_decisions(facts: Facts, known: AgreementFacts) -> Iterator[Figure]:
    if not known.decisions:
        return
    make, decisions = _counting(facts), known.decisions
    yield make("decisions", told("Decisions recorded"), "decision", decisions)
    for status, label in (
        ("proposed", told("Decisions not taken yet")),
        ("vetoed", told("Decisions vetoed and not resolved")),
    ):
        yield make(f"decisions-{status}", label, "decision", [d for d in decisions if d.status == status], "status")
    open_now = [d for d in decisions if _may_be_vetoed(d, known, facts.as_of)]
    yield make("decisions-veto-open", told("Decisions that may still be vetoed"), "decision", open_now, "minutes_on")
    for d in decisions:
        yield from _of_one(facts, d, known)


def _may_be_vetoed(d: Decision, known: AgreementFacts, as_of: date) -> bool:
    return d.status == "adopted" and agreement_votes.window(d, known.terms).is_open(as_of)


def _of_one(facts: Facts, d: Decision, known: AgreementFacts) -> Iterator[Figure]:
    """The shares of one decision, where any of its votes is recorded."""
    its = agreement_votes.standing(d, known.terms)
    detail = " ".join(part for part in (d.code, d.title) if part)
    slug = slug_of(name_of(d))
    stated = {term.name: term.words for term in known.terms.known}
    needed = {name: stated.get(name, "not recorded") for name in ("quorum", "majority")}
    make = partial(figure, facts, "governance", detail=detail, detail_slug=slug)
    if d.present is not None:
        yield make(
            QUORUM,
            "quorum",
            its.quorum,
            inputs={"votes present": d.present, "votes entitled": d.entitled, "quorum": needed["quorum"]},
            basis=_basis("decision", (d,), "present") + _basis("decision", (d,), "entitled"),
        )
    if d.in_favour is not None or d.against is not None:
        yield make(
            MAJORITY,
            "majority",
            its.majority,
            inputs={"votes in favour": d.in_favour, "votes against": d.against, "majority": needed["majority"]},
            basis=_basis("decision", (d,), "in_favour") + _basis("decision", (d,), "against"),
        )


def _of_assets(facts: Facts, known: AgreementFacts, every: list[Remark]) -> Iterator[Figure]:
    if not known.assets:
        return
    make = _counting(facts)
    for form in FORMS:
        yield make(f"assets-{form}", _FORM_LABELS[form], "asset", [a for a in known.assets if a.form == form])
    unused = _met(known.assets, every, "result_unexploited")
    yield make(
        "results-unused", told("Results without a recorded use after their time"), "asset", unused, "produced_on"
    )
    held = _met(known.assets, every, "publication_embargo")
    yield make("publications-embargo", told("Publications with an embargo"), "asset", held, "embargo_days")


def _of_data(facts: Facts, known: AgreementFacts, every: list[Remark]) -> Iterator[Figure]:
    make = _counting(facts)
    if known.datasets:
        yield make("datasets", told("Datasets recorded"), "dataset", known.datasets)
        over = [d for d in known.datasets if any(_is_over(r, d.id) for r in every)]
        yield make("datasets-expired", told("Datasets whose use or approval expired"), "dataset", over)
    if known.transfers:
        going = [t for t in known.transfers if t.status in OPEN]
        yield make("transfers", told("Transfers recorded"), "transfer", known.transfers)
        yield make("transfers-open", told("Transfers not done yet"), "transfer", going, "status")
        expired = _met(known.transfers, every, "transfer_expired")
        yield make("transfers-expired", told("Transfers whose approval expired"), "transfer", expired, "expires")
        outside = _met(known.transfers, every, "transfer_outside")
        label = told("Transfers to a country that is not on the list")
        yield make("transfers-outside", label, "transfer", outside, "to_country")


def _is_over(r: Remark, number: int | None) -> bool:
    return (r.check, r.id, r.state) == ("dataset_expired", number, "expired")


def _met(records: Iterable[Any], every: Iterable[Remark], check: str) -> list[Any]:
    """The records that this check remarks on."""
    ids = {r.id for r in every if r.check == check}
    return [record for record in records if record.id in ids]


def _counting(facts: Facts) -> Any:
    def make(slug: str, label: str, noun: str, records: Iterable[Any], field: str = "") -> Figure:
        chosen = tuple(records)
        basis = _basis(noun, chosen, field) if field else _named(noun, chosen)
        return figure(facts, "governance", COUNT, slug, counted(len(chosen)), label=label, basis=basis)

    return make


def _named(noun: str, records: tuple[Any, ...]) -> tuple[Basis, ...]:
    """Each by the first cell that names it: its code or its title."""
    coded = tuple(r for r in records if r.code)
    return _basis(noun, coded, "code") + _basis(noun, tuple(r for r in records if not r.code), "title")


def _basis(noun: str, records: Iterable[Any], field: str) -> tuple[Basis, ...]:
    ids = tuple(r.id or 0 for r in records if getattr(r, field) not in (None, ""))
    return (Basis(noun, field, ids=ids),) if ids else ()


GROUP = Group("governance", 62, _figures)
