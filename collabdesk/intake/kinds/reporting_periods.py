"""Reporting periods: one row is one period with its days and where its report stands."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="reporting_period",
    noun="reporting_period",
    nouns=("reporting_period", "project"),
    signs=(
        ("reporting_period.code", "reporting_period.start", "reporting_period.end"),
        ("reporting_period.code", "reporting_period.due"),
    ),
    key=("project.code", "reporting_period.code"),
    typical=frozenset({"reporting_period.due", "reporting_period.submitted_on", "reporting_period.accepted_on"}),
    against=frozenset({"budget.amount", "cost.expended"}),
    reads={
        "budget.period": "reporting_period.code",
        "*.name": "reporting_period.title",
        "*.period_start": "reporting_period.start",
        "*.period_end": "reporting_period.end",
        "cost.period_start": "reporting_period.start",
        "cost.period_end": "reporting_period.end",
        "project.start": "reporting_period.start",
        "project.end": "reporting_period.end",
        "deliverable.submitted_on": "reporting_period.submitted_on",
        "deliverable.due": "reporting_period.due",
        "project.status": "reporting_period.status",
    },
)
