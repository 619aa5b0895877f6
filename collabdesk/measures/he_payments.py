"""Horizon Europe payments: pre-financing, interim payments under the cap, the balance, and the insurance withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import Rule
from collabdesk.domain.told import told

SCHEDULE = Rule(
    "he.payments",
    "MGA-22",
    "Payments of the grant",
    "pre-financing = min(share x grant / periods, cap x grant); interim = min(accepted, cap x grant - paid); "
    "balance = min(accepted in all, grant) - paid + insurance released",
    "money",
    "Horizon Europe Model Grant Agreement, article 22; pre-financing is not cleared against interim payments here",
)
RULES = (SCHEDULE,)


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment: `amount` as granted, `cash` as it reaches the account."""

    name: str
    amount: Decimal
    cash: Decimal


def first(grant: Decimal, periods: int, share: Decimal, cap_share: Decimal) -> Decimal:
    """The pre-financing: a share of the grant by the number of periods, and never beyond the cap."""
    return min(share * grant / periods, cap_share * grant)


def interim(accepted: Decimal, paid: Decimal, grant: Decimal, cap_share: Decimal) -> Decimal:
    """What is paid for a period: what was accepted, as far as the cap lets it."""
    return max(Decimal(0), min(accepted, cap_share * grant - paid))


def balance(accepted: Sequence[Decimal], paid: Decimal, grant: Decimal) -> Decimal:
    """What is paid at the end, without the insurance; negative is a recovery."""
    return min(sum(accepted, Decimal(0)), grant) - paid


def schedule(
    grant: Decimal,
    accepted: Sequence[Decimal],
    *,
    prefinancing_share: Decimal,
    insurance_share: Decimal,
    cap_share: Decimal,
) -> list[Payment]:
    """The payments of a grant with one accepted EU contribution for each period; negative is a recovery.

    The insurance is withheld from the pre-financing and released with the balance.
    """
    prefinancing = first(grant, len(accepted), prefinancing_share, cap_share)
    insurance = insurance_share * grant
    payments = [Payment("pre-financing", prefinancing, prefinancing - insurance)]
    paid = prefinancing
    for number, contribution in enumerate(accepted[:-1], start=1):
        amount = interim(contribution, paid, grant, cap_share)
        payments.append(Payment(told("interim {number}", number=number), amount, amount))
        paid += amount
    rest = balance(accepted, paid, grant)
    return [*payments, Payment("balance", rest, rest + insurance)]
