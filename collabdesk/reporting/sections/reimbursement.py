"""Eligible costs and payments: what of the costs is eligible under the rule pack, what is requested, what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Cite, Column, Paragraph, Table, Text
from collabdesk.reporting.language import retold
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, detail_table, figure_table, rest_note
from collabdesk.reporting.wording import read_off

GROUPS = ("eligibility", "personnel", "mtdc", "lump_sum", "payments")
_WORDS = "as the sources say"  # an input that only figures of a category have


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.of(*GROUPS):
        return
    costs = data.of("eligibility", "mtdc", "lump_sum")
    yield from _whole(told("Eligible costs and reimbursement"), costs)
    unit = next((f.unit for f in costs if len(f.unit) == 3), "")
    direct = [f for f in costs if f.rule.startswith("grant.direct") and _WORDS in f.inputs]
    if direct:
        yield figure_table("Eligible direct costs by category", direct)
    requested = [f for f in costs if f.detail and "funding rate" in f.inputs and "eligible costs" in f.inputs]
    if requested:
        yield _by_partner(requested)
    shares = [f for f in costs if f.rule.startswith("grant.lump_sum") and f.detail]
    if shares:
        yield figure_table("Lump sum shares", shares)
    people = data.of("personnel")
    yield from _whole(told("Personnel costs by days"), people)
    payments = data.of("payments")
    if payments:
        yield figure_table("Payments", [f for f in payments if not f.rule.startswith("grant.distribution")])
    handed = [f for f in payments if f.rule.startswith("grant.distribution")]
    if handed:
        columns = (("maximum grant of the partner", told("Maximum grant")), ("distributed so far", told("Handed on")))
        yield detail_table("Share of what came, by partner", handed, "Partner", columns, unit, "Share")


def _by_partner(requested: Sequence[Figure]) -> Table:
    """Each partner's rate and what is requested for it, with the code that leads to its costs."""
    columns = (
        Column("Partner", 3.6), Column("Funding rate", 1.8, is_number=True), Column("Requested", 2.6, is_number=True),
        Column("Code", 2.4),
    )  # fmt: skip
    rows: list[tuple[Text, ...]] = [
        ((f.detail,), (f.inputs["funding rate"],), (read_off(f),), (Cite(f.id),)) for f in requested[:ROWS_SHOWN]
    ]
    return Table("Contribution requested by partner", columns, tuple(rows), note=rest_note(len(requested)))


def _whole(caption: str, figures: Sequence[Figure]) -> Iterator[Block]:
    """The figures of the whole, and in a sentence what is left out of them."""
    found = [f for f in figures if not f.detail]
    if found:
        yield figure_table(caption, found)
    notes = dict.fromkeys(f.note for f in found if f.note and "left out" in f.note)
    for note in notes:
        text = retold(note)
        yield Paragraph((f"{text[0].upper()}{text[1:]}.",), "note")


SECTION = Section("reimbursement", "Eligible costs and payments", _compose, level=2)
