"""A contribution: what a funder grants to a partner, and what a partner brings, in cash or in kind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

FORMS = ("cash", "in_kind")
PURPOSES = ("", "assessed", "match")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """Amounts in `currency`, or in `unit_of_account` (as ITER's IUA) where one is agreed.

    `amount` is the funder's share for this partner; `net_amount` the part it keeps itself.
    `pledged`, `called` and `received` (credited, when in kind) are what the partner itself brings.
    `purpose` is one of PURPOSES; `year` the year that an assessed contribution is for.
    """

    project_id: int | None = None
    partner_id: int | None = None
    participation_id: int | None = None
    form: str = "cash"
    title: str = ""
    amount: Decimal | None = None
    net_amount: Decimal | None = None
    total_cost: Decimal | None = None
    own: Decimal | None = None
    public: Decimal | None = None
    private: Decimal | None = None
    in_kind: Decimal | None = None
    other_fund: Decimal | None = None
    rate: Decimal | None = None
    pledged: Decimal | None = None
    called: Decimal | None = None
    received: Decimal | None = None
    due: IsoDate | None = None
    received_on: IsoDate | None = None
    milestone_code: str = ""
    currency: str = ""
    unit_of_account: str = ""
    purpose: str = ""
    year: str = ""


def form_of(text: str) -> str:
    """The form that a source's own word means, one of FORMS; the word itself where it is neither."""
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if word in ("", "cash", "money", "in cash"):
        return "cash"
    return "in_kind" if word in ("in kind", "inkind", "kind") else text
