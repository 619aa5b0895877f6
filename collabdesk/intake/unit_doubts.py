"""Headers that say £m over cells in pounds: the cells are believed, and it is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Severity
from collabdesk.domain.scales import places
from collabdesk.intake.fields import amounts
from collabdesk.intake.fields.column import Issue

if TYPE_CHECKING:
    from collabdesk.intake.stage import Column

_INCREDIBLE = 2 * 10**11  # half of all rows would cost more than the largest undertakings there are


def settle(column: Column) -> None:
    """Read the column again without its header's factor where that makes the usual cell an incredible amount."""
    asked = column.asked
    if asked.factor == 1:
        return
    scale = 10 ** places(column.canonical.attribute)
    kept = [abs(v) for v in column.read.values if isinstance(v, int) and v]
    if not kept or median(kept) < _INCREDIBLE * scale:
        return
    column.mapped = replace(column.mapped, factor=Decimal(1))
    column.asked = replace(asked, factor=Decimal(1))
    column.read = amounts.read_amounts(column.cells, column.asked)
    said = " ".join(asked.header.split())
    text = f"the header says “{said}”, but its cells are far too large for that; they were read as they stand"
    column.read.issues.append(Issue(-1, "unit-doubted", text, Severity.WARNING))
