"""Values that several commands take."""

from __future__ import annotations

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation

from collabdesk.domain.dates import today


def day(text: str) -> date:
    """A day as ISO 8601 writes it; argparse's error otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2025-12-31") from None


def decimal(text: str) -> Decimal:
    """An exact number with a point as its decimal mark; argparse's error otherwise."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number such as 1234.50")
    return number


def as_of_option(parser: argparse.ArgumentParser) -> None:
    """Add `--as-of`, today by default."""
    parser.add_argument("--as-of", metavar="DATE", type=day, default=today(), help="the day the figures are of")
