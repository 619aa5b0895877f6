"""Cells that name a period: a year, a quarter, a month, a numbered reporting period."""

from __future__ import annotations

import re

from collabdesk.intake.grid import Value

_PERIOD = re.compile(
    r"(?<!\d)(?:19|20)\d{2}\s*[-/–]\s*(?:\d{4}|\d{2})(?!\d)|^\s*(?:FY|CY|year|in)?\s*(?:19|20)\d{2}\s*$|\bQ[1-4]\b"
    r"|^\s*(?:year|period|reporting period|rp|y|p|jahr|année|año|anno|rok)\s*\d{1,2}\s*$"
    r"|^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s*[-/']?\s*\d{2,4})?\s*$|^M\d{1,2}\s*[-–]\s*M?\d{1,2}$",
    re.IGNORECASE,
)


def is_period(value: Value) -> bool:
    """Does a cell name a year, a quarter, a month or a numbered period?"""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value).is_integer() and 1990 <= value <= 2090
    return isinstance(value, str) and len(value) < 80 and bool(_PERIOD.search(value))
