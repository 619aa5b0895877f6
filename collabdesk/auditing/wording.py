"""How findings write amounts, shares, days and lists, the same in every criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.milestones import Milestone
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import plain

_NAMED = 5
FORM_WORDS = {"cash": "in cash", "in_kind": "in kind"}


def money(amount: Decimal, unit: str) -> str:
    """`EUR 290,000.00`, `MUA 53.375`: two decimals, more where the books hold them; an unknown currency is said."""
    held = plain(amount.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP))
    text = f"{held:,.{max(2, -int(held.as_tuple().exponent))}f}"
    return f"{text} (currency not stated)" if unit == NO_CURRENCY else f"{unit} {text}"


def percent(ratio: Decimal) -> str:
    """`69.0 %`, half up, not broken at the line's end."""
    return f"{(ratio * 100).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}\u00a0%"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold in a criterion's sentence: `{lag:share}` is written `20 %`, `{days:number}` is `90`."""

    value: Decimal

    def __format__(self, spec: str) -> str:
        return f"{plainly(self.value * 100)}\u00a0%" if spec == "share" else plainly(self.value)


def count(number: int, noun: str, many: str = "") -> str:
    """`1 milestone`, `3 milestones`, `2 categories`."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or noun + 's'}"


def listed(items: Sequence[str], separator: str = "; ") -> str:
    """The first few items, and how many more there are."""
    text = separator.join(items[:_NAMED])
    return f"{text}{separator}and {len(items) - _NAMED} more" if len(items) > _NAMED else text


def named(code: str, title: str) -> str:
    """`M3 (Prototype tested)`, or whichever of the two is there."""
    return f"{code} ({title})" if code and title else code or title or "without a name"


def recorded_reasons(milestones: list[Milestone]) -> str:
    """The delay reasons as the source records them; "" where it records none."""
    reasons = [f"{m.code or m.title}: {m.delay_reason}" for m in milestones if m.delay_reason]
    return f"Reasons recorded: {listed(reasons)}." if reasons else ""


def plainly(value: Decimal) -> str:
    """A number without trailing zeros, with commas between thousands."""
    return f"{plain(value):,f}"
