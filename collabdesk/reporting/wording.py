"""How a report writes values, in its language: dates in words, amounts with their currency, n/a with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting import language
from collabdesk.reporting.content import Cite, Text
from collabdesk.reporting.language import in_currency, n, t

NOT_AVAILABLE = told("n/a")
_NBSP = "\u00a0"
number = language.number
# Indices are read as plain numbers (0.69), all other ratios as shares (69.0 %).
_INDICES = ("evm.", "es.", "georeturn.", "geo.", "concentration.gini", "equity.gini")
_UNITS = {
    "days": lambda value: n(value, "{n} day", "{n} days"),
    "months": lambda value: n(value, "{n} month", "{n} months"),
    "periods": lambda value: n(value, "{n} period", "{n} periods"),
    "person-months": lambda value: n(value, "{n} person-month", "{n} person-months"),
}


def day(value: date | str | None) -> str:
    """`14 March 2025`; `March 2025` or `2025` where the source is no more precise; an en dash for none.

    Not broken in English; in languages whose days are long, only between the month and what stands beside it.
    """
    if not value:
        return "\u2013"
    words = language.day(str(value)).split(" ")
    if language.language() == "en":
        return _NBSP.join(words)
    rest = ((_NBSP if len(words) > 3 and word[0].isdigit() else " ") + word for word in words[2:])
    return _NBSP.join(words[:2]) + "".join(rest)


def amount(value: Decimal | None, currency: str = "") -> str:
    """`EUR 1,234,567.50`: two decimals, three or four where the books hold them; n/a for None."""
    if value is None:
        return t(NOT_AVAILABLE)
    held = value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP).normalize()
    places = max(2, -int(held.as_tuple().exponent))
    return in_currency(number(value, places), currency)


def quantity(value: Decimal | None, unit: str = "") -> str:
    """A measured number without invented decimals, with its unit: one of time in the number's form."""
    if value is None:
        return t(NOT_AVAILABLE)
    short = value.normalize()
    places = min(max(0, -int(short.as_tuple().exponent)), 8)
    if unit in _UNITS:
        return _UNITS[unit](short.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)).replace(" ", _NBSP)
    return number(short, places) + (f"{_NBSP}{unit}" if unit else "")


def percent(value: Decimal) -> str:
    """A ratio as a share: `62.3 %`."""
    return language.share(value)


def shortened(text: str, longest: int) -> str:
    """The text, cut after a word with an ellipsis where it is longer; without spaces, where it must be."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut) + " \u2026"


def is_share(figure: Figure) -> bool:
    """A ratio that people read as a percentage, unlike an index such as CPI."""
    return figure.unit == "ratio" and not figure.rule.startswith(_INDICES)


def value_of(figure: Figure) -> str:
    """The figure's value as printed; `n/a` where it could not be computed."""
    value = figure.value
    if value is None:
        return t(NOT_AVAILABLE)
    if figure.unit == "ratio":
        return percent(value) if is_share(figure) else number(value, 4)
    if figure.unit in ("count", "points", ""):
        return quantity(value)
    if figure.unit in _UNITS:
        return quantity(value, figure.unit)
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
    return in_currency(to_the_cent(value), figure.unit)


def cited(figure: Figure) -> Text:
    """The value followed by its code."""
    return (read_off(figure), Cite(figure.id))


def counted(many_there_are: int, one: str, many: str = "") -> str:
    """`1 finding`, `3 findings`, `no findings`."""
    many = many or one + "s"
    if not many_there_are:
        return t(f"no {many}")
    return n(many_there_are, f"{{n}} {one}", f"{{n}} {many}")


def joined(words: Iterable[str]) -> str:
    """`a, b and c`."""
    return language.in_a_row(words)


def spoken(word: str) -> str:
    """A stored word as a reader expects it: `action_planned` -> `action planned`."""
    return t(word.replace("_", " ")) if word else ""
