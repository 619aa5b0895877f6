"""Decisions of the bodies: the terms of voting, each decision with its votes and its veto, and what contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from collabdesk.domain.decisions import Decision
from collabdesk.domain.figures import Figure
from collabdesk.reporting.agreement_words import NONE, counts, figures_of, notes, state_words
from collabdesk.reporting.content import Block, Cite, Column, Pairs, Subheading, Table, Text, say
from collabdesk.reporting.inputs.agreement import Agreement, VetoLine
from collabdesk.reporting.language import said, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import NOT_AVAILABLE, day, quantity, read_off, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    agreement = data.agreement
    if agreement is None or not (agreement.decisions or agreement.terms):
        return
    yield from counts("Decisions as a whole", figures_of(data, "decisions"))
    yield from _terms(agreement)
    if agreement.decisions:
        yield _decisions(agreement)
        yield from _votes(data, agreement)
        yield from _vetoes(agreement)
        yield from notes(agreement, "decision")


def _terms(agreement: Agreement) -> Iterator[Block]:
    if not agreement.terms:
        yield say(t("No quorum, majority or days of a veto are stated: neither in the project's rules nor by a clause "
                    "that names a model agreement. Nothing is measured against them."), "note")  # fmt: skip
        return
    columns = (Column("Term", 4.2), Column("Value", 1.1), Column("Stated by", 5.2), Column("Read", 1.5))
    rows = tuple(
        ((t(line.title),), (line.text,), (said(line.source),), (t("yes") if line.confirmed else t("unconfirmed"),))
        for line in agreement.terms
    )
    note = t("The clauses name {model}; what the grant states itself comes first.", model=agreement.model)
    yield Table("Terms in force", columns, rows, note=note if agreement.model else "")


def _decisions(agreement: Agreement) -> Table:
    bodies = {d.body for d in agreement.decisions}
    one = bodies.pop() if len(bodies) == 1 else ""  # a column of one and the same name would leave titles no room
    columns = (
        Column("No.", 1.9), Column("Decision", 4.6), *(() if one else (Column("Body", 1.9),)), Column("Day", 2.0),
        Column("Veto until", 2.0), Column("Outcome", 1.5), Column("Record", 1.7),
    )  # fmt: skip
    rows = tuple(
        ((d.code or NONE,), (d.title or d.text or NONE,), *(() if one else ((d.body or NONE,),)), (day(d.date),),
         (_veto(agreement.vetoes.get(d.id or 0)),), (spoken(d.status),),
         (state_words(agreement.state("decision", d.id)),))
        for d in agreement.decisions[:ROWS_SHOWN]
    )  # fmt: skip
    caption = t("Decisions: {body}", body=one) if one else "Decisions"
    return Table(caption, columns, rows, note=rest_note(len(agreement.decisions)))


def _votes(data: ReportData, agreement: Agreement) -> Iterator[Block]:
    shares = {(f.rule.split("@")[0], f.detail): f for f in data.of("governance") if f.detail}
    voted = [d for d in agreement.decisions if _is_voted(d)]
    if not voted:
        return
    columns = (
        Column("No.", 1.8), Column("Present", 1.3), Column("Share", 3.2), Column("For", 0.8, is_number=True),
        Column("Against", 1.2, is_number=True), Column("Abstained", 1.5, is_number=True),
        Column("Share of votes cast", 3.3),
    )  # fmt: skip
    rows = tuple(_votes_of(d, shares) for d in voted[:ROWS_SHOWN])
    yield Table("Votes as recorded", columns, rows, note=rest_note(len(voted)))


def _is_voted(d: Decision) -> bool:
    return any(v is not None for v in (d.present, d.in_favour, d.against, d.abstained))


def _votes_of(d: Decision, shares: Mapping[tuple[str, str], Figure]) -> tuple[Text, ...]:
    detail = " ".join(part for part in (d.code, d.title) if part)
    quorum, majority = shares.get(("agreement.quorum", detail)), shares.get(("agreement.majority", detail))
    return (
        (d.code or d.title or NONE,), (_present(d),), _share(quorum),
        (_number(d.in_favour),), (_number(d.against),), (_number(d.abstained),), _share(majority),
    )  # fmt: skip


def _present(d: Decision) -> str:
    if d.present is None or d.entitled is None:
        return _number(d.present)
    return t("{part} of {whole}", part=quantity(d.present), whole=quantity(d.entitled))


def _number(number: Decimal | None) -> str:
    return NONE if number is None else quantity(number)


def _share(figure: Figure | None) -> Text:
    return (t(NOT_AVAILABLE),) if figure is None else (read_off(figure), Cite(figure.id))


def _veto(line: VetoLine | None) -> str:
    if line is None or line.last is None:
        return t(NOT_AVAILABLE)
    return t("in the meeting") if line.in_meeting else day(line.last)


def _vetoes(agreement: Agreement) -> Iterator[Block]:
    vetoed = [d for d in agreement.decisions if d.veto_by or d.veto_on]
    if not vetoed:
        return
    yield Subheading(t("Vetoes"))
    for d in vetoed:
        items: list[tuple[str, Text]] = [
            ("Decision", (d.code or d.title,)), ("Vetoed by", (d.veto_by or t("not recorded"),)),
            ("On", (day(d.veto_on),)), ("Reason", (d.veto_reason or t("not recorded"),)),
            ("Now", (spoken(d.status),)),
        ]  # fmt: skip
        yield Pairs(tuple(items))


SECTION = Section("governance", "Bodies and decisions", _compose)
