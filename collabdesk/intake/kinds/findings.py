"""Audit findings: one row is one finding, often repeated for each award it concerns."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="finding",
    noun="finding",
    nouns=("finding", "project"),
    signs=(
        ("finding.code", "finding.text"),
        ("finding.code", "finding.condition"),
        ("finding.code", "finding.severity"),
        ("finding.code", "finding.material_weakness"),
        ("finding.code", "finding.requirement"),
        ("finding.code", "finding.questioned_cost"),
        ("finding.code", "finding.title"),
        ("finding.title", "finding.severity"),
        ("finding.criteria", "finding.condition"),
        ("finding.condition", "finding.cause"),
        ("finding.text", "finding.severity"),
        ("finding.questioned_known",),
    ),
    key=("finding.award", "finding.code"),
    typical=frozenset(
        {
            "finding.code",
            "finding.text",
            "finding.material_weakness",
            "finding.requirement",
            "finding.repeat",
            "finding.prior_code",
            "finding.severity",
            "finding.condition",
        }
    ),
    reads={
        "*.name": "finding.title",
        "*.description": "finding.text",
        "*.type": None,
        "*.category": None,
        "*.amount": None,
        "action.finding": "finding.code",
        "award.code": "finding.award",
    },
    unlabelled="finding.code",
)
