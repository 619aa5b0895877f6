"""Indicators: one row is one measure with its target and what was reached."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="indicator",
    noun="indicator",
    nouns=("indicator", "project"),
    signs=(
        ("indicator.title", "indicator.target"),
        ("indicator.title", "indicator.actual"),
        ("indicator.title", "indicator.unit"),
    ),
    key=("project.code", "indicator.code", "indicator.title", "indicator.period_start"),
    typical=frozenset({"indicator.title", "indicator.target", "indicator.actual", "indicator.unit"}),
    reads={
        "*.name": "indicator.title",
        "*.description": "indicator.title",
        "*.text": "indicator.title",
        "*.category": "indicator.type",
        "*.start": "indicator.period_start",
        "*.end": "indicator.period_end",
        "*.amount": None,
    },
    unlabelled="indicator.type",
)
