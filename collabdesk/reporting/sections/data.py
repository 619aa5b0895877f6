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
    "none_needed": told("none needed, as recorded"),
}


def _compose(data: ReportData) -> Iterator[Block]:
    agreement = data.agreement
    if agreement is None or not (agreement.datasets or agreement.transfers):
        return
    yield say(t("Export classes and mechanisms stand as people recorded them; nothing is classified here, and nothing "
                "is said of whether a transfer is lawful."), "note")  # fmt: skip
    yield from counts("Datasets and transfers as a whole", figures_of(data, "datasets", "transfers"))
    if agreement.datasets:
        yield _datasets(agreement)
        yield from _codes(agreement)
    if agreement.transfers:
        yield _transfers(agreement)
    yield from notes(agreement, "dataset", "transfer")


def _datasets(agreement: Agreement) -> Table:
    columns = (
        Column("No.", 0.9), Column("Dataset", 3.0), Column("Held by", 1.3), Column("Lies in", 1.1),
        Column("May go to", 1.7), Column("Personal", 1.2), Column("Codes of use", 1.6), Column("Export class", 2.2),
        Column("Approvals", 2.2), Column("Usable until", 1.7), Column("Record", 1.5),
    )  # fmt: skip
    rows = tuple(_dataset(d, agreement) for d in agreement.datasets[:ROWS_SHOWN])
    return Table("Datasets", columns, rows, note=rest_note(len(agreement.datasets)), is_wide=True)


def _dataset(d: Dataset, agreement: Agreement) -> tuple[Text, ...]:
    return (
        (d.code or NONE,), (d.title or NONE,), (agreement.holders.get(d.partner_id or 0, NONE),),
        (d.localisation or d.jurisdiction or NONE,), (d.permitted or NONE,), (_yes(d.is_personal),), (d.duo or NONE,),
        (_with(d.export_class, d.export_list),), (_until(d.approvals, d.approval_expires),), (day(d.usable_until),),
        (state_words(agreement.state("dataset", d.id)),),
    )  # fmt: skip


def _codes(agreement: Agreement) -> Iterator[Block]:
    if not agreement.codes:
        return
    columns = (Column("Code", 1.2), Column("What the list says of it", 6.0))
    rows = tuple(((word,), (label or t("not in the list"),)) for word, label in sorted(agreement.codes.items()))
    yield Table(t("Codes of use in the Data Use Ontology of {day}", day=day(agreement.duo_day)), columns, rows)


def _transfers(agreement: Agreement) -> Table:
    columns = (
        Column("No.", 0.9), Column("What", 2.8), Column("From", 0.9), Column("To", 0.9), Column("Recipient", 2.0),
        Column("Mechanism", 2.2), Column("Licence", 2.2), Column("Approved", 1.7), Column("Until", 1.7),
        Column("Done on", 1.7), Column("Status", 1.4), Column("Record", 1.6),
    )  # fmt: skip
    rows = tuple(_transfer(one, agreement) for one in agreement.transfers[:ROWS_SHOWN])
    return Table("Transfers", columns, rows, note=rest_note(len(agreement.transfers)), is_wide=True)


def _transfer(one: Transfer, agreement: Agreement) -> tuple[Text, ...]:
    what = ", ".join(part for part in (one.dataset, one.title) if part)
    return (
        (one.code or NONE,), (what or NONE,), (one.from_country or NONE,), (one.to_country or NONE,),
        (one.recipient or NONE,), (_mechanism(one.mechanism),), (one.licence or NONE,), (day(one.approved_on),),
        (day(one.expires),), (day(one.date),), (spoken(one.status),),
        (state_words(agreement.state("transfer", one.id)),),
    )  # fmt: skip


def _mechanism(word: str) -> str:
    return t(_MECHANISMS[word]) if word in _MECHANISMS else word or NONE


def _yes(value: bool | None) -> str:
    return NONE if value is None else t("yes") if value else t("no")


def _with(code: str, of: str) -> str:
    return t("{code}, {list}", code=code, list=of) if code and of else code or NONE


def _until(name: str, last: str | None) -> str:
    return t("{name}, until {day}", name=name, day=day(last)) if name and last else name or NONE


SECTION = Section("data", "Datasets and transfers", _compose)
