"""A statement: a table of figures in a form's own order, each of which leads back to its cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabdesk.domain.figures import Figure

Cell = Figure | str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its label, and a cell for each column. A heading has no cells; a total is set off."""

    label: str
    cells: tuple[Cell, ...] = ()
    is_total: bool = False
    level: int = 0

    @property
    def is_heading(self) -> bool:
        return not self.cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`facts` stand above the table (name, text), `notes` below it. `first` heads the labels, `columns` the cells.

    `rule_pack` is the pack's code and version, "" where no rules were applied; `rates` are those that converted a sum.
    `currency` is the project's own, whose amounts are shown to the cent; figures hold them exactly.
    """

    kind: str
    title: str
    subject: str
    as_of: date
    project_id: int
    facts: tuple[tuple[str, str], ...]
    first: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    rule_pack: str = ""
    rates: tuple[str, ...] = ()
    currency: str = ""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the table once, in the order of its lines."""
        found = (cell for line in self.lines for cell in line.cells if isinstance(cell, Figure))
        return tuple({figure.id: figure for figure in found}.values())
