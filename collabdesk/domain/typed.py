"""What a person types as a number or a month of the project: read strictly, by the decimal mark of their locale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from collabdesk.domain.dates import IsoDate, earliest
from collabdesk.domain.digits import plain_digits
from collabdesk.domain.money import LARGEST
from collabdesk.domain.number_text import NumberText, take_apart
from collabdesk.domain.scales import AMOUNT_PLACES, QUANTITY_PLACES
from collabdesk.domain.spans import months_later

_NOTHING = frozenset({"", "–", "—"})  # the dash is how an empty value is shown
_PROJECT_MONTH = re.compile(r"[Mm]\s?(\d{1,3})")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """An amount and the currency typed beside it ("" where none was)."""

    value: Decimal
    currency: str = ""


def is_nothing(text: str) -> bool:
    """Whether the text stands for an empty value."""
    return text.strip() in _NOTHING


def amount(text: str, decimal: str) -> TypedAmount | None:
    """An exact amount of money; None for nothing. ValueError, with a sentence, for what is none.

    `1.234,56` and `1,234.56` are read as what they can only be, `1,234` by `decimal`, the locale's decimal mark.
    """
    parts = _parts(text, "an amount")
    if parts is None:
        return None
    if parts.percent:
        raise ValueError(f"“{text.strip()}” is a percentage, not an amount.")
    return TypedAmount(_value(parts, text, decimal, "an amount", AMOUNT_PLACES), parts.currency)


def quantity(text: str, decimal: str) -> Decimal | None:
    """A number without a currency, read as amounts are."""
    parts = _parts(text, "a number")
    if parts is None:
        return None
    if parts.percent or parts.currency:
        raise ValueError(f"“{text.strip()}” is not a plain number.")
    return _value(parts, text, decimal, "a number", QUANTITY_PLACES)


def percent(text: str, decimal: str) -> Decimal | None:
    """A fraction of one: `80` and `80 %` are 0.8, whatever stands in the cells around it."""
    parts = _parts(text, "a percentage")
    if parts is None:
        return None
    if parts.currency or parts.unit:
        raise ValueError(f"“{text.strip()}” is not a percentage.")
    return _value(parts, text, decimal, "a percentage", QUANTITY_PLACES - 2).scaleb(-2)


def _parts(text: str, kind: str) -> NumberText | None:
    if is_nothing(text):
        return None
    parts = take_apart(text)
    if parts is None:
        raise ValueError(f"“{text.strip()}” is not {kind}.")
    return parts


def _value(parts: NumberText, text: str, decimal: str, kind: str, places: int) -> Decimal:
    # A sign of a currency must not turn `1.234 €` into another number than `1.234`: the person's locale decides.
    vote = replace(parts, currency="").votes
    mark = vote if vote in (".", ",") else plain_digits(decimal)
    number = parts.value(mark)
    if number is None:
        raise ValueError(f"“{text.strip()}” is not {kind}: its digits are grouped in no way that is usual.")
    number = number.scaleb(parts.unit)
    if abs(number) > LARGEST:
        raise ValueError(f"“{text.strip()}” is too large to be kept.")
    if number != round(number, places):
        raise ValueError(f"“{text.strip()}” has more than {places} decimals, which are more than are kept.")
    return number


def written(value: Decimal, decimal: str) -> str:
    """All digits of a number and no more, ungrouped: what an editor begins with and a spreadsheet program reads."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}{decimal}{rest}" if rest else whole


def project_month(text: str, start: str | None, *, begins: bool) -> IsoDate | None:
    """`M7` as the seventh month of a project; None where the text is no such month.

    A project that starts on the first of a month gives the month; else `begins` says which end of it is meant.
    ValueError where the project has no start.
    """
    found = _PROJECT_MONTH.fullmatch(text.strip())
    if found is None:
        return None
    number = int(found[1])
    if not start or len(start) < 7:
        raise ValueError(f"“{text.strip()}” needs the month in which the project starts, which is not stated.")
    if number == 0:
        raise ValueError("The first month of a project is M1.")
    first = earliest(start)
    begin = months_later(first, number - 1)
    if first.day == 1:
        return IsoDate(begin.isoformat()[:7])
    day = begin if begins else months_later(first, number) - timedelta(days=1)
    return IsoDate(day.isoformat())
