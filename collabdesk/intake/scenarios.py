"""Baseline, forecast and actual lines of one budget: told apart by the words beside the period, never added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column

_SAID_IN = ("budget.period", "budget.category", "budget.description")
_SCENARIO = re.compile(r"[\s(\[–-]*\b(baseline|budget|forecast|actuals?)\b[\s)\]:]*$", re.IGNORECASE)


def told_apart(columns: Sequence[Column]) -> list[str]:
    """Each record's basis where a column names at least two; that column then keeps its text without the word.

    A period that stands on the first line of its pair only is carried to the others. Empty where there is one basis.
    """
    for column in columns:
        if column.asked.field in _SAID_IN:
            found = [_SCENARIO.search(str(v or "")) for v in column.read.values]
            words = {m[1].casefold() for m in found if m}
            if len(words) > 1 and sum(m is not None for m in found) > 0.8 * len(found):
                _carry_down(column, found)
                return [_basis(m) for m in found]
    return []


def _basis(found: re.Match[str] | None) -> str:
    word = found[1].casefold() if found else "budget"
    # What was spent in a past period stands in the place of its forecast.
    return "forecast" if word.startswith("actual") else word


def _carry_down(column: Column, found: Sequence[re.Match[str] | None]) -> None:
    last = ""
    for i, (value, word) in enumerate(zip(column.read.values, found, strict=True)):
        text = str(value or "")
        rest = text[: word.start()].strip() if word else text
        last = rest or last
        column.read.values[i] = last
