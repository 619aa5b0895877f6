"""Follow-up: findings that the funder or earlier auditors reported, with where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section
from collabdesk.reporting.wording import amount, counted, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.reported_findings:
        return
    yield say(
        f"{counted(len(data.reported_findings), 'finding')} of earlier or other audits on record "
        "(imported from their reports, not established by this audit).",
    )
    columns = (
        Column("Reference", 1.4), Column("Award", 1.4), Column("Finding", 5), Column("Repeat", 0.9),
        Column("Questioned", 1.7, is_number=True), Column("Status", 1.2),
    )  # fmt: skip
    rows = tuple(
        (
            (f.code or "\u2013",),
            (f.award or "\u2013",),
            (_short(f.title or f.text or f.requirement),),
            ({True: "yes", False: "no", None: "\u2013"}[f.repeat],),
            (amount(f.questioned_known, f.currency) if f.questioned_known is not None else "\u2013",),
            (spoken(f.status),),
        )
        for f in data.reported_findings[:ROWS_SHOWN]
    )
    left = len(data.reported_findings) - ROWS_SHOWN
    note = f"{counted(left, 'more finding')} on record." if left > 0 else ""
    yield Table("Findings reported by others", columns, rows, note=note)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 260 else line[:260].rpartition(" ")[0] + " \u2026"


SECTION = Section("follow_up", "Follow-up of earlier findings", _compose)
