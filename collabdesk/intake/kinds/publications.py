"""Lists of publications: one row is one publication, with its licence, repository and the days until open access."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="publication",
    noun="asset",
    nouns=("asset", "partner", "project"),
    signs=(
        ("asset.title", "asset.embargo_days"),
        ("asset.title", "asset.repository"),
        ("asset.title", "asset.published_on"),
    ),
    key=("project.code", "asset.code", "asset.title"),
    typical=frozenset({"asset.embargo_days", "asset.repository", "asset.published_on", "asset.licence"}),
    against=frozenset({"asset.access", "asset.form", "asset.exploitation"}),
    reads={
        "*.name": "asset.title",
        "*.type": "asset.kind",
        "*.lead": "asset.owners",
        "*.date": "asset.published_on",
        "project.doi": "asset.evidence",
        "deliverable.code": "asset.deliverable",
        "deliverable.title": "asset.deliverable",
        "milestone.verification": "asset.evidence",
        "dataset.licence": "asset.licence",
    },
    unlabelled="asset.code",
)
