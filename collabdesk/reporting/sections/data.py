"""Datasets and transfers: where data lie and may go, codes of use in words, export classes, approvals, as recorded."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.datasets import Dataset
from collabdesk.domain.told import told
from collabdesk.domain.transfers import Transfer
from collabdesk.reporting.agreement_words import NONE, counts, figures_of, notes, state_words
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.inputs.agreement import Agreement
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import day, spoken

_MECHANISMS = {
    "adequacy": told("adequacy decision"),
    "scc": told("standard contractual clauses"),
    "bcr": told("binding corporate rules"),
    "derogation": told("derogation"),
    "none_needed": told("none needed"),
}


def _compose(data: ReportData) -> Iterator[Block]:
    agreement = data.agreement
    if agreement is None or not (agreement.datasets or agreement.transfers):
        return
    yield say(t("Export classes and mechanisms stand as people recorded them; nothing is classified here, and nothing "
                "is said of whether a transfer is lawful."), "note")  # fmt: skip
    yield from counts("Datasets and transfers as a whole", figures_of(data, "datasets", "transfers"))
    if agreement.datasets:
        yield from _datasets(agreement)
        yield from _codes(agreement)
    if agreement.transfers:
        yield from _transfers(agreement)
    yield from notes(agreement, "dataset", "transfer")


def _datasets(agreement: Agreement) -> Iterator[Table]:
    columns = (
        Column("No.", 1.0), Column("Dataset", 3.6), Column("Held by", 1.5), Column("Lies in", 1.2),
        Column("May go to", 2.2), Column("Personal", 1.4), Column("Access", 1.8), Column("Record", 1.8),
    )  # fmt: skip
    chosen = agreement.datasets[:ROWS_SHOWN]
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((d.code or NONE,), (d.title or NONE,), (agreement.holders.get(d.partner_id or 0, NONE),),
         (d.localisation or d.jurisdiction or NONE,), (d.permitted or NONE,), (_yes(d.is_personal),),
         (d.access or NONE,), (state_words(agreement.state("dataset", d.id)),))
        for d in chosen
    )  # fmt: skip
    yield Table("Datasets", columns, rows, note=rest_note(len(agreement.datasets)))
    conditions = (
        Column("No.", 1.0), Column("Codes of use", 2.0), Column("Export class as recorded", 3.6),
        Column("Approvals", 3.6), Column("Usable until", 2.0),
    )  # fmt: skip
    rows = tuple(_conditions(d) for d in chosen)
    yield Table("Conditions of use", conditions, rows, note=rest_note(len(agreement.datasets)))


def _conditions(d: Dataset) -> tuple[Text, ...]:
    return (
        (d.code or d.title or NONE,), (d.duo or NONE,), (_with(d.export_class, d.export_list),),
        (_until(d.approvals, d.approval_expires),), (day(d.usable_until),),
    )  # fmt: skip


def _codes(agreement: Agreement) -> Iterator[Block]:
    if not agreement.codes:
        return
    columns = (Column("Code", 1.2), Column("What the list says of it", 6.0))
    rows = tuple(((word,), (label or t("not in the list"),)) for word, label in sorted(agreement.codes.items()))
    yield Table(t("Codes of use in the Data Use Ontology of {day}", day=day(agreement.duo_day)), columns, rows)


def _transfers(agreement: Agreement) -> Iterator[Table]:
    chosen, note = agreement.transfers[:ROWS_SHOWN], rest_note(len(agreement.transfers))
    columns = (
        Column("No.", 1.0), Column("What", 4.4), Column("From, to", 1.8), Column("Recipient", 3.0),
        Column("Status", 1.6), Column("Record", 1.8),
    )  # fmt: skip
    yield Table("Transfers", columns, tuple(_transfer(one, agreement) for one in chosen), note=note)
    approvals = (
        Column("No.", 1.0), Column("Mechanism or licence", 5.0), Column("Approved on", 2.4),
        Column("Approved until", 2.4), Column("Done on", 2.4),
    )  # fmt: skip
    yield Table("Mechanisms and approvals", approvals, tuple(_approval(one) for one in chosen), note=note)


def _transfer(one: Transfer, agreement: Agreement) -> tuple[Text, ...]:
    what = ", ".join(part for part in (one.dataset, one.title) if part)
    leg = f"{one.from_country or NONE}\u00a0\u2192\u00a0{one.to_country or NONE}"
    return (
        (one.code or NONE,), (what or NONE,), (leg,), (one.recipient or NONE,), (spoken(one.status),),
        (state_words(agreement.state("transfer", one.id)),),
    )  # fmt: skip


def _approval(one: Transfer) -> tuple[Text, ...]:
    way = ", ".join(part for part in (_mechanism(one.mechanism), one.licence) if part)
    return (
        (one.code or one.title or one.dataset or NONE,), (way or NONE,), (day(one.approved_on),), (day(one.expires),),
        (day(one.date),),
    )  # fmt: skip


def _mechanism(word: str) -> str:
    return t(_MECHANISMS[word]) if word in _MECHANISMS else word


def _yes(value: bool | None) -> str:
    return NONE if value is None else t("yes") if value else t("no")


def _with(code: str, of: str) -> str:
    return t("{code}, {list}", code=code, list=of) if code and of else code or NONE


def _until(name: str, last: str | None) -> str:
    return t("{name}, until {day}", name=name, day=day(last)) if name and last else name or NONE


SECTION = Section("data", "Datasets and transfers", _compose)
