"""Currencies as files name them: codes, signs and words; what is written beside an amount."""

from __future__ import annotations

SYMBOLS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN", "zl": "PLN", "kč": "CZK", "ft": "HUF",
    "лв": "BGN", "лв.": "BGN", "lei": "RON", "us$": "USD", "usd$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD",
    "ca$": "CAD", "can$": "CAD", "nz$": "NZD", "r$": "BRL", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "mx$": "MXN",
    "₩": "KRW", "₺": "TRY", "₪": "ILS", "₴": "UAH", "₸": "KZT", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN",
    "₵": "GHS", "₾": "GEL", "fr.": "CHF", "sfr.": "CHF", "sfr": "CHF", "euro": "EUR", "euros": "EUR", "eur.": "EUR",
    "eura": "EUR", "euroa": "EUR", "eurų": "EUR", "eiro": "EUR", "evra": "EUR", "ευρώ": "EUR", "евро": "EUR",
    "₽": "RUB", "руб.": "RUB", "руб": "RUB", "грн": "UAH", "грн.": "UAH", "kn": "HRK", "kn.": "HRK", "din.": "RSD",
    "дин.": "RSD", "元": "CNY", "人民币": "CNY", "rmb": "CNY", "円": "JPY", "원": "KRW", "r": "ZAR", "tl": "TRY",
    "gbp£": "GBP", "£gbp": "GBP", "dollars": "USD", "pounds": "GBP",
}  # fmt: skip
"""Sign or word, casefolded -> ISO 4217."""
NAMELESS = frozenset({"kr", "kr.", "kr.-", "fr", "rs", "rs.", "лева"})
"""Words that several currencies share: the amount is one, its currency is to be told elsewhere."""
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
CODES = frozenset({
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "PLN", "CZK", "HUF", "BGN", "RON", "SEK", "NOK", "DKK", "ISK",
    "AUD", "CAD", "NZD", "BRL", "SGD", "HKD", "KRW", "TRY", "ILS", "ZAR", "MXN", "RUB", "UAH", "HRK", "RSD", "ALL",
    "MKD", "BAM", "MDL", "GEL", "AMD", "AZN", "KZT", "TND", "MAD", "EGP", "NGN", "KES", "GHS", "THB", "IDR", "MYR",
    "PHP", "VND", "TWD", "AED", "SAR", "QAR", "CLP", "COP", "PEN", "ARS", "UYU", "LTL", "LVL", "EEK", "SKK", "SIT",
    "MTL", "CYP", "BDT", "PKR", "LKR", "NPR", "ETB", "UGX", "TZS", "RWF", "XOF", "XAF", "ZMW", "MWK", "MZN", "BWP",
    "NAD", "JOD", "LBP", "IQD", "KWD", "BHD", "OMR", "DZD", "LYD", "SDG", "YER", "AFN", "UZS", "TJS", "KGS", "TMT",
    "MNT", "KHR", "LAK", "MMK", "BYN", "CRC", "GTQ", "HNL", "NIO", "PAB", "DOP", "HTG", "JMD", "TTD", "BBD", "BSD",
    "BOB", "PYG", "FJD", "PGK", "MUR", "SCR", "MGA", "CDF", "GNF", "SLE", "LRD", "GMD", "CVE", "AOA", "BIF", "DJF",
    "SOS", "SSP", "LSL", "SZL", "IRR", "SYP", "BND", "MOP", "MVR", "BTN", "XPF", "XCD", "GYD", "SRD", "VES", "WST",
    "TOP", "VUV", "SBD", "STN", "KMF", "MRU", "ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "IEP", "ITL", "LUF",
    "NLG", "PTE",
})  # fmt: skip
"""ISO 4217, today's and those that the euro replaced."""
ALSO_WORDS = frozenset({"ALL", "TRY", "TOP", "COP", "PEN", "BAM", "SOS", "GEL", "LAK", "MOP", "NAD", "CUP", "RON",
                        "MAD", "AMD", "SIT", "ESP"})  # fmt: skip
"""Codes that titles in capitals hold as words and abbreviations."""
NAMES = {
    "us dollar": "USD", "us dollars": "USD", "u.s. dollar": "USD", "united states dollar": "USD", "dollar": "USD",
    "pound": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "british pound": "GBP",
    "swiss franc": "CHF", "swiss francs": "CHF", "franc suisse": "CHF", "schweizer franken": "CHF", "franken": "CHF",
    "japanese yen": "JPY", "yen": "JPY", "swedish krona": "SEK", "svenska kronor": "SEK", "norwegian krone": "NOK",
    "norske kroner": "NOK", "danish krone": "DKK", "danske kroner": "DKK", "polish zloty": "PLN", "złoty": "PLN",
    "złotych": "PLN", "czech koruna": "CZK", "koruna česká": "CZK", "hungarian forint": "HUF", "forint": "HUF",
    "romanian leu": "RON", "leu": "RON", "bulgarian lev": "BGN", "canadian dollar": "CAD", "australian dollar": "AUD",
    "new zealand dollar": "NZD", "indian rupee": "INR", "south african rand": "ZAR", "rand": "ZAR", "real": "BRL",
    "chinese yuan": "CNY", "yuan": "CNY", "renminbi": "CNY", "ukrainian hryvnia": "UAH", "turkish lira": "TRY",
}  # fmt: skip
"""Names, casefolded, as currency columns hold them."""
UNITS_OF_ACCOUNT = frozenset({"XDR", "XXX", "IUA", "ECU", "XEU"})
"""What agreements count in beside currencies: special drawing rights, ITER's unit, the euro's forerunners, none."""
