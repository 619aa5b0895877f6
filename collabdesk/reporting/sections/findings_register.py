"""The register of findings: all audits and imported reports, with status, age, answers and what follow-up found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.inputs.register import RegisteredFinding
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, shortened, spoken

_SETTLED = frozenset({"verified", "closed", "withdrawn"})
_NONE = "\u2013"
_LONGEST = 220
_COLUMNS = (
    Column("Project", 1.5), Column("Reference", 1.3), Column("Finding", 5.0), Column("Audit", 2.2),
    Column("Severity", 1.1), Column("Questioned", 2.0, is_number=True), Column("Repeats", 1.2), Column("Owner", 1.6),
    Column("Answer", 1.2), Column("Actions", 1.0, is_number=True), Column("Follow-up", 1.5), Column("Status", 1.4),
    Column("Age, days", 1.1, is_number=True),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if data.register is None:
        return
    rows = data.register.findings
    if not rows:
        yield say(t("No finding is on record."))
        return
    still = [r for r in rows if r.finding.status not in _SETTLED]
    yield say(
        t("{all} on record, of which {open} open. Verified, closed and withdrawn ones count as settled.",
          all=n(len(rows), "{n} finding is", "{n} findings are"), open=n(len(still), "{n} is", "{n} are")),
    )  # fmt: skip
    yield _by_status(rows)
    yield Table(
        "Findings", _COLUMNS, tuple(_row(r, data.as_of) for r in rows), is_wide=True,
        note=t("The age counts from the day the audit took its figures at; the day of an imported finding is not on "
               "record. A settled finding has no age. Answer and follow-up are the last on record."),
    )  # fmt: skip


def _by_status(rows: tuple[RegisteredFinding, ...]) -> Table:
    counts = Counter(r.finding.status for r in rows)
    columns = (
        Column("Status", 3),
        Column("Findings", 1.4, is_number=True),
        Column("of high severity", 1.6, is_number=True),
    )
    high = Counter(r.finding.status for r in rows if r.finding.severity == "high")
    lines: tuple[tuple[Text, ...], ...] = tuple(
        ((spoken(status),), (f"{count:,}",), (f"{high[status]:,}",)) for status, count in counts.most_common()
    )
    return Table("Findings by status", columns, lines)


def _row(r: RegisteredFinding, as_of: date) -> tuple[Text, ...]:
    f = r.finding
    age = _NONE if r.since is None or f.status in _SETTLED else f"{max(0, (as_of - r.since).days):,}"
    known = amount(f.questioned_known, f.currency) if f.questioned_known is not None else _NONE
    return (
        (r.project or _NONE,), (f.code or _NONE,), (_short(f.title or f.condition or f.text or f.requirement),),
        (r.audit or t("imported"),), (spoken(f.severity) or _NONE,), (known,), (f.prior_code if f.repeat else _NONE,),
        (f.owner or _NONE,), (spoken(r.stance) or _NONE,), (f"{r.actions:,}",), (spoken(r.outcome) or _NONE,),
        (spoken(f.status),), (age,),
    )  # fmt: skip


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


SECTION = Section("findings_register", "Register of findings", _compose)
