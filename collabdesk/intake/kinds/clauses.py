"""Registers of clauses: one row is one clause of the agreement, with its place there and when it is reviewed."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="clause",
    noun="clause",
    nouns=("clause", "project"),
    signs=(
        ("clause.title", "clause.review_on"),
        ("clause.code", "clause.review_on"),
        ("clause.title", "clause.reference"),
        ("clause.code", "clause.reference"),
    ),
    key=("project.code", "clause.code", "clause.title"),
    typical=frozenset({"clause.code", "clause.title", "clause.type", "clause.review_on", "clause.reference"}),
    reads={
        "*.name": "clause.title",
        "*.description": "clause.text",
        "*.date": "clause.effective",
        "*.start": "clause.effective",
        "amendment.effective": "clause.effective",
        "milestone.verification": "clause.evidence",
    },
    signs_where_named=(
        ("clause.code", "clause.title"),
        ("clause.title", "clause.type"),
        ("clause.code", "clause.text"),
    ),
    unlabelled="clause.code",
)
