"""Findings and actions that are open and concern the partner."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, day, spoken

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    facts = data.partner_facts
    if facts is None:
        return
    yield say(
        t("A finding stands here where the partner is to act on it, or where it rests on a figure of this partner."),
        "note",
    )
    columns = (Column("Reference", 1.3), Column("Finding", 5.4), Column("Severity", 1.2),
               Column("Questioned", 2.1, is_number=True), Column("Status", 1.6))  # fmt: skip
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (f.code or _NONE,), (f.title or f.condition or f.text,), (spoken(f.severity) or _NONE,),
            (amount(f.questioned_known, f.currency) if f.questioned_known is not None else _NONE,),
            (spoken(f.status),),
        )
        for f in facts.findings
    )  # fmt: skip
    yield Table("Open findings", columns, rows, empty="No open finding concerns this partner.")
    heads = (Column("Due", 1.7), Column("Action", 5.6), Column("Addressee", 2.0), Column("Status", 1.6))
    lines: tuple[tuple[Text, ...], ...] = tuple(
        ((day(a.due),), (a.text,), (a.addressee or a.contact or _NONE,), (spoken(a.status),)) for a in facts.actions
    )
    yield Table("Open actions", heads, lines, empty="No open action concerns this partner.")


SECTION = Section("partner_open", "Open findings and actions", _compose)
