"""How a report writes values: dates in words, amounts with thousands separators and currency, n/a with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.reporting.content import Cite, Text

NOT_AVAILABLE = "n/a"
_NBSP = "\u00a0"
_MINUS = "\u2212"
# Indices are read as plain numbers (0.69), all other ratios as shares (69.0 %).
_INDICES = ("evm.", "es.", "georeturn.", "geo.", "concentration.gini", "equity.gini")
_PLURALS = {"days": "day", "periods": "period"}


def day(value: date | str | None) -> str:
    """`14 March 2025`; `March 2025` or `2025` where the source is no more precise; an en dash for none."""
    if not value:
        return "\u2013"
    return in_words(str(value)).replace(" ", _NBSP)


def number(value: Decimal, places: int) -> str:
    """The number with thousands separators and a true minus sign, rounded half up to `places`."""
    shown = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{shown:,f}".replace("-", _MINUS if shown else "")


def amount(value: Decimal | None, currency: str = "") -> str:
    """`EUR 1,234,567.50`: two decimals, three or four where the books hold them; n/a for None."""
    if value is None:
        return NOT_AVAILABLE
    held = value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP).normalize()
    places = max(2, -int(held.as_tuple().exponent))
    return _in_currency(number(value, places), currency)


def _in_currency(shown: str, currency: str) -> str:
    return f"{currency}{_NBSP}{shown}" if currency and currency != NO_CURRENCY else shown


def quantity(value: Decimal | None, unit: str = "") -> str:
    """A measured number without invented decimals, with its unit."""
    if value is None:
        return NOT_AVAILABLE
    short = value.normalize()
    places = max(0, -int(short.as_tuple().exponent))
    return number(short, min(places, 8)) + (f"{_NBSP}{unit}" if unit else "")


def percent(value: Decimal) -> str:
    """A ratio as a share: `62.3 %`."""
    return f"{number(value * 100, 1)}{_NBSP}%"


def is_share(figure: Figure) -> bool:
    """A ratio that people read as a percentage, unlike an index such as CPI."""
    return figure.unit == "ratio" and not figure.rule.startswith(_INDICES)


def value_of(figure: Figure) -> str:
    """The figure's value as printed; `n/a` where it could not be computed."""
    value = figure.value
    if value is None:
        return NOT_AVAILABLE
    if figure.unit == "ratio":
        return percent(value) if is_share(figure) else number(value, 4)
    if figure.unit in ("count", "points", ""):
        return quantity(value)
    if figure.unit in _PLURALS:
        word = _PLURALS[figure.unit] if abs(value) == 1 else figure.unit
        return quantity(value, word)
    return amount(value, figure.unit)


def to_the_cent(value: Decimal) -> str:
    """A computed amount as people read it: two decimals, half up; below one whatever the books hold."""
    return number(value, 2) if abs(value) >= 1 else amount(value)


def read_off(figure: Figure) -> str:
    """As `value_of` for the body of a report: an amount that was computed stands there to the cent, its code leads to
    the exact one in the annex. A sum of what is recorded keeps every decimal.
    """
    value = figure.value
    if value is None or not figure.unit.isupper() or figure.rule.startswith("total."):
        return value_of(figure)
    return _in_currency(to_the_cent(value), figure.unit)


def cited(figure: Figure) -> Text:
    """The value followed by its code."""
    return (read_off(figure), Cite(figure.id))


def counted(n: int, one: str, many: str = "") -> str:
    """`1 finding`, `3 findings`, `no findings`."""
    many = many or one + "s"
    return f"no {many}" if n == 0 else f"{n:,}{_NBSP}{one if n == 1 else many}"


def joined(words: Iterable[str]) -> str:
    """`a, b and c`."""
    found = [w for w in words if w]
    return found[0] if len(found) == 1 else " and ".join([", ".join(found[:-1]), found[-1]]) if found else ""


def spoken(word: str) -> str:
    """A stored word as a reader expects it: `action_planned` -> `action planned`."""
    return word.replace("_", " ")
