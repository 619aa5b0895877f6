"""Corrective actions and recommendations: one row answers one finding."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="corrective_action",
    noun="recommendation",
    nouns=("action", "project"),
    signs=(("action.text", "action.finding"), ("action.text", "action.addressee"), ("action.text", "action.due")),
    key=("action.finding", "action.text"),
    typical=frozenset({"action.text", "action.finding", "action.due", "action.addressee"}),
    reads={
        "*.code": "action.finding",
        "*.name": "action.text",
        "*.description": "action.text",
        "*.title": "action.text",
        "*.date": "action.due",
        "*.end": "action.due",
        "*.lead": "action.addressee",
        "*.type": None,
        "finding.code": "action.finding",
        "finding.title": "action.finding",
        "finding.text": None,
        "deliverable.due": "action.due",
    },
)
