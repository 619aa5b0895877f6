"""Work packages: one row is one package of a project's plan."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="work_package",
    noun="work_package",
    nouns=("work_package", "project", "progress"),
    signs=(
        ("work_package.title", "work_package.lead"),
        ("work_package.title", "work_package.start"),
        ("work_package.title", "work_package.code"),
        ("work_package.title", "work_package.person_months"),
        ("work_package.code", "work_package.start"),
    ),
    key=("project.code", "work_package.code"),
    typical=frozenset({"work_package.title", "work_package.code", "work_package.lead", "work_package.person_months"}),
    reads={
        "*.work_package": "work_package.code",
        "progress.work_package": "work_package.code",
        "milestone.predecessors": "work_package.predecessors",
        "budget.amount": "work_package.cost",
        "project.total_cost": "work_package.cost",
        "project.coordinator": "work_package.lead",
        "partner.name": "work_package.lead",
        "partner.short_name": "work_package.lead",
        "*.name": "work_package.title",
        "*.description": None,
        "*.text": None,
        "*.period_start": "work_package.start",
        "*.period_end": "work_package.end",
        "budget.work_package": "work_package.code",
        "budget.person_months": "work_package.person_months",
        "project.start": "work_package.start",
        "project.end": "work_package.end",
    },
    unlabelled="work_package.code",
)
