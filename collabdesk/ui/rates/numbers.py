"""How a rate is written for people."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.conversions import shown
from collabdesk.ui.texts import DASH, number_text


def rate_text(value: Decimal | None) -> str:
    """Ten significant digits at most, in the person's locale."""
    if value is None:
        return DASH
    short = Decimal(shown(value))
    return number_text(short, max(0, -int(short.as_tuple().exponent)))
