"""Objectives, scope and period of the audit."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Pairs, Table
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.audit
    objectives = data.engagement.objectives
    if objectives:
        columns = (Column("No.", 0.8), Column("Objective", 9.2))
        yield Table("Objectives of the audit", columns, tuple(((o.code,), (o.text,)) for o in objectives))
    items = [("Scope", ((audit.scope if audit else "") or _scope(data),)), ("Period", (_period(data),))]
    if not objectives:
        items.insert(0, ("Objectives", ((audit.objectives if audit else "") or _objectives(),)))
    yield Pairs(tuple(items))


def _objectives() -> str:
    return t(
        "To establish, from the records supplied, whether resources were used with economy and efficiency and whether "
        "the planned milestones, deliverables and indicators were reached."
    )


def _scope(data: ReportData) -> str:
    if data.project:
        return t(
            "The audit covers the project {project}: budget and expenditure, contributions, milestones, deliverables "
            "and indicators.",
            project=data.subject,
        )
    return t(
        "The audit covers all projects of the portfolio: budget and expenditure, contributions, milestones, "
        "deliverables and indicators."
    )


def _period(data: ReportData) -> str:
    audit = data.audit
    as_of = day(data.as_of)
    if audit is None or not (audit.period_start or audit.period_end):
        return t("Everything recorded up to {as_of}.", as_of=as_of)
    start, end = day(audit.period_start), day(audit.period_end)
    return t("{start} to {end}; figures are as of {as_of}.", start=start, end=end, as_of=as_of)


SECTION = Section("objectives", "Objectives, scope and period", _compose)
