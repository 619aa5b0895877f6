"""Costs: one row is what was obligated, spent or paid on something in a period."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="cost",
    noun="cost",
    nouns=("cost", "award", "partner", "project"),
    signs=(
        ("cost.expended", "award.code"),
        ("cost.expended", "project.code"),
        ("cost.expended", "cost.date"),
        ("cost.expended", "cost.category"),
        ("cost.expended", "cost.period_start"),
        ("cost.expended", "partner.name"),
        ("cost.period_expended", "project.code"),
        ("cost.period_expended", "award.code"),
        ("cost.period_expended", "award.type"),
        ("cost.paid", "cost.date"),
        ("cost.paid", "project.code"),
        ("cost.paid", "partner.name"),
        ("cost.obligated", "project.code"),
        ("cost.obligated", "cost.category"),
        ("cost.obligated", "award.code"),
    ),
    key=("project.code", "award.code", "cost.code", "cost.category", "cost.date"),
    typical=frozenset(
        {
            "cost.expended",
            "cost.obligated",
            "cost.paid",
            "cost.period_start",
            "cost.period_end",
            "cost.period_expended",
            "cost.period_obligated",
            "cost.date",
            "cost.category",
        }
    ),
    against=frozenset({"project.abstract", "project.status", "project.signed_on", "project.action_type"}),
    reads={
        "*.name": "cost.description",
        "*.title": "cost.description",
        "*.text": "cost.description",
        "*.type": "cost.category",
        "*.amount": "cost.expended",
        "*.start": "cost.period_start",
        "*.end": "cost.period_end",
        "*.partner_code": "partner.code",
        "project.coordinator": "partner.name",
        "project.spent": "cost.expended",
        "project.eligible_cost": None,
        "project.total_cost": None,
        "budget.category": "cost.category",
        "effort.month": "cost.date",
        "budget.work_package": "cost.work_package",
        "work_package.code": "cost.work_package",
    },
)
