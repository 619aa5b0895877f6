"""Follow-up: what became of findings that were open before the audit, ours and those that others reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.findings import Finding
from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.inputs.engagement import EarlierFinding
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section
from collabdesk.reporting.stances import outcome
from collabdesk.reporting.wording import amount, day, spoken

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    earlier = data.engagement.earlier
    followed = [e for e in earlier if e.outcome is not None]
    if followed:
        yield _followed(followed)
    left = [e for e in earlier if e.outcome is None and e.finding.audit_id is not None]
    if left:
        yield _left(left)
    known = {e.finding.id for e in followed}
    others = [f for f in data.reported_findings if f.id not in known]
    if others:
        yield from _reported(others)


def _followed(found: Sequence[EarlierFinding]) -> Table:
    columns = (
        Column("Reference", 1.3), Column("Finding", 3.2), Column("Outcome", 1.7), Column("What was found", 3.6),
        Column("Repeated in", 1.2), Column("Checked", 2),
    )  # fmt: skip
    return Table("Earlier findings followed up by this audit", columns, tuple(_outcome(e) for e in found))


def _outcome(one: EarlierFinding) -> tuple[tuple[str], ...]:
    said, finding = one.outcome, one.finding
    assert said is not None
    checked = ", ".join(w for w in (said.checked_by, day(said.checked_on)) if w and w != _NONE)
    return (
        (finding.code,),
        (_title(finding),),
        (outcome(said.outcome),),
        (said.text or _NONE,),
        (said.repeated_in or _NONE,),
        (checked or _NONE,),
    )


def _left(found: Sequence[EarlierFinding]) -> Table:
    columns = (Column("Reference", 1.4), Column("Finding", 4.6), Column("Audit", 2.6), Column("Status", 1.5))
    rows = tuple(((e.finding.code,), (_title(e.finding),), (e.audit,), (spoken(e.finding.status),)) for e in found)
    return Table(
        "Earlier findings still open that this audit did not follow up", columns, rows[:ROWS_SHOWN], note=_more(found)
    )


def _reported(found: Sequence[Finding]) -> Iterator[Block]:
    yield say(
        n(
            len(found),
            "{n} finding of earlier or other audits is on record; it was imported from their reports, not established "
            "by this audit.",
            "{n} findings of earlier or other audits are on record; they were imported from their reports, not "
            "established by this audit.",
        )
    )
    columns = (
        Column("Reference", 1.4), Column("Award", 1.4), Column("Finding", 5), Column("Repeat", 0.9),
        Column("Questioned", 1.7, is_number=True), Column("Status", 1.2),
    )  # fmt: skip
    repeat = {True: t("yes"), False: t("no"), None: _NONE}
    rows = tuple(
        (
            (f.code or _NONE,),
            (f.award or _NONE,),
            (_title(f),),
            (repeat[f.repeat],),
            (amount(f.questioned_known, f.currency) if f.questioned_known is not None else _NONE,),
            (spoken(f.status),),
        )
        for f in found[:ROWS_SHOWN]
    )
    yield Table("Findings reported by others", columns, rows, note=_more(found))


def _more(found: Sequence[object]) -> str:
    left = len(found) - ROWS_SHOWN
    return n(left, "{n} more finding on record.", "{n} more findings on record.") if left > 0 else ""


def _title(finding: Finding) -> str:
    line = " ".join((finding.title or finding.text or finding.requirement).split())
    return line if len(line) <= 260 else line[:260].rpartition(" ")[0] + " \u2026"


SECTION = Section("follow_up", "Follow-up of earlier findings", _compose)
