"""The language that a report is written in: sentences by catalogue, dates and numbers as that language writes them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

from collabdesk import paths
from collabdesk.domain import told as words
from collabdesk.domain.dates import earliest
from collabdesk.domain.money import NO_CURRENCY

LOCALES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
_NBSP = "\u00a0"
_MINUS = "\u2212"
_PRECISIONS = {1: "y", 2: "MMMM y", 3: "d MMMM y"}
_language: ContextVar[str] = ContextVar("language", default="en")


@contextmanager
def writing(language: str) -> Iterator[None]:
    """Inside, in this thread, `t` and all wording speak the language; KeyError for one that there is not."""
    token = _language.set(LOCALES[language][:2])
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The language being written: `en`, `de`, `fr` or `es`."""
    return _language.get()


def t(text: str, **values: Any) -> str:
    """The program's text in the language being written: a template with its values, or something said before.

    A text without a translation, and whatever is the user's own data, stays as it is.
    """
    if values:
        return _filled(text, values)
    return said(text)


def said(text: str) -> str:
    """What the program said in English, in the language being written."""
    maker = _SAYING.get(type(text))
    if maker:
        return maker(*text.parts)  # type: ignore[attr-defined]
    return _translated(text)


def n(count: int, one: str, many: str) -> str:
    """`n(3, "{n} finding", "{n} findings")`: the count with its noun."""
    catalogue = _catalogue(language())
    if catalogue is None:
        form = one if count == 1 else many
    else:
        forms = catalogue.get(one)
        known = forms.string if forms else ()
        index = int(catalogue.plural_func(count)) if isinstance(known, tuple) else 0
        form = known[index] if index < len(known) and known[index] else (one if count == 1 else many)
    return form.format(n=number(Decimal(count), 0))


def day(iso: str) -> str:
    """`14 March 2025`, `14. März 2025`, `14 mars 2025`, `14 de marzo de 2025`; as precise as the ISO text."""
    parts = iso.split("-")
    locale = _locale(language())
    shape = _PRECISIONS[len(parts)]
    if language() == "de":
        shape = shape.replace("d ", "d. ")
    elif language() == "es":
        shape = shape.replace(" ", " 'de' ")
    return format_date(earliest(iso), shape, locale)


def number(value: Decimal, places: int) -> str:
    """The number with the language's separators and a true minus sign, rounded half up to `places`."""
    shown = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{shown:,f}".replace("-", _MINUS if shown else "").translate(_separators(language()))


def share(ratio: Decimal, places: int = 1) -> str:
    """A ratio as a percentage: `62.3 %`, `62,3 %`."""
    return f"{number(ratio * 100, places)}{_NBSP}%"


def money(value: Decimal, currency: str, places: int) -> str:
    """`EUR 1,234.50`, `1.234,50 EUR`: the code before the amount in English, after it elsewhere.

    As the interinstitutional style guide of the European Union writes amounts.
    """
    shown = number(value, places)
    if not currency or currency == NO_CURRENCY:
        return shown
    return f"{currency}{_NBSP}{shown}" if language() == "en" else f"{shown}{_NBSP}{currency}"


def _filled(template: str, values: dict[str, Any]) -> str:
    in_language = {name: said(v) if isinstance(v, words.Said) else v for name, v in values.items()}
    return _translated(template).format(**in_language)


def _translated(text: str) -> str:
    catalogue = _catalogue(language())
    message = catalogue.get(text) if catalogue is not None and text else None
    known = message.string if message else ""
    return known if isinstance(known, str) and known else str(text)


def _joined(items: tuple[str, ...], separator: str) -> str:
    return _translated(separator).join(said(i) if isinstance(i, words.Said) else i for i in items)


def _amount(value: Decimal, currency: str, places: int) -> str:
    text = money(value, currency, places)
    return t("{amount} (currency not stated)", amount=text) if currency == NO_CURRENCY else text


_SAYING = {
    words.Told: _filled,
    words.CountWords: n,
    words.DayWords: day,
    words.AmountWords: _amount,
    words.NumberWords: number,
    words.ShareWords: share,
    words.Joined: _joined,
}


@cache
def _separators(name: str) -> dict[int, str]:
    """What the English comma and point become: Babel's own formatting of a number is too slow for a long annex."""
    return str.maketrans({",": get_group_symbol(_locale(name)), ".": get_decimal_symbol(_locale(name))})


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(LOCALES[name])


@cache
def _catalogue(name: str) -> Catalog | None:
    """The translations of a language; None for English, whose sentences are the keys."""
    if name == "en":
        return None
    content = paths.resources("translations", f"{name}.po").read_bytes()
    return read_po(io.BytesIO(content), locale=name)
