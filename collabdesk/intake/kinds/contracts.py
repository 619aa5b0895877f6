"""Contracts placed: one row is one contract with its supplier, country and weight for the geographical return."""

from __future__ import annotations

from collabdesk.intake.kind import Kind

KIND = Kind(
    name="contract",
    noun="contract",
    nouns=("contract", "partner", "project"),
    signs=(
        ("contract.supplier", "contract.amount"),
        ("contract.amount", "contract.weight"),
        ("contract.code", "contract.amount", "contract.country"),
    ),
    key=("project.code", "contract.code", "contract.title"),
    typical=frozenset({"contract.supplier", "contract.weight", "contract.amount"}),
    reads={
        "project.coordinator": "partner.name",
        "*.partner_code": "partner.code",
        "*.lead": "partner.name",
        "participation.lead": None,
        "*.code": "contract.code",
        "*.name": "contract.title",
        "project.title": "contract.title",
        "*.title": "contract.title",
        "*.description": "contract.title",
        "*.amount": "contract.amount",
        "*.country": "contract.country",
        "partner.country": "contract.country",
        "project.country": "contract.country",
        "*.date": "contract.signed_on",
        "project.signed_on": "contract.signed_on",
        "*.currency": "contract.currency",
        "project.currency": "contract.currency",
    },
)
