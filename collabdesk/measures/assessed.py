"""Assessed contributions: the shares of a year's scale, each member's part to the cent, and what is in arrears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from collabdesk.domain.rule_sources import OWN, own
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.scales import QUANTITY_PLACES
from collabdesk.domain.told import told

SHARE = own(
    "assessment.share",
    "Share in the scale",
    "the stated share; where none is stated, base / sum of the bases of all members",
    "ratio",
    "as scales by net national income are made; " + OWN,
)
SCALE = own(
    "assessment.scale-sum",
    "Sum of the scale",
    "sum of the members' shares; a whole scale sums to 1",
    "ratio",
)
PART = own(
    "assessment.part",
    "Assessed contribution",
    "total x share, down to the smallest coin; the coins left over go to the largest remainders, one each",
    "money",
    "method of the largest remainder (Hamilton, Hare-Niemeyer)",
)
ARREARS = own("assessment.arrears", "Arrears of the year", "assessed and due - received for that year", "money")
RUNNING = own(
    "assessment.arrears-running",
    "Arrears in all",
    "sum over the years of (assessed and due - received for that year); what one year is overpaid lessens another's",
    "money",
)
RULES = (SHARE, SCALE, PART, ARREARS, RUNNING)


@dataclass(frozen=True, slots=True)
class Member:
    """What the scale says of one member: its share (a fraction of one), or the base it is reckoned from."""

    share: Decimal | None = None
    base: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The members' shares in their order, exact; `reason` says why nothing can be assessed by them.

    `total` is the sum of the shares; None where one of them is unknown.
    """

    shares: tuple[Fraction | None, ...]
    total: Fraction | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One member's part of a total: `exact` before rounding, `amount` as assessed; `coin` if one of those left over."""

    amount: Decimal
    exact: Fraction
    coin: bool


def scale_of(members: Sequence[Member]) -> Scale:
    """The shares of a year's members, and whether they make a whole.

    Stated shares are kept with eight decimals, so a third three times is whole; what lies beyond that is a problem.
    """
    if not members:
        return Scale((), None, "no scale is recorded")
    if any((m.share or 0) < 0 or (m.base or 0) < 0 for m in members):
        return Scale((None,) * len(members), None, "a member's share or base is negative")
    by_base = [m for m in members if m.share is None]
    bases = sum((Fraction(m.base) for m in members if m.base is not None), Fraction(0))
    reason = _no_base(members, by_base, bases)
    shares = tuple(_share(m, None if reason else bases) for m in members)
    if reason is not None:
        return Scale(shares, None, reason)
    total = sum((s for s in shares if s is not None), Fraction(0))
    kept = Fraction(len(members), 2 * 10**QUANTITY_PLACES)
    if abs(total - 1) > kept:
        return Scale(shares, total, told("the scale sums to {total}, not to 1", total=_shown(total)))
    return Scale(shares, total)


def _no_base(members: Sequence[Member], by_base: Sequence[Member], bases: Fraction) -> str | None:
    if not by_base:
        return None
    unknown = sum(1 for m in by_base if m.base is None)
    if unknown:
        return told(
            "{unknown} of {members} members have neither a share nor a base", unknown=unknown, members=len(members)
        )
    currencies = sorted({m.currency or "none stated" for m in members if m.base is not None})
    if len(currencies) > 1:
        return told(
            "the bases are in {currencies} currencies: {currencies2}",
            currencies=len(currencies),
            currencies2=", ".join(currencies),
        )
    return "the bases sum to zero" if bases == 0 else None


def _share(member: Member, bases: Fraction | None) -> Fraction | None:
    if member.share is not None:
        return Fraction(member.share)
    return Fraction(member.base) / bases if bases and member.base is not None else None


def _shown(value: Fraction) -> str:
    return f"{plain(round(decimal(value), QUANTITY_PLACES)):f}"


def decimal(value: Fraction) -> Decimal:
    """The fraction as a decimal of 28 digits, for showing and rounding at the very end."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def parts(total: Decimal, scale: Scale, coin: Decimal) -> list[Part]:
    """The total shared out to the smallest `coin`: the parts sum to the total exactly.

    Of two equal remainders the one of the larger share comes first, then the one that is listed first. `scale` must
    be whole (no `reason`) and `total` a multiple of `coin`.
    """
    assert scale.reason is None and scale.total
    units = Fraction(total) / Fraction(coin)
    exact = [units * (share or 0) / scale.total for share in scale.shares]
    whole = [value.numerator // value.denominator for value in exact]
    left = int(units) - sum(whole)
    order = sorted(range(len(exact)), key=lambda i: (-(exact[i] - whole[i]), -exact[i], i))
    chosen = frozenset(order[:left])
    return [Part((n + (i in chosen)) * coin, exact[i] * Fraction(coin), i in chosen) for i, n in enumerate(whole)]


def arrears(assessed: Decimal | None, received: Decimal | None) -> Outcome:
    """Assessed and due less received, in one currency; negative when more came than was asked for."""
    if assessed is None:
        return Outcome(None, told("nothing is assessed"))
    return Outcome(assessed - (received or Decimal(0)))
