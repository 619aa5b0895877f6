"""An item of a sample: its book value, and what the audit found it to be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem(Record):
    """`position` is its place in the population, `hits` how many selections fell on it, `is_certain` that it is at
    least as large as the interval and was taken for that. `cost_id` is the record and `reference` what finds it in
    the files: code and source cell. `audited` None means not tested yet. `finding` is the code of the finding that
    it led to.
    """

    sample_id: int | None = None
    cost_id: int | None = None
    position: int = 0
    reference: str = ""
    description: str = ""
    partner: str = ""
    book: Decimal | None = None
    audited: Decimal | None = None
    currency: str = ""
    hits: int = 1
    is_certain: bool | None = None
    explanation: str = ""
    finding: str = ""
    evidence: str = ""
