"""The language that a report is written in: sentences by catalogue, dates and numbers as that language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from collabdesk.domain import told as words
from collabdesk.domain.dates import earliest, in_words
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.reporting.catalogue import catalogue

LOCALES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
_NBSP = "\u00a0"
_MINUS = "\u2212"
_ENGLISH = "en"
_SHAPES = {
    "de": {1: "y", 2: "MMMM y", 3: "d. MMMM y"},
    "fr": {1: "y", 2: "MMMM y", 3: "d MMMM y"},
    "es": {1: "y", 2: "MMMM 'de' y", 3: "d 'de' MMMM 'de' y"},
}
_language: ContextVar[str] = ContextVar("language", default=_ENGLISH)


@contextmanager
def writing(language: str) -> Iterator[None]:
    """Inside, in this thread, `t` and all wording speak the language (`de`, `de-DE`); KeyError for one there is not."""
    token = _language.set(LOCALES[language.partition("-")[0]][:2])
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language being written: `en`, `de`, `fr` or `es`."""
    return _language.get()


def t(text: str, /, **values: Any) -> str:
    """The program's text in the language being written: a template with its values, or something said before.

    A text without a translation, and whatever is the user's own data, stays as it is.
    """
    return _filled(text, values) if values else said(text)


def said(text: str) -> str:
    """What the program said in English, in the language being written."""
    spoken = _language.get()
    if spoken == _ENGLISH:
        return text
    maker = _SAYING.get(type(text))
    if maker:
        return maker(*text.parts)  # type: ignore[attr-defined]
    return catalogue(spoken).sentences.get(text, text)


def retold(text: str) -> str:
    """As `said`, for a text that may be the user's own: only what the program said is said again."""
    return said(text) if isinstance(text, words.Said) else text


def n(count: int | Decimal, one: str, many: str, /, **values: Any) -> str:
    """`n(3, "{n} finding", "{n} findings")`: the count with its noun, in the form that belongs to the number.

    The number does not part from its noun at the end of a line.
    """
    if isinstance(count, int):
        count = Decimal(count)
    form = catalogue(_language.get()).form(count, one, many)
    places = max(0, -int(count.as_tuple().exponent))
    form = form.replace("{n} ", f"{{n}}{_NBSP}")
    return form.format(n=number(count, places), **{name: _value(v) for name, v in values.items()})


def day(iso: str) -> str:
    """`14 March 2025`, `14. März 2025`, `14 mars 2025`, `14 de marzo de 2025`; as precise as the ISO text."""
    return _day(_language.get(), iso)


def month(number_of_it: int) -> str:
    """The month as a chart's axis has room for it: `Mar`, `Mär`, `mars`, `mar`."""
    return _months(_language.get())[number_of_it]


def number(value: Decimal, places: int) -> str:
    """The number with the language's separators and a true minus sign, rounded half up to `places`."""
    shown = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{shown:,f}".replace("-", _MINUS if shown else "")
    spoken = _language.get()
    return text if spoken == _ENGLISH else text.translate(_separators(spoken))


def share(ratio: Decimal, places: int = 1) -> str:
    """A ratio as a percentage: `62.3 %`, `62,3 %`."""
    return f"{number(ratio * 100, places)}{_NBSP}%"


def money(value: Decimal, currency: str, places: int) -> str:
    """`EUR 1,234.50`, `1.234,50 EUR`: the code before the amount in English, after it elsewhere.

    As the interinstitutional style guide of the European Union writes amounts.
    """
    return in_currency(number(value, places), currency)


def in_currency(shown: str, currency: str) -> str:
    """A number as shown, with the code of its currency on the language's side of it, if one is stated."""
    if not currency or currency == NO_CURRENCY:
        return shown
    return f"{currency}{_NBSP}{shown}" if _language.get() == _ENGLISH else f"{shown}{_NBSP}{currency}"


def in_a_row(items: Iterable[str]) -> str:
    """`a, b and c`; what is empty is left out."""
    found = [_value(item) for item in items if item]
    if len(found) < 2:
        return found[0] if found else ""
    return t("{all_but_last} and {last}", all_but_last=", ".join(found[:-1]), last=found[-1])


def _filled(template: str, values: Mapping[str, Any]) -> str:
    text = catalogue(_language.get()).sentences.get(template, template)
    return text.format(**{name: _value(v) for name, v in values.items()})


def _value(value: Any) -> Any:
    return said(value) if isinstance(value, words.Said) else value


def _told(template: str, values: Mapping[str, Any]) -> str:
    return _filled(template, values) if values else said(str(template))


def _joined(items: tuple[str, ...], separator: str) -> str:
    return separator.join(retold(item) for item in items)


def _amount(value: Decimal, currency: str, places: int) -> str:
    text = money(value, currency, places)
    return t("{amount} (currency not stated)", amount=text) if currency == NO_CURRENCY else text


_SAYING: Mapping[type, Callable[..., str]] = {
    words.Told: _told,
    words.CountWords: n,
    words.DayWords: day,
    words.AmountWords: _amount,
    words.NumberWords: number,
    words.ShareWords: share,
    words.Joined: _joined,
}


@lru_cache(maxsize=4096)
def _day(spoken: str, iso: str) -> str:
    if spoken == _ENGLISH:
        return str(in_words(iso))
    written = format_date(earliest(iso), _SHAPES[spoken][iso.count("-") + 1], _locale(spoken))
    return f"1er{written[1:]}" if spoken == "fr" and written.startswith("1 ") else written


@cache
def _months(spoken: str) -> Mapping[int, str]:
    names = get_month_names("abbreviated", "stand-alone", _locale(spoken))
    return {number_of_it: "Sep" if name == "Sept" else name.rstrip(".") for number_of_it, name in names.items()}


@cache
def _separators(spoken: str) -> dict[int, str]:
    """What the English comma and point become: Babel's own formatting of a number is too slow for a long annex."""
    return str.maketrans({",": get_group_symbol(_locale(spoken)), ".": get_decimal_symbol(_locale(spoken))})


@cache
def _locale(spoken: str) -> Locale:
    return Locale.parse(LOCALES[spoken])
