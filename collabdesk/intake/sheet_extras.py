"""What a sheet holds besides the values that the reading library gives."""

from __future__ import annotations

from dataclasses import dataclass, field

At = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class PartScan:
    """What a sheet's XML holds that needs a closer look."""

    has_formulas: bool = False
    has_errors: bool = False
    has_hidden: bool = False

    @property
    def needs_a_look(self) -> bool:
        return self.has_formulas or self.has_errors or self.has_hidden


@dataclass(slots=True)
class SheetExtras:
    """Of one sheet, by (row, column). `links` are texts of HYPERLINK formulas, `uncached` formulas without a value."""

    links: dict[At, str] = field(default_factory=dict)
    formulas: dict[At, str] = field(default_factory=dict)
    uncached: set[At] = field(default_factory=set)
    errors: dict[At, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
