"""Logs of decisions: one row is one decision of a body, with votes, minutes and veto."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="decision",
    noun="decision",
    nouns=("decision", "project"),
    signs=(
        ("decision.title", "decision.in_favour"),
        ("decision.code", "decision.in_favour"),
        ("decision.title", "decision.present"),
        ("decision.title", "decision.veto_by"),
        ("decision.title", "decision.minutes_on"),
        ("decision.code", "decision.minutes_on"),
    ),
    key=("project.code", "decision.code", "decision.title"),
    typical=frozenset(
        {"decision.code", "decision.title", "decision.body", "decision.in_favour", "decision.against",
         "decision.present", "decision.minutes_on", "decision.veto_by"}
    ),
    reads={
        "*.name": "decision.title",
        "*.description": "decision.text",
        "project.coordinator": "decision.body",
        "project.signed_on": "decision.date",
        "milestone.verification": "decision.evidence",
        "participation.votes": "decision.entitled",
    },
    signs_where_named=(("decision.code", "decision.title"), ("decision.title", "decision.date")),
    unlabelled="decision.code",
)  # fmt: skip
