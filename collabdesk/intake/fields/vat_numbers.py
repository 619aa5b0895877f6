"""VAT numbers of the European Union and its neighbours: their forms, and their check digits where published.

Forms: the European Commission's VIES FAQ, question 11. Check digits: each country's own rule, named beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from collabdesk.intake.fields.check_digits import luhn, plain

FORMS = {
    "AT": r"U\d{8}", "BE": r"[01]?\d{9}", "BG": r"\d{9,10}", "CY": r"\d{8}[A-Z]", "CZ": r"\d{8,10}", "DE": r"\d{9}",
    "DK": r"\d{8}", "EE": r"\d{9}", "EL": r"\d{9}", "ES": r"[A-Z0-9]\d{7}[A-Z0-9]", "FI": r"\d{8}",
    "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}", "HR": r"\d{11}", "HU": r"\d{8}", "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}",
    "IT": r"\d{11}", "LT": r"\d{9}|\d{12}", "LU": r"\d{8}", "LV": r"\d{11}", "MT": r"\d{8}", "NL": r"\d{9}B\d{2}",
    "PL": r"\d{10}", "PT": r"\d{9}", "RO": r"\d{2,10}", "SE": r"\d{10}01", "SI": r"\d{8}", "SK": r"\d{10}",
    "XI": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}", "GB": r"\d{9}|\d{12}|GD\d{3}|HA\d{3}", "CHE": r"\d{9}(?:MWST|TVA|IVA|VAT)?",
    "NO": r"\d{9}(?:MVA)?",
}  # fmt: skip


def _sum(digits: str, weights: Sequence[int]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False))


def _iso_11_10(n: str) -> bool:
    """ISO/IEC 7064 MOD 11,10: Germany and Croatia."""
    product = 10
    for digit in n[:-1]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(n[-1])


def _be(n: str) -> bool:
    """Belgium: 97 less the first eight digits modulo 97."""
    n = n.zfill(10)
    return 97 - int(n[:8]) % 97 == int(n[8:])


def _dk(n: str) -> bool:
    """Denmark: weighted by 2 7 6 5 4 3 2 1, divisible by 11."""
    return _sum(n, (2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def _el(n: str) -> bool:
    """Greece: powers of two, modulo 11 and 10."""
    return _sum(n, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10 == int(n[8])


def _fi(n: str) -> bool:
    """Finland: weighted by 7 9 10 5 8 4 2 1, divisible by 11."""
    return _sum(n, (7, 9, 10, 5, 8, 4, 2, 1)) % 11 == 0


def _fr(n: str) -> bool:
    """France: a SIREN with its Luhn digit, before it 12 + 3 × SIREN modulo 97 where it is a number."""
    key, siren = n[:2], n[2:]
    return luhn(siren) and (not key.isdigit() or int(key) == (12 + 3 * (int(siren) % 97)) % 97)


def _hu(n: str) -> bool:
    """Hungary: weighted by 9 7 3 1 9 7 3 1, divisible by 10."""
    return _sum(n, (9, 7, 3, 1, 9, 7, 3, 1)) % 10 == 0


def _lu(n: str) -> bool:
    """Luxembourg: the first six digits modulo 89."""
    return int(n[:6]) % 89 == int(n[6:])


def _pl(n: str) -> bool:
    """Poland, NIP: weighted by 6 5 7 2 3 4 5 6 7, modulo 11."""
    return _sum(n, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == int(n[9])


def _pt(n: str) -> bool:
    """Portugal, NIF: weighted by 9 to 2, 11 less the rest; ten and eleven are 0."""
    check = 11 - _sum(n, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return (0 if check > 9 else check) == int(n[8])


def _si(n: str) -> bool:
    """Slovenia: weighted by 8 to 2, 11 less the rest; ten is 0."""
    check = 11 - _sum(n, (8, 7, 6, 5, 4, 3, 2)) % 11
    return (0 if check == 10 else check) == int(n[7])


def _no(n: str) -> bool:
    """Norway, organisation number: weighted by 3 2 7 6 5 4 3 2 1, divisible by 11."""
    return _sum(n[:9], (3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def _ch(n: str) -> bool:
    """Switzerland, UID: weighted by 5 4 3 2 7 6 5 4, 11 less the rest; eleven is 0."""
    return (11 - _sum(n, (5, 4, 3, 2, 7, 6, 5, 4)) % 11) % 11 == int(n[8])


_CHECKS: dict[str, Callable[[str], bool]] = {
    "BE": _be, "CHE": _ch, "DE": _iso_11_10, "DK": _dk, "EE": lambda n: _sum(n, (3, 7, 1, 3, 7, 1, 3, 7, 1)) % 10 == 0,
    "EL": _el, "FI": _fi, "FR": _fr, "HR": _iso_11_10, "HU": _hu, "IT": luhn, "LU": _lu, "NO": _no, "PL": _pl,
    "PT": _pt, "SE": lambda n: luhn(n[:10]), "SI": _si, "SK": lambda n: int(n) % 11 == 0,
}  # fmt: skip


def is_right(text: str) -> bool | None:
    """Whether form and check digit of a VAT number are right; None for a text that names no such country."""
    number = plain(text)
    country = "CHE" if number.startswith("CHE") else {"GR": "EL"}.get(number[:2], number[:2])
    if country not in FORMS:
        return None
    rest = number[len(country) :]
    if not re.fullmatch(FORMS[country], rest):
        return False
    check = _CHECKS.get(country)
    return check is None or check(rest)
