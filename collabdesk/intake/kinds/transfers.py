"""Logs of transfers and exports: one row is one dataset or item that goes to another country."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="transfer",
    noun="transfer",
    nouns=("transfer", "project"),
    signs=(
        ("transfer.dataset", "transfer.to_country"),
        ("transfer.code", "transfer.to_country"),
        ("transfer.title", "transfer.to_country"),
        ("transfer.dataset", "transfer.mechanism"),
        ("transfer.dataset", "transfer.recipient"),
    ),
    key=("project.code", "transfer.code", "transfer.dataset"),
    typical=frozenset(
        {"transfer.code", "transfer.from_country", "transfer.to_country", "transfer.mechanism", "transfer.licence",
         "transfer.recipient"}
    ),
    reads={
        "*.name": "transfer.title",
        "*.description": "transfer.title",
        "project.coordinator": "transfer.recipient",
        "milestone.verification": "transfer.evidence",
        "dataset.title": "transfer.dataset",
        "dataset.code": "transfer.dataset",
    },
    unlabelled="transfer.code",
)  # fmt: skip
