"""The canonical fields that a header can be mapped to, read off the nouns so that nothing is said twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import field_types

# A file's own word for a status is kept verbatim beside the status that moves by table.
_ATTRIBUTES = {
    "project.status": "funder_status",
    "participation.status": "funder_status",
    "milestone.status": "funder_status",
    "deliverable.status": "funder_status",
}
_NOUNS = {"action": "recommendation"}
_RATES = frozenset({"cofunding_rate", "funding_rate", "rate", "share", "done"})
_OF_EXCHANGE = frozenset({"cost.rate", "exchange_rate.rate"})  # 1.0850 is no share of a whole
_IDENTIFIERS = frozenset({"code", "vat", "postcode", "prior_code", "pass_through_code", "programme_code", "doi",
                          "phone", "order", "award", "agency"})  # fmt: skip
_INTERNAL = frozenset({"id", "uid", "version", "batch_id", "table_no", "source_row", "source_column",
                       "criterion", "facts", "figures", "rule_pack", "criteria_set", "basis"})  # fmt: skip
_IMPORTED = ("project", "partner", "participation", "contribution", "budget", "cost", "award", "milestone",
             "deliverable", "work_package", "finding", "action", "indicator", "risk", "reporting_period", "effort",
             "payment", "credit_event", "assessment", "scale_share", "contract", "progress", "amendment",
             "exchange_rate", "clause", "decision", "asset", "dataset", "transfer")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Canonical:
    """One canonical field: `name` is `noun.field`; `noun` and `attribute` are the record's.

    `type` is text, identifier, amount, quantity, rate, date or bool.
    """

    name: str
    noun: str
    attribute: str
    type: str


@cache
def canonical() -> dict[str, Canonical]:
    """Every canonical field by name."""
    known = {}
    for prefix in _IMPORTED:
        noun = _NOUNS.get(prefix, prefix)
        types = field_types(NOUNS[noun])
        for attribute, word in types.items():
            if attribute in _INTERNAL or attribute == "funder_status" or attribute.endswith("_id"):
                continue
            name = f"{prefix}.{attribute}"
            target = _ATTRIBUTES.get(name, attribute)
            if attribute in _RATES and name not in _OF_EXCHANGE:
                word = "rate"
            elif attribute in _IDENTIFIERS and word == "text":
                word = "identifier"
            known[name] = Canonical(name, noun, target, word)
    return known
