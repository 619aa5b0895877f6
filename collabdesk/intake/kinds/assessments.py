"""Assessed contributions: one row is what all members together are assessed for in one year."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="assessment",
    noun="assessment",
    nouns=("assessment", "project"),
    signs=(("assessment.year", "assessment.total"),),
    key=("project.code", "assessment.year"),
    typical=frozenset({"assessment.total"}),
    reads={
        "budget.period": "assessment.year",
        "*.name": "assessment.title",
        "*.title": "assessment.title",
        "*.amount": "assessment.total",
        "project.total_cost": "assessment.total",
        "*.due": "assessment.due",
        "*.currency": "assessment.currency",
        "project.currency": "assessment.currency",
    },
)
