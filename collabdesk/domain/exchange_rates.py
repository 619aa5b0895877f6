"""An exchange rate of the manager's own: agreed, published by a bank, or of a unit of account."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

KINDS = ("day", "month_average", "period_average", "agreed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRate(Record):
    """1 `base` is worth `rate` `quote`. `kind` is one of KINDS; `start` to `end` the days it holds for. `series` names
    the manager's table; `project_id` None means for all projects.
    """

    project_id: int | None = None
    series: str = ""
    base: str = ""
    quote: str = ""
    kind: str = "day"
    start: IsoDate | None = None
    end: IsoDate | None = None
    rate: Decimal | None = None
    source: str = ""


_SAID = {
    "": "day", "daily": "day", "spot": "day", "fixing": "day",
    "month": "month_average", "monthly": "month_average", "monthly average": "month_average",
    "average of a month": "month_average", "period": "period_average", "average of a period": "period_average",
    "average": "period_average", "fixed": "agreed", "contract": "agreed", "convention": "agreed",
}  # fmt: skip


def kind_of(text: str) -> str:
    """The kind that a source's own word means, one of KINDS; the word itself where it is none."""
    word = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
    known = word.replace(" ", "_")
    return known if known in KINDS else _SAID.get(word, text)
