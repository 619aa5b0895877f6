"""Digits and marks of other scripts as the plain ones: Arabic, Persian, Devanagari, full width and others."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

_MARKS = {"٫": ".", "٬": ",", "，": ",", "．": ".", "％": "%", "（": "(", "）": ")", "￥": "¥", "￡": "£", "＄": "$",
          "：": ":", "／": "/", "、": ","}  # fmt: skip


@cache
def _plain() -> dict[int, str]:
    """Every decimal digit of Unicode beyond ASCII."""
    digits = {n: chr(n) for n in range(0x660, min(0x1FBFA, sys.maxunicode)) if unicodedata.category(chr(n)) == "Nd"}
    return {n: str(unicodedata.decimal(c)) for n, c in digits.items()} | {ord(a): b for a, b in _MARKS.items()}


def plain_digits(text: str) -> str:
    """The text with ASCII digits, decimal and thousands marks."""
    return text if text.isascii() else text.translate(_plain())
