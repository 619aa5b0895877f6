"""Budgets: one row, or one cell of a matrix of categories and periods, is one planned amount."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="budget",
    noun="budget",
    nouns=("budget", "partner", "project", "cost"),
    signs=(
        ("budget.category", "budget.amount"),
        ("budget.period", "budget.amount"),
        ("budget.work_package", "budget.amount"),
        ("budget.description", "budget.amount"),
        ("budget.category", "budget.units"),
        ("budget.category", "budget.person_months"),
        ("budget.work_package", "budget.person_months"),
        ("budget.units", "budget.unit_price"),
    ),
    key=(
        "project.code",
        "partner.name",
        "budget.work_package",
        "budget.category",
        "budget.description",
        "budget.period",
    ),
    typical=frozenset(
        {
            "budget.category",
            "budget.period",
            "budget.units",
            "budget.unit_price",
            "budget.indirect",
            "budget.person_months",
        }
    ),
    against=frozenset(
        {"project.abstract", "project.start", "project.signed_on", "project.public_funding", "project.eligible_cost"}
    ),
    reads={
        "*.name": "budget.description",
        "*.title": "budget.description",
        "*.text": "budget.description",
        "*.code": None,
        "*.type": "budget.category",
        "*.budget": "budget.amount",
        "*.date": None,
        "*.partner_code": "partner.code",
        "project.coordinator": "partner.name",
        "project.total_cost": "budget.amount",
        "cost.category": "budget.category",
        "cost.description": "budget.description",
        "cost.work_package": "budget.work_package",
        "cost.code": None,
        "cost.date": None,
        "cost.period_start": None,
        "cost.period_end": None,
        "project.spent": "cost.expended",
        "effort.month": "budget.period",
        "*.expended": "cost.expended",
        "indicator.actual": "cost.expended",
        "work_package.code": "budget.work_package",
        "work_package.title": "budget.work_package",
        "work_package.person_months": "budget.person_months",
    },
    many=frozenset({"budget.amount"}),
    names="budget.description",
)
