"""What the reading child is asked to do, as plain values that travel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from collabdesk.intake.confirmed import Confirmed, received


@dataclass(frozen=True, slots=True)
class LookJob:
    """Read one file, find its tables, understand and check them.

    `overrides` map header texts to canonical fields (`"sheet!header"` for one sheet only); "" leaves a header out.
    `written` says in the same way how one column writes its dates (`dmy`, `mdy`) or amounts (`.`, `,`).
    `confirmed` is how such tables were read before; what the person says now goes before it.
    """

    path: str
    sheet: str | None = None
    kind: str | None = None
    overrides: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    funder: str | None = None
    decimal: str = ""
    date_order: str = ""
    written: dict[str, str] = field(default_factory=dict)
    confirmed: Confirmed | None = None

    @classmethod
    def received(cls, told: dict[str, Any]) -> LookJob:
        """The job again, from the plain dicts in which it travels."""
        confirmed = told["confirmed"]
        return cls(**{**told, "confirmed": received(confirmed) if confirmed else None})


@dataclass(frozen=True, slots=True)
class CellsJob:
    """Raw texts of some cells: `sheet` and (row, column) pairs. For `trace` and the window's sheet view, which also
    wants to be told what is hidden and merged (`tells_sheet`). Who reads what was filled in asks for `tells_kinds`:
    which cells are texts and which formulas were never calculated; then no text is cut, and nothing is sent where
    the sheet is not there."""

    path: str
    cells: tuple[tuple[str, int, int], ...] = ()
    sheet: str | None = None
    first_row: int = 0
    rows: int = 0
    tells_sheet: bool = False
    tells_kinds: bool = False


Job = LookJob | CellsJob
