"""The register of recommendations and corrective actions: what was due when, and how long it is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from collabdesk.domain.dates import latest
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.inputs.register import RegisteredAction
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day, spoken

_DONE = frozenset({"verified", "overtaken"})
_NONE = "\u2013"
_COLUMNS = (
    Column("Project", 1.5), Column("Finding", 1.3), Column("Recommendation or action", 6.0), Column("Kind", 1.7),
    Column("Addressee", 1.9), Column("Contact", 1.6), Column("Priority", 1.1), Column("Due", 1.6),
    Column("Overdue, days", 1.2, is_number=True), Column("Status", 1.5), Column("Verified by", 1.5),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if data.register is None:
        return
    rows = data.register.actions
    if not rows:
        yield say(t("No recommendation and no corrective action is on record."))
        return
    late = sum(_overdue(r, data.as_of) > 0 for r in rows)
    dateless = sum(r.action.due is None and r.action.status not in _DONE for r in rows)
    yield say(n(late, "{n} action is overdue.", "{n} actions are overdue."))
    if dateless:
        yield say(n(dateless, "{n} open action has no date on record, so it is never overdue.",
                    "{n} open actions have no date on record, so they are never overdue."), "note")  # fmt: skip
    yield Table("Recommendations and corrective actions", _COLUMNS, tuple(_row(r, data.as_of) for r in rows),
                is_wide=True)  # fmt: skip


def _overdue(r: RegisteredAction, as_of: date) -> int:
    if r.action.due is None or r.action.status in _DONE:
        return 0
    return max(0, (as_of - latest(r.action.due)).days)


def _row(r: RegisteredAction, as_of: date) -> tuple[Text, ...]:
    a = r.action
    late = _overdue(r, as_of)
    return (
        (r.project or _NONE,), (r.finding or _NONE,), (a.text,), (spoken(a.form),), (a.addressee or _NONE,),
        (a.contact or _NONE,), (spoken(a.priority) or _NONE,), (day(a.due),), (f"{late:,}" if late else _NONE,),
        (spoken(a.status),), (a.verified_by or _NONE,),
    )  # fmt: skip


SECTION = Section("actions_register", "Register of recommendations and actions", _compose)
