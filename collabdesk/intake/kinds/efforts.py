"""Effort: one row is the days of one person in a month or year, with what the person cost in that time."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="effort",
    noun="effort",
    nouns=("effort", "partner", "project"),
    signs=(
        ("effort.person", "effort.days"),
        ("effort.person", "effort.month"),
        ("effort.days", "effort.month"),
    ),
    key=("project.code", "partner.name", "effort.person", "effort.month"),
    typical=frozenset({"effort.person", "effort.days", "effort.month", "effort.signed_on"}),
    reads={
        "project.coordinator": "partner.name",
        "*.partner_code": "partner.code",
        "*.lead": "partner.name",
        "participation.lead": None,
        "work_package.code": "effort.work_package",
        "budget.work_package": "effort.work_package",
        "cost.work_package": "effort.work_package",
        "milestone.work_package": "effort.work_package",
        "work_package.title": "effort.work_package",
        "*.date": "effort.month",
        "budget.period": "effort.month",
        "budget.category": "effort.category",
        "cost.category": "effort.category",
        "budget.units": "effort.days",
        "*.name": "effort.person",
        "cost.expended": "effort.cost",
        "*.amount": "effort.cost",
        "project.total_cost": "effort.cost",
        "*.currency": "effort.currency",
        "project.currency": "effort.currency",
    },
)
