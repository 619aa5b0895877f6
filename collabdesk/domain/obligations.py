"""What a record that is typed must state, and which of its fields take a word of a list or a fraction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from collabdesk.domain import assets, clauses, contributions, exchange_rates, payments, transfers
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.money_words import CODES, UNITS_OF_ACCOUNT
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import field_types

_PROJECT, _NAMED = ("project_id",), ("code", "title")
OBLIGATORY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "funder": (("name",),),
    "project": (("code",),),
    "partner": (("name",),),
    "participation": (_PROJECT, ("partner_id",)),
    "contribution": (_PROJECT, ("partner_id",)),
    "budget": (_PROJECT, ("amount", "person_months", "units")),
    "cost": (_PROJECT, ("expended", "obligated", "paid")),
    "work_package": (_PROJECT, _NAMED),
    "milestone": (_PROJECT, _NAMED),
    "deliverable": (_PROJECT, _NAMED),
    "indicator": (_PROJECT, _NAMED),
    "risk": (_PROJECT, _NAMED),
    "award": (_PROJECT, _NAMED),
    "rule_override": (_PROJECT, ("name",), ("value",), ("reason",)),
    "amendment": (_PROJECT, ("code",)),
    "budget_version": (_PROJECT, ("code",)),
    "reporting_period": (_PROJECT, ("code",), ("start",), ("end",)),
    "effort": (_PROJECT, ("person",), ("month",), ("days", "cost")),
    "payment": (_PROJECT, ("expected", "received")),
    "credit_event": (_PROJECT, _NAMED),
    "assessment": (_PROJECT, ("year",), ("total",)),
    "scale_share": (_PROJECT, ("year",), ("partner_id", "country"), ("share", "base")),
    "exchange_rate": (("base",), ("quote",), ("rate",), ("start",)),
    "progress": (_PROJECT, ("day",), ("done",)),  # without a work package it is of the whole project
    "baseline": (_PROJECT, ("code",)),
    "forecast": (_PROJECT, ("subject",), ("code",), ("reported_on",), ("forecast",)),
    "contract": (_PROJECT, ("amount",)),
    "sample_item": (("sample_id",), ("book",)),
    "clause": (_PROJECT, _NAMED),
    "decision": (_PROJECT, _NAMED),
    "asset": (_PROJECT, _NAMED, ("form",)),
    "dataset": (_PROJECT, _NAMED),
    "transfer": (_PROJECT, ("dataset", "title"), ("to_country",)),
}
"""Noun -> what must be stated, one field of each group; nouns that are not here come about by acts of their own."""
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("contribution", "form"): contributions.FORMS,
    ("contribution", "purpose"): contributions.PURPOSES,
    ("payment", "kind"): payments.KINDS,
    ("exchange_rate", "kind"): exchange_rates.KINDS,
    ("budget", "basis"): ("budget", "baseline", "forecast"),
    ("project", "cost_model"): ("", "actual", "lump_sum", "unit"),
    ("clause", "type"): ("", *clauses.TYPES),
    ("asset", "form"): assets.FORMS,
    ("transfer", "mechanism"): ("", *transfers.MECHANISMS),
}
"""Fields that hold one word of a list."""
UNIQUE = frozenset({"project", "work_package", "milestone", "deliverable", "reporting_period", "budget_version",
                    "amendment", "baseline", "clause", "decision", "asset", "dataset", "transfer"})  # fmt: skip
"""Nouns whose records are referred to by their code: no two of one project have the same."""
TYPED_OF: Mapping[str, frozenset[str]] = {
    "sample_item": frozenset({"audited", "explanation", "evidence", "finding"}),
}
"""Nouns whose records are made and deleted by acts of their own, with the fields of them that are typed."""
_FRACTIONS = frozenset({"share", "done", "working_time", "funding_rate", "cofunding_rate"})
_SPANS = (("start", "end"), ("period_start", "period_end"), ("actual_start", "actual_end"))


def wrong_value(noun: str, field: str, value: Any) -> str:
    """Why a value of the right type cannot stand in this field, as a sentence; "" when it can."""
    if noun in TYPED_OF and field not in TYPED_OF[noun]:
        return "It stands as it was drawn."
    listed = CHOICES.get((noun, field))
    if listed is not None and value not in listed:
        return f"“{value}” is none of {', '.join(word for word in listed if word)}."
    if field == "currency" and value and value not in CODES | UNITS_OF_ACCOUNT:
        return f"“{value}” is no currency: write the three letters of its ISO code, as EUR."
    if field in _FRACTIONS and isinstance(value, Decimal) and not 0 <= value <= 1:
        return "It must lie between 0 and 100 %."
    return ""


def missing(noun: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the record lacks: the first field that would do, and the sentence."""
    for group in OBLIGATORY.get(noun, ()):
        if all(values.get(field) in (None, "") for field in group):
            yield group[0], f"{_in_words(group)} is missing."
    if not values.get("currency") and not values.get("unit_of_account"):
        amounts = [field for field in _amounts(noun) if values.get(field) is not None]
        if amounts:
            yield "currency", f"The currency of the {_in_words((amounts[0],)).lower()} is missing."
    for first, last in _SPANS:
        begin, end = values.get(first), values.get(last)
        if begin and end and latest(end) < earliest(begin):
            yield last, f"{_in_words((last,))} lies before {_in_words((first,)).lower()}."


@cache
def _amounts(noun: str) -> tuple[str, ...]:
    """The amounts of a noun that states their currency."""
    types = field_types(NOUNS[noun])
    return tuple(name for name, word in types.items() if word == "amount") if "currency" in types else ()


def _in_words(fields: tuple[str, ...]) -> str:
    said = " or ".join(field.removesuffix("_id").replace("_", " ") for field in fields)
    return said[:1].upper() + said[1:]
