"""Risk registers: one row is one risk with its likelihood, impact and response."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="risk",
    noun="risk",
    nouns=("risk", "project"),
    signs=(
        ("risk.title", "risk.likelihood"),
        ("risk.title", "risk.impact"),
        ("risk.title", "risk.response"),
        ("risk.code", "risk.likelihood"),
    ),
    key=("project.code", "risk.code", "risk.title"),
    typical=frozenset({"risk.title", "risk.likelihood", "risk.impact", "risk.response"}),
    reads={
        "*.name": "risk.title",
        "*.description": "risk.title",
        "*.text": "risk.title",
        "*.type": "risk.category",
        "*.status": None,
        "*.lead": None,
    },
    unlabelled="risk.code",
)
