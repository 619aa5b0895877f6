"""Check digits of the identifiers that funders' files carry. A wrong one is a slip of the pen, seldom a lie."""

from __future__ import annotations

import re
from collections.abc import Callable

_BETWEEN = re.compile(r"[\s./_-]+")
_ROR_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32


def plain(text: str) -> str:
    """The identifier without blanks, dots and dashes, in capitals."""
    return _BETWEEN.sub("", text).upper()


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B: every second digit from the right doubled, the sum of all digits ends in 0."""
    doubled = "".join(str(int(d) * (1 + n % 2)) for n, d in enumerate(reversed(digits)))
    return sum(map(int, doubled)) % 10 == 0


def mod_11_2(text: str) -> bool:
    """ISO/IEC 7064 MOD 11-2, as ORCID and ISNI use it; the last place may be X for ten."""
    total = 0
    for digit in text[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return text[-1] == ("X" if rest == 10 else str(rest))


def mod_97_10(text: str) -> bool:
    """ISO/IEC 7064 MOD 97-10, as IBAN (after its first four places are put last) and LEI use it."""
    return int("".join(str(int(c, 36)) for c in text)) % 97 == 1


def orcid(text: str) -> bool | None:
    """ORCID: sixteen digits, the last a check digit (support.orcid.org, structure of the ORCID identifier)."""
    bare = plain(re.sub(r"^https?://(?:www\.)?orcid\.org/", "", text.strip(), flags=re.IGNORECASE))
    return mod_11_2(bare) if re.fullmatch(r"\d{15}[\dX]", bare) else None


def lei(text: str) -> bool | None:
    """Legal entity identifier, ISO 17442: eighteen places and two check digits."""
    bare = plain(text)
    return mod_97_10(bare) if re.fullmatch(r"[A-Z0-9]{18}\d{2}", bare) and not bare.isdigit() else None


def iban(text: str) -> bool | None:
    """International bank account number, ISO 13616."""
    bare = plain(text)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", bare):
        return None
    return mod_97_10(bare[4:] + bare[:4])


def ror(text: str) -> bool | None:
    """ROR: 0, six places in base 32, two check digits over them (ror.readme.io, ROR identifier pattern)."""
    found = re.fullmatch(
        r"(?:(?:https?://)?(?:www\.)?ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6})(\d{2})", text.strip().lower()
    )
    if not found:
        return None
    number = 0
    for letter in found[1]:
        number = number * 32 + _ROR_LETTERS.index(letter)
    return 98 - (number * 100) % 97 == int(found[2])


def pic(text: str) -> bool | None:
    """Participant identification code of the EU's portal: nine digits, the check digit of which is not published."""
    return True if re.fullmatch(r"\d{9}", text.strip()) else None


def uei(text: str) -> bool | None:
    """Unique entity identifier of SAM.gov: twelve places, no O or I, not beginning with 0, no nine digits in a row.

    Its check digit is not published (GSA, Unique Entity ID standard).
    """
    bare = text.strip().upper()
    if not re.fullmatch(r"(?=.*[A-Z])(?=.*\d)[A-Z0-9]{12}", bare):
        return None
    return not (re.search(r"[OI]", bare) or bare.startswith("0") or re.search(r"\d{9}", bare))


def doi(text: str) -> bool | None:
    """DOI, ISO 26324: a prefix 10.NNNN, a slash, a suffix."""
    bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE)
    return bool(re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*/\S+", bare)) if bare.startswith("10.") else None


SCHEMES: tuple[tuple[str, Callable[[str], bool | None]], ...] = (
    ("ORCID", orcid),
    ("ROR", ror),
    ("LEI", lei),
    ("IBAN", iban),
    ("UEI", uei),
    ("PIC", pic),
    ("DOI", doi),
)
"""Each tells whether a text of its form is right, None for a text of another form."""
