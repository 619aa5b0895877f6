"""Milestones: one row is one dated step, with its baseline, forecast and what was achieved."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="milestone",
    noun="milestone",
    nouns=("milestone", "project"),
    signs=(
        ("milestone.title", "milestone.baseline"),
        ("milestone.title", "milestone.forecast"),
        ("milestone.title", "milestone.achieved"),
        ("milestone.title", "milestone.verification"),
        ("milestone.title", "milestone.status"),
        ("milestone.code", "milestone.baseline"),
        ("milestone.code", "milestone.forecast"),
        ("milestone.title", "milestone.start"),
    ),
    key=("project.code", "milestone.code", "milestone.title"),
    typical=frozenset(
        {
            "milestone.baseline",
            "milestone.forecast",
            "milestone.achieved",
            "milestone.verification",
            "milestone.variance_days",
            "milestone.delay_reason",
            "milestone.critical",
        }
    ),
    against=frozenset({"project.abstract", "project.funding"}),
    reads={
        "project.coordinator": "milestone.lead",
        "partner.name": "milestone.lead",
        "partner.short_name": "milestone.lead",
        "*.name": "milestone.title",
        "*.description": "milestone.title",
        "*.text": "milestone.title",
        "*.due": "milestone.baseline",
        "*.date": "milestone.baseline",
        "*.end": "milestone.forecast",
        "*.period_end": "milestone.forecast",
        "*.period_start": "milestone.start",
        "deliverable.due": "milestone.baseline",
        "deliverable.verification": "milestone.verification",
        "deliverable.work_package": "milestone.work_package",
        "work_package.code": "milestone.work_package",
        "work_package.title": "milestone.work_package",
        "work_package.lead": "milestone.lead",
        "cost.work_package": "milestone.work_package",
        "budget.work_package": "milestone.work_package",
    },
    unlabelled="milestone.code",
)
