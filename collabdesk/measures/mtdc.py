"""Modified total direct costs: the base of indirect costs of a US federal award."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import Rule

_CFR = "2 CFR 200.1, modified total direct cost; thresholds by the date of the award"
MTDC = Rule(
    "us.mtdc",
    "2CFR200.1",
    "Modified total direct costs",
    "direct costs - equipment, capital, patient care, rental, tuition, scholarships, participant support - "
    "what each subaward exceeds the cap by",
    "money",
    _CFR,
)
INDIRECT = Rule("us.indirect", "2CFR200.414", "Indirect costs", "MTDC x rate", "money", "2 CFR 200.414(f)")
RULES = (MTDC, INDIRECT)
EXCLUDED = frozenset({"capital", "patient_care", "rental", "tuition", "scholarship", "participant_support"})


@dataclass(frozen=True, slots=True)
class DirectCost:
    """One direct cost. `unit_price` is an equipment's price each; `subaward` names the one it is paid under."""

    amount: Decimal
    kind: str
    unit_price: Decimal | None = None
    subaward: str = ""


def mtdc(
    costs: Iterable[DirectCost],
    subaward_cap: Decimal,
    equipment_threshold: Decimal,
    excluded: AbstractSet[str] = EXCLUDED,
) -> Decimal:
    """The base over the life of an award; all costs in one currency. `excluded` are the kinds outside the base.

    Equipment is tested on its price each, never on the line's total: below the threshold it is supplies. The cap
    counts once for each subaward over its life, never for each line.
    """
    base, subawards = Decimal(0), defaultdict[str, Decimal](Decimal)
    for cost in costs:
        if cost.kind == "subaward":
            subawards[cost.subaward] += cost.amount
        elif not is_outside(cost, equipment_threshold, excluded):
            base += cost.amount
    return base + sum((min(amount, subaward_cap) for amount in subawards.values()), Decimal(0))


def is_outside(cost: DirectCost, equipment_threshold: Decimal, excluded: AbstractSet[str] = EXCLUDED) -> bool:
    """Whether a cost other than a subaward is no part of the base."""
    if cost.kind == "equipment":
        price = cost.amount if cost.unit_price is None else cost.unit_price
        return price >= equipment_threshold
    return cost.kind in excluded


def indirect(base: Decimal, rate: Decimal) -> Decimal:
    """MTDC x rate, unrounded."""
    return base * rate
