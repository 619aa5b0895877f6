"""What accepting a look would do to the records that are there: row by row, what is gone, and which figures change."""

from __future__ import annotations

from collabdesk.usecases.comparison.comparing import compare
from collabdesk.usecases.comparison.told import (
    Compared,
    FieldChange,
    FigureChange,
    GoneRecord,
    RowCompared,
    TableCompared,
    What,
)

__all__ = [
    "Compared",
    "FieldChange",
    "FigureChange",
    "GoneRecord",
    "RowCompared",
    "TableCompared",
    "What",
    "compare",
]
