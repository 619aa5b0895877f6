"""Identifiers of organisations: which of them can contradict one another."""

from __future__ import annotations

import re

_SCHEMES = (
    ("ROR", re.compile(r"(?:https?://)?(?:www\.)?ror\.org/\w+|0[a-hj-km-np-tv-z0-9]{6}\d{2}", re.IGNORECASE)),
    ("PIC", re.compile(r"\d{9}")),
    ("EIN", re.compile(r"\d{2}-\d{7}")),
    ("LEI", re.compile(r"[A-Z0-9]{18}\d{2}")),
    ("UEI", re.compile(r"(?=.*[A-Z])(?=.*\d)[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}")),
    ("GRID", re.compile(r"grid\.\d+\.\w+", re.IGNORECASE)),
    ("register", re.compile(r"[A-Z]{2}-[A-Z]{2,6}-\w+")),
)
_VAT_COUNTRY = re.compile(r"([A-Z]{2})[A-Z0-9]{6,13}")
_BLANKS = re.compile(r"[\s./-]+")


def scheme_of(code: str) -> str:
    """What kind of identifier it is by its form; a form that is not known is a kind by its length."""
    text = code.strip()
    for name, form in _SCHEMES:
        if form.fullmatch(text):
            return name
    return f"{'digits' if text.isdigit() else 'letters'} {len(text)}"


def contradict(one: str, other: str) -> bool:
    """Whether two identifiers of one kind say that two organisations are meant."""
    return bool(one and other) and one.strip() != other.strip() and scheme_of(one) == scheme_of(other)


def same_vat(one: str, other: str) -> bool:
    """Whether two VAT numbers are one number, blanks and dots apart."""
    return bool(plain_vat(one)) and plain_vat(one) == plain_vat(other)


def contradicting_vat(one: str, other: str) -> bool:
    """Two whole VAT numbers of one country that differ."""
    a, b = (_VAT_COUNTRY.fullmatch(plain_vat(v)) for v in (one, other))
    return bool(a and b) and a[1] == b[1] and a[0] != b[0]  # type: ignore[index]


def plain_vat(number: str) -> str:
    """A VAT number as two spellings of it are compared; "" for what is no number."""
    if not number:
        return ""
    text = _BLANKS.sub("", number).upper()
    return text if sum(map(str.isdigit, text)) >= _DIGITS else ""


_DIGITS = 5
