"""Progress: one row is how much of a work package was done on a day."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="progress",
    noun="progress",
    nouns=("progress", "project"),
    signs=(
        ("progress.work_package", "progress.done"),
        ("progress.day", "progress.done"),
    ),
    key=("project.code", "progress.work_package", "progress.day"),
    typical=frozenset({"progress.done"}),
    reads={
        "work_package.code": "progress.work_package",
        "budget.work_package": "progress.work_package",
        "cost.work_package": "progress.work_package",
        "milestone.work_package": "progress.work_package",
        "work_package.title": "progress.work_package",
        "*.date": "progress.day",
        "*.due": "progress.day",
        "*.description": "progress.note",
        "*.text": "progress.note",
    },
)
