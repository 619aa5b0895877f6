"""How exact numbers are kept: money in ten-thousandths, all other quantities in hundred-millionths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from collabdesk.domain.records import Record

AMOUNT_PLACES = 4
QUANTITY_PLACES = 8
QUANTITIES = frozenset({
    "duration_months", "cofunding_rate", "funding_rate", "rate", "units", "person_months",
    "variance_days", "findings_count", "target", "actual", "votes", "share", "weight", "done", "days", "working_time",
    "match_ratio", "random_start", "confidence", "tolerable", "expected", "entitled", "present", "in_favour", "against",
    "abstained", "embargo_days",
})  # fmt: skip


def places(field: str) -> int:
    """The decimal places in which a Decimal field of a record is kept as an integer."""
    return QUANTITY_PLACES if field in QUANTITIES else AMOUNT_PLACES


def field_types(noun: type[Record]) -> Mapping[str, str]:
    """Each field's type word: int, text, bool, date, amount or quantity, read off the dataclass's annotations."""
    words = {}
    for f in fields(noun):
        kind = str(f.type).replace(" | None", "")
        if kind == Decimal.__name__:
            kind = "quantity" if f.name in QUANTITIES else "amount"
        words[f.name] = {"str": "text", "IsoDate": "date"}.get(kind, kind)
    return words
