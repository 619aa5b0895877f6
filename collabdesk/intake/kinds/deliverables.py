"""Deliverables: one row is one document or product due at a date."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="deliverable",
    noun="deliverable",
    nouns=("deliverable", "project"),
    signs=(
        ("deliverable.title", "deliverable.due"),
        ("deliverable.code", "deliverable.due"),
        ("deliverable.title", "deliverable.level"),
        ("deliverable.title", "deliverable.submitted_on"),
        ("deliverable.title", "deliverable.code"),
        ("deliverable.title", "deliverable.type"),
    ),
    key=("project.code", "deliverable.code", "deliverable.title"),
    typical=frozenset(
        {"deliverable.title", "deliverable.due", "deliverable.level", "deliverable.submitted_on", "deliverable.type"}
    ),
    reads={
        "project.coordinator": "deliverable.lead",
        "partner.name": "deliverable.lead",
        "partner.short_name": "deliverable.lead",
        "*.name": "deliverable.title",
        "*.text": "deliverable.description",
        "*.date": "deliverable.due",
        "*.end": "deliverable.due",
        "milestone.baseline": "deliverable.due",
        "milestone.forecast": "deliverable.due",
        "milestone.achieved": "deliverable.submitted_on",
        "work_package.code": "deliverable.work_package",
        "work_package.title": "deliverable.work_package",
        "work_package.lead": "deliverable.lead",
        "milestone.work_package": "deliverable.work_package",
        "budget.work_package": "deliverable.work_package",
        "cost.work_package": "deliverable.work_package",
    },
    unlabelled="deliverable.code",
)
