"""Columns of identifiers whose scheme is known by their cells: a wrong check digit is a warning at its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Severity
from collabdesk.intake.fields.check_digits import SCHEMES
from collabdesk.intake.fields.column import Issue
from collabdesk.intake.fields.countries import ALPHA_2, ALSO_USED
from collabdesk.intake.fields.vat_numbers import is_right as vat

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column

_SAMPLE = 200
_LOOKED_AT = 20_000
_ENOUGH = 0.8  # of the different texts must be right, so that the scheme is sure and the others are slips
_LEAST = 3
_COUNTRY = "country code"
Check = Callable[[str], bool | None]


def check(columns: Iterable[Column]) -> None:
    """Add the warnings to the columns' issues; nothing is changed and nothing kept out."""
    for column in columns:
        if column.canonical.type == "identifier":
            _check(column)
        elif column.canonical.attribute == "country":
            _check_against(column, _COUNTRY, _country)


def _check(column: Column) -> None:
    some = islice(filter(None, column.read.values), _LOOKED_AT)
    seen = list(islice(dict.fromkeys(some), _SAMPLE))
    if len(seen) < _LEAST:
        return
    schemes: tuple[tuple[str, Check], ...] = (*SCHEMES, ("VAT number", vat))
    for name, is_right in schemes:
        if sum(is_right(str(v)) is True for v in seen) >= _ENOUGH * len(seen):
            _check_against(column, name, is_right)
            return


def _check_against(column: Column, name: str, is_right: Check) -> None:
    told = {v: is_right(str(v)) for v in set(column.read.values) if v}
    wrong = {v for v, right in told.items() if right is False}
    if not wrong or sum(right is True for right in told.values()) < _ENOUGH * len(told):
        return
    for i, value in enumerate(column.read.values):
        if value in wrong:
            why = "no country has it" if name == _COUNTRY else "its form or check digit is wrong"
            text = f"{value!r} is no {name}: {why}"
            column.read.issues.append(Issue(i, "wrong-identifier", text, Severity.WARNING))


def _country(text: str) -> bool | None:
    return text in ALPHA_2 or text in ALSO_USED if len(text) == 2 and text.isupper() else None
