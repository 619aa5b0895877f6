"""One number as people type it: sign, currency, digits, unit. Which mark is the decimal one, the column decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.digits import plain_digits
from collabdesk.domain.money_words import CODES, NAMELESS, SYMBOLS, THREE_DECIMALS

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u200a\t\n\r"), " ")
_SIGNS = {ord("−"): "-", ord("–"): "-", ord("‒"): "-", ord("－"): "-", ord("＋"): "+", ord("’"): "'", ord("`"): "'",
          ord("´"): "'", ord("‘"): "'", 0x200E: None, 0x200F: None, 0xFEFF: None, 0x200B: None}  # fmt: skip
_CLEAN = _SPACES | _SIGNS

UNITS = {
    "k": 3, "t": 3, "tsd": 3, "tsd.": 3, "tausend": 3, "thousand": 3, "'000": 3, "000s": 3, "m": 6, "mm": 6,
    "mn": 6, "mn.": 6, "mln": 6, "mln.": 6, "mio": 6, "mio.": 6, "mill": 6, "mill.": 6, "million": 6, "millions": 6,
    "millionen": 6, "millones": 6, "milioni": 6, "m€": 6, "md": 9, "mrd": 9, "mrd.": 9, "mld": 9, "mld.": 9,
    "milliarden": 9, "lakh": 5, "lakhs": 5, "lac": 5, "crore": 7, "crores": 7, "mil": 3, "tis": 3, "tis.": 3,
    "tys": 3, "tys.": 3, "тыс": 3, "тыс.": 3, "млн": 6, "млн.": 6, "млрд": 9, "χιλ.": 3, "εκατ.": 6, "milj": 6,
    "milj.": 6, "milliard": 9, "milliards": 9, "万": 4, "億": 8, "亿": 8, "bn": 9, "b": 9, "billion": 9, "billions": 9,
}  # fmt: skip
_NUMBER = re.compile(
    r"^(?P<open>\()?\s*(?P<sign>[+-])?\s*(?P<before>[^\d\s.,+()-][^\d\s()+-]{0,4}|[A-Za-z]{3})?\s*(?P<inner>[+-])?\s*"
    r"(?P<digits>\d[\d.,' ]*|[.,]\d+)\s*(?P<trail>-)?\s*(?P<after>[^\d\s()+-][^\s()]*(?:\s[^\s()]+)?)?"
    r"\s*(?P<close>\))?\s*(?P<last>-)?$"
)


_WRAPPED = re.compile(r"^(?P<before>[^\d()]{0,5}?)\s*\((?P<inside>[^()]*\d[^()]*)\)\s*(?P<after>[^\d()]{0,12})$")
_SIDES = {"cr": True, "cr.": True, "dr": False, "dr.": False}
"""Credit and debit: a ledger of costs counts what was given back below nought."""


@dataclass(frozen=True, slots=True)
class NumberText:
    """A text taken apart. `digits` still has its separators; `unit` is the power of ten that its suffix says."""

    negative: bool
    digits: str
    currency: str = ""
    unit: int = 0
    percent: bool = False
    is_credit: bool = False

    @property
    def votes(self) -> str:
        """`.` or `,`: the only decimal mark that the text can have; "" when it has none; "?" when it can be either."""
        vote = _vote(self.digits)
        if vote == "?" and ((self.currency and self.currency not in THREE_DECIMALS) or self.unit):
            # Nobody writes money in thousandths, nor millions with a thousands mark: $763,499 and £2.397m are clear.
            mark = "." if "." in self.digits else ","
            return mark if self.unit else "," if mark == "." else "."
        return vote

    def value(self, decimal: str) -> Decimal | None:
        """The number if `decimal` is the decimal mark, None if it cannot be written so."""
        plain = _plain(self.digits, decimal)
        if plain is None:
            return None
        return -Decimal(plain) if self.negative else Decimal(plain)


def take_apart(text: str) -> NumberText | None:
    """The parts of a number as typed; None when the text is not one number."""
    text = plain_digits(text).translate(_CLEAN).strip()
    if text.endswith((",-", ".-", ",--", ".--", ",–")):  # 1.200,- is how shops write a round price
        text = text.rstrip("-–") + "00"
    side = _side(text)
    if side is not None:
        text = text[: -len(side)].rstrip()
    if wrapped := _WRAPPED.match(text):  # € (1,234.00) and (1,234.00) € are (€ 1,234.00)
        text = f"({wrapped['before']} {wrapped['inside'].strip()} {wrapped['after']})".replace("( ", "(")
    found = _NUMBER.match(text)
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    signs = [s for s in (found["sign"], found["inner"], found["trail"], found["last"]) if s]
    if len(signs) > 1 or (signs and (found["open"] or side)):
        return None
    before, after = _affix(found["before"]), _affix(found["after"])
    if before is None or after is None or (before[0] and after[0] and before[0] != after[0]) or before[1] or before[2]:
        return None
    currency, digits = before[0] or after[0], found["digits"].strip()
    if side is not None and currency == "INR" and _SIDES[side.casefold()]:
        return NumberText(False, digits, currency, 7)  # ₹ 5 Cr is fifty million rupees
    is_credit = side is not None and _SIDES[side.casefold()]
    return NumberText(bool(found["open"]) or "-" in signs or is_credit, digits, currency, after[1], after[2], is_credit)


def _side(text: str) -> str | None:
    """The CR or DR at the end."""
    last = text.rpartition(" ")[2] if " " in text else text[-2:]
    return last if last.casefold() in _SIDES and len(last) < len(text) else None


def _affix(text: str | None) -> tuple[str, int, bool] | None:
    """Currency, power of ten and percent that stand beside the digits; None for any other words."""
    currency, unit, percent = "", 0, False
    for word in (text or "").split():
        lower = word.casefold()
        if lower in ("%", "٪"):
            percent = True
        elif lower in NAMELESS:
            continue
        elif lower in SYMBOLS:
            currency = SYMBOLS[lower]
        elif word.upper() in CODES:
            currency = word.upper()
        elif lower in UNITS:
            unit = UNITS[lower]
        elif lower[:-1] in UNITS and lower[-1] in SYMBOLS:  # 2.4m€
            unit, currency = UNITS[lower[:-1]], SYMBOLS[lower[-1]]
        elif lower[0] in SYMBOLS and lower[1:] in UNITS:
            unit, currency = UNITS[lower[1:]], SYMBOLS[lower[0]]
        else:
            return None
    return currency, unit, percent


def _vote(digits: str) -> str:
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return ""
    if points and commas:
        return "." if digits.rfind(".") > digits.rfind(",") else ","
    mark, other = (".", ",") if points else (",", ".")
    if points + commas > 1:
        return other
    before, after = digits.split(mark)
    if " " in before or "'" in before or len(after) != 3 or len(before) > 3 or before in ("", "0"):
        return mark
    return "?"


def _plain(digits: str, decimal: str) -> str | None:
    """The digits as Python writes them, None unless every thousands mark stands before three digits."""
    whole, _, fraction = digits.partition(decimal)
    if fraction and not fraction.isdigit():
        return None
    other = "," if decimal == "." else "."
    marks = {c for c in whole if not c.isdigit()}
    if len(marks) > 1 or (marks and marks <= {decimal}):
        return None
    if marks:
        mark_used = marks.pop()
        if mark_used not in (other, " ", "'"):
            return None
        groups = whole.split(mark_used)
        # 1,00,000 is how India groups its digits.
        usual = (2, 3) if mark_used == "," else (3,)
        if len(groups[-1]) != 3 or not 1 <= len(groups[0]) <= 3 or any(len(g) not in usual for g in groups[1:-1]):
            return None
        whole = "".join(groups)
    return f"{whole or '0'}.{fraction}" if fraction else whole
