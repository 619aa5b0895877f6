"""How findings write amounts, shares, days and lists, the same in every criterion and each in its reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.dates import in_words
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.money import NO_CURRENCY, coin
from collabdesk.domain.rules import plain
from collabdesk.domain.told import (
    AmountWords,
    CountWords,
    DayWords,
    NumberWords,
    ShareWords,
    amount_words,
    counted_words,
    day_words,
    in_a_row,
    number_words,
    share_words,
    told,
)

_NAMED = 5
_NBSP = "\u00a0"
_MINUS = "\u2212"
FORM_WORDS = {"cash": told("in cash"), "in_kind": told("in kind")}


def money(amount: Decimal, unit: str) -> AmountWords:
    """`EUR 290,000.00`, `MUA 53.375`: two decimals, more where the books hold them; an unknown currency is said."""
    held = plain(amount.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP))
    places = max(2, -int(held.as_tuple().exponent))
    text = _signed(f"{held:,.{places}f}")
    text = f"{text} (currency not stated)" if unit == NO_CURRENCY else f"{unit}{_NBSP}{text}"
    return amount_words(text, held, unit, places)


def computed(amount: Decimal, unit: str) -> AmountWords:
    """An amount that a rule computed, rounded to the smallest coin."""
    return money(amount.quantize(coin(unit), rounding=ROUND_HALF_UP), unit)


def percent(ratio: Decimal) -> ShareWords:
    """`69.0 %`, half up, not broken at the line's end."""
    return share_words(f"{_signed(f'{_tenths(ratio * 100):f}')}{_NBSP}%", ratio, 1)


def threshold_share(ratio: Decimal) -> ShareWords:
    """A share as exact as a criterion states it: `20 %`, `2.5 %`."""
    exact = plain(ratio * 100)
    return share_words(f"{exact:f}{_NBSP}%", ratio, max(0, -int(exact.as_tuple().exponent)))


def number(value: Decimal | int) -> NumberWords:
    """A number without trailing zeros, with commas between thousands."""
    exact = plain(Decimal(value))
    return number_words(_signed(f"{exact:,f}"), exact, max(0, -int(exact.as_tuple().exponent)))


def index(value: Decimal) -> NumberWords:
    """An index with three decimals: `0.690`."""
    shown = value.quantize(Decimal("0.001"), rounding=ROUND_HALF_UP)
    return number_words(f"{shown:f}", shown, 3)


def day(iso: str) -> DayWords:
    """`14 March 2025`, as precise as the ISO text is."""
    return day_words(in_words(iso), iso)


def days(many: int) -> CountWords:
    """`1 day`, `3 days`."""
    return counted_words(many, "{n} day", "{n} days")


def listed(items: Sequence[str], separator: str = "; ") -> str:
    """The first few items, and how many more there are."""
    more = [told("and {n} more", n=number(len(items) - _NAMED))] if len(items) > _NAMED else []
    return in_a_row([*items[:_NAMED], *more], separator)


def sentences(*parts: str) -> str:
    """Sentences after one another; an empty one is left out."""
    return in_a_row([part for part in parts if part], " ")


def named(code: str, title: str) -> str:
    """`M3 (Prototype tested)`, or whichever of the two is there."""
    return f"{code} ({title})" if code and title else code or title or told("without a name")


def recorded_reasons(milestones: Iterable[Milestone]) -> str:
    """The delay reasons as the source records them; "" where it records none."""
    reasons = [f"{m.code or m.title}: {m.delay_reason}" for m in milestones if m.delay_reason]
    return told("Reasons recorded: {reasons}.", reasons=listed(reasons)) if reasons else ""


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _signed(text: str) -> str:
    return text.replace("-", _MINUS)
