"""What a header says of the unit below it: a currency, and a factor such as £m, k€ or in Mio. EUR."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "zł": "PLN", "kč": "CZK", "¥": "JPY"}
_NAMES = {
    "euro": "EUR", "euros": "EUR", "eiro": "EUR", "evro": "EUR", "евро": "EUR", "ευρώ": "EUR", "ευρω": "EUR",
    "pounds": "GBP", "dollars": "USD", "zloty": "PLN", "złotych": "PLN", "forint": "HUF", "huf": "HUF", "ft": "HUF",
    "лв": "BGN", "лева": "BGN", "lei": "RON", "kn": "HRK", "kuna": "HRK",
}  # fmt: skip
_CODES = frozenset(
    [*("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "HRK", "ISK", "JPY", "CAD"),
     *("AUD", "NZD", "ZAR", "INR", "CNY", "KRW", "BRL", "MXN", "ILS", "TRY", "UAH", "RSD")]
)  # fmt: skip
_AMBIGUOUS = frozenset({"TRY", "ISK", "ALL"})
_THOUSAND = r"(?:k|tsd\.?|tis\.?|tys\.?|thousands?|000s|milliers?|miles|migliaia|tusen|in thousands|’000|'000|000)"
_MILLION = r"(?:m|mn|mln|mil\.|mio\.?|millions?|millionen|milioni|millones|milhões|mkr|mill\.?)"
_BILLION = r"(?:bn|billions?|mrd\.?|mld\.?|milliards?|milliarden)"
_CURRENCY = r"(?:[€£$]|eur(?:os?)?|gbp|usd|chf|sek|nok|dkk|pln|czk|huf|ron|bgn)"
_FACTORS = tuple(
    (
        re.compile(
            rf"(?<![\w]){_CURRENCY}\s?{word}(?![\w])|(?<![\w]){word}\s?(?:of\s)?{_CURRENCY}(?![\w])", re.IGNORECASE
        ),
        factor,
    )
    for word, factor in ((_BILLION, Decimal(10**9)), (_MILLION, Decimal(10**6)), (_THOUSAND, Decimal(1000)))
)
_ALONE = tuple(
    (re.compile(rf"[(\[](?:in\s)?{word}[)\]]", re.IGNORECASE), factor)
    for word, factor in (
        (r"(?:millions?|mio\.?|mln)", Decimal(10**6)),
        (r"(?:thousands?|tsd\.?|tis\.?|tys\.?|000s|'000)", Decimal(1000)),
    )
)
_TOKEN = re.compile(r"[^\W\d_]+\.?")


@lru_cache(maxsize=4096)
def unit_of(header: str) -> tuple[Decimal, str]:
    """(factor, ISO currency) that a header states; (1, "") when it states none."""
    factor = next((f for pattern, f in (*_FACTORS, *_ALONE) if pattern.search(header)), Decimal(1))
    return factor, currency_of(header)


def currency_of(text: str) -> str:
    """The one currency a text names by symbol, code or word; "" when none or several."""
    found = {code for symbol, code in _SYMBOLS.items() if symbol in text.casefold()}
    for token in _TOKEN.findall(text.replace("_", " ")):
        word = token.rstrip(".")
        if word.upper() in _CODES and (word.isupper() or word.upper() not in _AMBIGUOUS):
            found.add(word.upper())
        elif word.casefold() in _NAMES and len(word) > 2:
            found.add(_NAMES[word.casefold()])
    return found.pop() if len(found) == 1 else ""
