"""Horizon Europe payments: pre-financing, interim payments under the cap, the balance, and the insurance withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import Rule

SCHEDULE = Rule(
    "he.payments",
    "MGA-22",
    "Payments of the grant",
    "pre-financing = share x grant / periods; interim = min(accepted, cap x grant - paid); "
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
    prefinancing = prefinancing_share * grant / len(accepted)
    insurance = insurance_share * grant
    payments = [Payment("pre-financing", prefinancing, prefinancing - insurance)]
    paid = prefinancing
    for number, contribution in enumerate(accepted[:-1], start=1):
        interim = max(Decimal(0), min(contribution, cap_share * grant - paid))
        payments.append(Payment(f"interim {number}", interim, interim))
        paid += interim
    balance = min(sum(accepted, Decimal(0)), grant) - paid
    return [*payments, Payment("balance", balance, balance + insurance)]
