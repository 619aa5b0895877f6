"""What is late, what comes next, and what is open: milestones, deliverables, findings, actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.domain.dates import latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.standing import achieved, days_overdue
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.cutting import first_rows
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, shortened, spoken

_NEXT, _LONGEST = 12, 150
_HANDED_IN = frozenset({"submitted", "accepted"})
_SETTLED = frozenset({"verified", "closed", "withdrawn"})
_DONE = frozenset({"verified", "overtaken"})
_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    if data.project is None:
        return
    yield _milestones(data)
    yield _deliverables(data)
    yield _findings(data)
    yield _actions(data)
    yield say(
        t("Each figure carries a code; collabdesk trace leads from it to the file, the sheet and the cells."), "note"
    )


def _milestones(data: ReportData) -> Table:
    open_ones = [m for m in data.milestones if m.status != "cancelled" and not achieved(m, data.as_of)]
    ordered = sorted(open_ones, key=lambda m: (m.forecast or m.baseline or "9999", m.code))
    columns = (Column("No.", 1), Column("Milestone", 4.6), Column("Baseline", 1.9), Column("Forecast", 1.9),
               Column("Standing", 2.0))  # fmt: skip
    rows = tuple(_milestone(m, data.as_of) for m in ordered[:_NEXT])
    return first_rows(
        Table("Milestones overdue and next", columns, rows, empty="No milestone is open on record."),
        _NEXT,
        len(ordered),
    )


def _milestone(m: Milestone, as_of: date) -> tuple[Text, ...]:
    late = days_overdue(m, as_of)
    standing = n(late, "{n} day overdue", "{n} days overdue") if late else spoken(m.status)
    return ((m.code,), (_short(m.title),), (day(m.baseline),), (day(m.forecast),), (standing,))


def _deliverables(data: ReportData) -> Table:
    open_ones = [d for d in data.deliverables if d.status not in _HANDED_IN and d.submitted_on is None]
    ordered = sorted(open_ones, key=lambda d: (d.forecast or d.due or "9999", d.code))
    columns = (Column("No.", 1), Column("Deliverable", 4.6), Column("Lead", 1.9), Column("Due", 1.9),
               Column("Standing", 2.0))  # fmt: skip
    rows = tuple(_deliverable(d, data.as_of) for d in ordered[:_NEXT])
    return first_rows(
        Table("Deliverables overdue and next", columns, rows, empty="No deliverable is open on record."),
        _NEXT,
        len(ordered),
    )


def _deliverable(d: Deliverable, as_of: date) -> tuple[Text, ...]:
    late = (as_of - latest(d.due)).days if d.due else 0
    standing = n(late, "{n} day overdue", "{n} days overdue") if late > 0 else spoken(d.status)
    return ((d.code,), (_short(d.title),), (d.lead or _NONE,), (day(d.due),), (standing,))


def _findings(data: ReportData) -> Table:
    found = [f for f in (*data.findings, *data.reported_findings) if f.status not in _SETTLED]
    rank = {"high": 0, "medium": 1, "low": 2}
    ordered = sorted(found, key=lambda f: (rank.get(f.severity, 3), f.code))
    columns = (Column("Reference", 1.2), Column("Open finding", 6.2), Column("Severity", 1.3), Column("Status", 1.6))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((f.code or _NONE,), (_short(f.title or f.condition or f.text),), (spoken(f.severity) or _NONE,),
         (spoken(f.status),))
        for f in ordered[:_NEXT]
    )  # fmt: skip
    return first_rows(Table("Open findings", columns, rows, empty="No finding is open on record."), _NEXT, len(ordered))


def _actions(data: ReportData) -> Table:
    open_ones = [r for r in data.recommendations if r.status not in _DONE]
    ordered = sorted(open_ones, key=lambda r: (r.due or "9999", r.id or 0))
    columns = (Column("Due", 1.7), Column("Recommendation", 5.4), Column("Addressee", 1.9), Column("Status", 1.6))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((day(r.due),), (_short(r.text),), (r.addressee or _NONE,), (spoken(r.status),)) for r in ordered[:_NEXT]
    )
    return first_rows(
        Table("Open recommendations", columns, rows, empty="No recommendation is open on record."), _NEXT, len(ordered)
    )


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


SECTION = Section("status_ahead", "Late, next and open", _compose, starts_page=True)
