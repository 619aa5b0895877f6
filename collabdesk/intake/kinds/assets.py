"""Registers of background and results: one row is one asset, with its owner, the terms of access and its use."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="asset",
    noun="asset",
    nouns=("asset", "partner", "project"),
    signs=(
        ("asset.title", "asset.access"),
        ("asset.code", "asset.access"),
        ("asset.title", "asset.form"),
        ("asset.title", "asset.exclusive_until"),
        ("asset.title", "asset.protection"),
        ("asset.title", "asset.restriction"),
    ),
    key=("project.code", "asset.code", "asset.title"),
    typical=frozenset(
        {"asset.code", "asset.form", "asset.access", "asset.owners", "asset.exploitation", "asset.protection",
         "asset.restriction", "asset.exclusive_until", "asset.produced_on"}
    ),
    reads={
        "*.name": "asset.title",
        "*.description": "asset.title",
        "*.type": "asset.kind",
        "*.lead": "asset.owners",
        "*.date": "asset.produced_on",
        "project.coordinator": "asset.owners",
        "deliverable.code": "asset.deliverable",
        "deliverable.title": "asset.deliverable",
        "milestone.verification": "asset.evidence",
        "dataset.licence": "asset.licence",
    },
    signs_where_named=(("asset.code", "asset.title"), ("asset.title", "asset.owners")),
    unlabelled="asset.code",
)  # fmt: skip
