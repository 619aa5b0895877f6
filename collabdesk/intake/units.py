"""What a header says of the unit below it: a currency, and a factor such as £m, k€ or in Mio. EUR."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_SYMBOLS = {
    "€": "EUR", "£": "GBP", "$": "USD", "zł": "PLN", "kč": "CZK", "¥": "JPY", "₴": "UAH", "₺": "TRY", "₪": "ILS",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "₾": "GEL", "֏": "AMD", "円": "JPY", "人民币": "CNY", "人民幣": "CNY",
    "万元": "CNY", "萬元": "CNY", "美元": "USD", "欧元": "EUR", "歐元": "EUR", "만원": "KRW", "백만원": "KRW",
    "천원": "KRW",
}  # fmt: skip
_LOCAL_DOLLARS = {"a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "r$": "BRL", "s$": "SGD",
                  "hk$": "HKD", "nt$": "TWD", "us$": "USD"}  # fmt: skip
_NAMES = {
    "euro": "EUR", "euros": "EUR", "eiro": "EUR", "evro": "EUR", "евро": "EUR", "ευρώ": "EUR", "ευρω": "EUR",
    "eurot": "EUR", "eurų": "EUR", "eurai": "EUR", "eura": "EUR", "euró": "EUR", "євро": "EUR", "evra": "EUR",
    "pounds": "GBP", "dollars": "USD", "zloty": "PLN", "złotych": "PLN", "forint": "HUF", "huf": "HUF", "ft": "HUF",
    "лв": "BGN", "лева": "BGN", "lei": "RON", "kn": "HRK", "kuna": "HRK", "грн": "UAH", "гривень": "UAH",
    "руб": "RUB", "рублей": "RUB", "динара": "RSD", "dinara": "RSD", "денари": "MKD", "lekë": "ALL", "tkč": "CZK",
    "reais": "BRL", "yen": "JPY", "won": "KRW", "rupees": "INR", "lira": "TRY", "tl": "TRY", "meur": "EUR",
    "teur": "EUR", "keur": "EUR", "msek": "SEK", "tsek": "SEK", "mdkk": "DKK", "mnok": "NOK", "tnok": "NOK",
    "mpln": "PLN",
    "ლარი": "GEL", "korun": "CZK",
}  # fmt: skip
_CODES = frozenset(
    [*("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "HRK", "ISK", "JPY", "CAD"),
     *("AUD", "NZD", "ZAR", "INR", "CNY", "KRW", "BRL", "MXN", "ILS", "TRY", "UAH", "RSD", "RUB", "MKD", "BAM", "GEL"),
     *("AMD", "TWD", "SGD", "HKD", "CLP", "COP", "PEN", "ARS", "UYU", "AED", "SAR", "EGP", "MAD", "TND", "KES")]
)  # fmt: skip
_SHORT_NAMES = frozenset({"Ft", "TL"})
_AMBIGUOUS = frozenset({"TRY", "ISK", "ALL", "PEN", "COP", "TND"})
_THOUSAND = (
    r"(?:k|t|tsd\.?|tausend|tis\.?|tisíc[eů]?|tys\.?|tyś\.?|th\.?|thsd\.?|thousands?|000s|milliers?(?:\sd['’e])?|miles(?:\sde)?"
    r"|migliaia(?:\sdi)?|milhares(?:\sde)?|tusen|tusind|tuhat|tuh\.?|tūkst\.?|tūkstanči\w+|tūkstoš\w*|mii(?:\sde)?|ezer"
    r"|tisoč|tisuća|tis\.|хил\.?|хиляди|тис\.?|тыс\.?|тысяч|хиљада|χιλ\.?|χιλιάδες|bin|duizend(?:en)?"
    r"|in thousands|[’']?(?<![\d.,])(?<!\d\s)(?<!\d[.,’'])000)"
)
_MILLION = (
    r"(?:m|mn|mln\.?|mil\.|mio\.?|millions?|millionen|milioni|milions?|millones|milhões|milioane|mkr|mill\.?|miljoen|miljoner"
    r"|miljoonaa|milijon\w*|milj\.?|miljon\w*|millió|millióban|млн\.?|милиона|мил\.?|εκατ\.?|milyon|meur|mdkk|msek|mnok)"
)
_BILLION = r"(?:bn|billions?|mrd\.?|mld\.?|milliards?|milliarden|miliard\w*|млрд\.?|δισ\.?|mia\.?|mdr\.?)"
_CURRENCY = (
    r"(?:(?:us|a|au|c|ca|nz|r|s|hk)?\$|[€£¥₴₺₪₹₽]|eur(?:os?|\.)?|eur[aųó]|евро|євро|ευρώ|gbp|pounds|usd|(?:us\s|u\.s\.\s)?dollars?|chf|sek|nok|dkk|pln|zł|czk"
    r"|kč|kr\.?|kron(?:or|er|en)|huf|ft|forint|ron|lei|bgn|лв\.?|лева|грн\.?|uah|руб\.?|rub|rsd|tl|try|isk|jpy|yen|brl|cad|aud|inr|cny|rmb)"
)
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
    (
        re.compile(
            rf"[(\[](?:in\s|v\s|w\s|en\s|i\s|в\s)?{word}[)\]]|,\s(?:in\s|v\s|w\s|en\s|в\s){word}$", re.IGNORECASE
        ),
        factor,
    )
    for word, factor in (
        (r"(?:millions?|mio\.?|mln\.?|millionen|millones|milioni|млн\.?|milj\.?)", Decimal(10**6)),
        (
            r"(?:thousands?|tsd\.?|tausend|tis\.?|tys\.?|milliers|miles|migliaia|tusen|tuhat|000s|[’']?000|тыс\.?|тис\.?)",
            Decimal(1000),
        ),
    )
)
# 1,000 EUR and 1 000 Kč: the unit itself as a number, before the currency's name.
_SAID_BEFORE = r"(?:[(\[]|,\s?|\b(?:in|en|i|w|v|в)\s)"
_NUMBERED = (
    (re.compile(r"(?<!\w)E\s?Ft(?!\w)"), Decimal(1000)),  # ezer forint
    (
        re.compile(rf"{_SAID_BEFORE}1[.,' \u00a0\u202f]?000[.,' \u00a0\u202f]000\s?{_CURRENCY}(?!\w)", re.IGNORECASE),
        Decimal(10**6),
    ),
    (re.compile(rf"{_SAID_BEFORE}1[.,' \u00a0\u202f]?000\s?{_CURRENCY}(?![\w])", re.IGNORECASE), Decimal(1000)),
)
# Chinese, Japanese and Korean count by ten thousands.
_EASTERN = (
    (re.compile("百万(?:円|元|日元)|백만\\s?원"), Decimal(10**6)),
    (re.compile("[億亿](?:円|元)|억\\s?원"), Decimal(10**8)),
    (re.compile("[万萬](?:円|元|欧元|歐元|美元)|만\\s?원"), Decimal(10**4)),
    (re.compile("千(?:円|元|欧元|美元)|천\\s?원"), Decimal(1000)),
)
_TOKEN = re.compile(r"[^\W\d_]+\.?")


@lru_cache(maxsize=4096)
def unit_of(header: str) -> tuple[Decimal, str]:
    """(factor, ISO currency) that a header states; (1, "") when it states none."""
    if not header.isascii():
        header = unicodedata.normalize("NFKC", header)
    tried = (*_EASTERN, *_NUMBERED, *_FACTORS, *_ALONE)
    factor = next((f for pattern, f in tried if pattern.search(header)), Decimal(1))
    return factor, currency_of(header)


def currency_of(text: str) -> str:
    """The one currency a text names by symbol, code or word; "" when none or several."""
    folded = text.casefold()
    found = {code for sign, code in _LOCAL_DOLLARS.items() if re.search(rf"(?<!\w){re.escape(sign)}", folded)}
    rest = folded.replace("$", "") if found else folded
    found |= {code for symbol, code in _SYMBOLS.items() if symbol in rest}
    for token in _TOKEN.findall(text.replace("_", " ")):
        word = token.rstrip(".")
        if word.upper() in _CODES and (word.isupper() or word.upper() not in _AMBIGUOUS):
            found.add(word.upper())
        elif word.casefold() in _NAMES and (len(word) > 2 or not word.isascii() or word in _SHORT_NAMES):
            found.add(_NAMES[word.casefold()])
    return found.pop() if len(found) == 1 else ""
