"""The lines of an SF-425 that are filled in from the books, each with what it was counted from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabdesk.domain.figures import Basis
from collabdesk.domain.rules import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledLine:
    """One line: its unrounded value or why there is none, its inputs, the records behind it, what is to be known."""

    outcome: Outcome
    inputs: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[Basis, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sf425Facts:
    """`lines` by their letters on the form; the others follow from them. `rates` converted costs and payments."""

    currency: str
    rule_pack: str
    lines: Mapping[str, FilledLine]
    rates: tuple[str, ...] = ()
