"""Awards and earlier audit results, where a funder's audit reports are on file."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, figure_table

_SHOWN_ELSEWHERE = (
    "sampling",
    "totals", "budget", "budget_versions", "costs",
    "contributions", "concentration", "milestones", "deliverables", "indicators",
    "awards", "pledges", "credits", "assessments", "match", "geo_return", "voices",
    "eligibility", "personnel", "mtdc", "lump_sum", "payments", "conversion", "sf425",
    "findings", "earned_value", "earned_schedule", "plan", "plan_effort", "plan_float", "plan_trend",
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if data.of("awards"):
        yield figure_table("Awards", data.of("awards"))
    if data.of("findings"):
        yield figure_table("Audit findings on record", data.of("findings"))
    other = tuple(f for f in data.figures if f.group not in _SHOWN_ELSEWHERE)
    if other:
        yield figure_table("Further figures", other)


SECTION = Section("awards", "Awards and further figures", _compose, level=2)
