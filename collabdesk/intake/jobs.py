"""What the reading child is asked to do, as plain values that travel."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LookJob:
    """Read one file, find its tables, understand and check them.

    `overrides` map header texts to canonical fields (`"sheet!header"` for one sheet only); "" leaves a header out.
    """

    path: str
    sheet: str | None = None
    kind: str | None = None
    overrides: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    funder: str | None = None
    decimal: str = ""
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class CellsJob:
    """Raw texts of some cells: `sheet` and (row, column) pairs. For `trace` and the window's sheet view."""

    path: str
    cells: tuple[tuple[str, int, int], ...] = ()
    sheet: str | None = None
    first_row: int = 0
    rows: int = 0


Job = LookJob | CellsJob
