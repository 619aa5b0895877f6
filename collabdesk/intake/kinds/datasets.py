"""Registers of datasets, tables of data management plans: one row is one dataset, with what is recorded of its use."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="dataset",
    noun="dataset",
    nouns=("dataset", "partner", "project"),
    signs=(
        ("dataset.title", "dataset.duo"),
        ("dataset.code", "dataset.duo"),
        ("dataset.title", "dataset.permitted"),
        ("dataset.title", "dataset.is_personal"),
        ("dataset.title", "dataset.localisation"),
        ("dataset.title", "dataset.export_class"),
        ("dataset.title", "dataset.usable_until"),
        ("dataset.title", "dataset.jurisdiction"),
    ),
    key=("project.code", "dataset.code", "dataset.title"),
    typical=frozenset(
        {"dataset.code", "dataset.title", "dataset.duo", "dataset.permitted", "dataset.is_personal",
         "dataset.export_class", "dataset.localisation", "dataset.jurisdiction", "dataset.usable_until"}
    ),
    reads={
        "*.name": "dataset.title",
        "*.description": "dataset.title",
        "*.type": "dataset.kind",
        "*.lead": "partner.name",
        "project.coordinator": "partner.name",
        "deliverable.code": "dataset.deliverable",
        "deliverable.title": "dataset.deliverable",
        "milestone.verification": "dataset.evidence",
        "transfer.dataset": "dataset.code",
        "transfer.expires": "dataset.approval_expires",
        "asset.access": "dataset.access",
        "asset.repository": "dataset.localisation",
    },
    signs_where_named=(("dataset.code", "dataset.title"), ("dataset.title", "dataset.kind")),
    unlabelled="dataset.code",
)  # fmt: skip
