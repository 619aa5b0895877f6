"""Credit events: one row is a step of an in-kind contribution and the value that its acceptance credits."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="credit_event",
    noun="credit_event",
    nouns=("credit_event", "partner", "project"),
    signs=(
        ("credit_event.title", "credit_event.amount"),
        ("credit_event.code", "credit_event.amount"),
        ("credit_event.credited_on", "credit_event.amount"),
    ),
    key=("project.code", "partner.name", "credit_event.code", "credit_event.title"),
    typical=frozenset({"credit_event.amount", "credit_event.credited_on", "credit_event.milestone_code"}),
    reads={
        "project.coordinator": "partner.name",
        "*.partner_code": "partner.code",
        "*.lead": "partner.name",
        "participation.lead": None,
        "*.code": "credit_event.code",
        "*.name": "credit_event.title",
        "*.title": "credit_event.title",
        "contribution.title": "credit_event.title",
        "*.amount": "credit_event.amount",
        "contribution.milestone_code": "credit_event.milestone_code",
        "milestone.code": "credit_event.milestone_code",
        "milestone.title": "credit_event.milestone_code",
        "*.due": "credit_event.due",
        "contribution.received_on": "credit_event.credited_on",
        "contribution.unit_of_account": "credit_event.unit_of_account",
        "milestone.verification": "credit_event.evidence",
        "*.currency": "credit_event.currency",
        "project.currency": "credit_event.currency",
        "project.status": "credit_event.status",
    },
)
