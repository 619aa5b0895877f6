"""Objectives, scope and period of the audit."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Pairs
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day

_OBJECTIVES = (
    "To establish, from the records supplied, whether resources were used with economy and efficiency and whether "
    "the planned milestones, deliverables and indicators were reached."
)


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.audit
    what = f"the project {data.subject}" if data.project else "all projects of the portfolio"
    scope = f"The audit covers {what}: budget and expenditure, contributions, milestones, deliverables and indicators."
    period = f"Everything recorded up to {day(data.as_of)}."
    if audit and (audit.period_start or audit.period_end):
        period = f"{day(audit.period_start)} to {day(audit.period_end)}; figures are as of {day(data.as_of)}."
    items = [
        ("Objectives", ((audit.objectives if audit else "") or _OBJECTIVES,)),
        ("Scope", ((audit.scope if audit else "") or scope,)),
        ("Period", (period,)),
    ]
    if audit and audit.team:
        items.append(("Audit team", (audit.team,)))
    yield Pairs(tuple(items))


SECTION = Section("objectives", "Objectives, scope and period", _compose)
