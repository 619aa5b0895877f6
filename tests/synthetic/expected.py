"""What is true of a made-up sheet: its tables, where their headers and records are, and what is set aside."""

from __future__ import annotations

from dataclasses import dataclass, field

from collabdesk.intake.grid import Grid


@dataclass(slots=True)
class ExpectedTable:
    """One table as a careful expert would take it. `fields` maps a header's column (or label's row) to its field."""

    layout: str
    header_rows: tuple[int, int]
    anchors: list[tuple[int, int | None]] = field(default_factory=list)
    aside: dict[int, str] = field(default_factory=dict)
    kind: str = ""
    headers: dict[int, str] = field(default_factory=dict)
    fields: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A made-up sheet, the truth about it, and the names of what it is composed of."""

    grid: Grid
    tables: list[ExpectedTable]
    features: set[str]
