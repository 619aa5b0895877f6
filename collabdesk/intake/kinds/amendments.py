"""Amendments: one row is one amendment of the grant agreement."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="amendment",
    noun="amendment",
    nouns=("amendment", "project"),
    signs=(
        ("amendment.code", "amendment.effective"),
        ("amendment.code", "amendment.changed"),
        ("amendment.code", "amendment.reason"),
    ),
    key=("project.code", "amendment.code"),
    typical=frozenset({"amendment.effective", "amendment.changed", "amendment.reason"}),
    reads={
        "*.name": "amendment.title",
        "*.title": "amendment.title",
        "*.date": "amendment.date",
        "project.signed_on": "amendment.date",
        "*.text": "amendment.reason",
        "*.description": "amendment.reason",
    },
    unlabelled="amendment.code",
)
