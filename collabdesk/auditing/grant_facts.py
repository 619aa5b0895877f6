"""Facts of a grant: its rule pack, and what its rules are applied to, by partner, category and reporting period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.domain.packs import Pack
from collabdesk.domain.payments import Payment
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.told import in_a_row, told

NOT_COUNTED = frozenset({"rejected"})
"""Statuses of a cost whose recorded amount is not counted; what the funder accepted of it still is."""
NO_CATEGORY = "no category"
DECIDED = frozenset({"accepted", "rejected"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantCost:
    """Cost items of one partner, category, status and period, in the project's currency, unrounded.

    `amount` is what counts: accepted where the funder decided, else as recorded; None with a `reason` where a part has
    no rate. `unit_price` is of one unit of equipment; `is_own` where the recipient itself pays;
    `is_converted` where a rate made it.
    """

    partner_id: int | None
    category: str
    status: str
    period: str
    amount: Decimal | None
    recorded: Decimal | None
    records: int
    reason: str | None = None
    subaward: str = ""
    unit_price: Decimal | None = None
    is_own: bool = False
    is_converted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A partner under the grant. `rate` is its own funding rate; `grant` its maximum, None where none is recorded."""

    partner_id: int | None
    name: str
    kind: str
    role: str
    rate: Decimal | None
    grant: Decimal | None
    participation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortOf:
    """One person's effort in a reporting period, or in a calendar year where there are no periods.

    `cost` is the person's whole personnel cost of the months worked; `working_months` those months x working time;
    `reason` says why they cannot be told.
    """

    partner_id: int | None
    person: str
    category: str
    period: str
    days: Decimal | None
    cost: Decimal | None
    working_months: Decimal
    ids: tuple[int, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonYear:
    """The days of one person in a calendar year: in this project, and over all projects that are recorded."""

    partner_id: int | None
    person: str
    year: str
    days_here: Decimal
    days: Decimal
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LumpShare:
    """The lump sum share of one partner in one work package; `period` is the one it was completed in ("" = none)."""

    partner_id: int | None
    work_package: str
    amount: Decimal
    is_complete: bool
    ids: tuple[int, ...]
    noun: str = "budget"
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantFacts:
    """Everything that eligibility, reimbursement and payments are computed from."""

    pack: Pack
    why: str
    day: date | None
    overrides: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    currency: str
    grant: Decimal | None
    action_type: str = ""
    cofunding_rate: Decimal | None = None
    signed_on: str = ""
    start: str = ""
    costs: tuple[GrantCost, ...] = ()
    parties: tuple[Party, ...] = ()
    periods: tuple[ReportingPeriod, ...] = ()
    efforts: tuple[EffortOf, ...] = ()
    person_years: tuple[PersonYear, ...] = ()
    shares: tuple[LumpShare, ...] = ()
    payments: tuple[Payment, ...] = ()
    rates_used: tuple[str, ...] = ()
    statuses: Mapping[str, int] = field(default_factory=dict)

    def party(self, partner_id: int | None) -> Party:
        """The partner's part in the grant; one without terms of its own where none is recorded."""
        for one in self.parties:
            if one.partner_id == partner_id:
                return one
        return Party(partner_id=partner_id, name=told("partner not named"), kind="", role="", rate=None, grant=None)

    @property
    def counted(self) -> str:
        """The statuses whose costs count, as a figure's inputs name them."""
        found = []
        for status in sorted(self.statuses):
            words = {
                "accepted": told("accepted (the accepted amount)"),
                "rejected": told("rejected (what was accepted of it)"),
            }
            found.append(words.get(status) or told(status))
        return in_a_row(found, ", ") or told("none is recorded")

    @property
    def named(self) -> dict[str, object]:
        """What every figure under the pack states: its code and version."""
        return {"rule pack": self.pack.name}

    def note(self, *names: str) -> str | None:
        """What a reader must know of these values: which are unconfirmed, which the grant states itself."""
        return note(self.pack, names)


def note(pack: Pack, names: Iterable[str]) -> str | None:
    """What a reader must know of a pack's values: which of them are unconfirmed, which the grant states itself."""
    found = []
    for name in names:
        value = pack.get(name)
        if value is not None and not value.confirmed:
            found.append(told("{name} is unconfirmed in the rule pack", name=name))
        elif value is not None and value.from_override:
            found.append(told("{name} as the grant states it ({source})", name=name, source=value.source))
    return in_a_row(found) or None
