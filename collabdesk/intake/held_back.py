"""Tables of which too little is understood: none of their rows is kept until a person says what the columns hold."""

from __future__ import annotations

from collabdesk.domain.places import address
from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.confirmed import is_said
from collabdesk.intake.found import Mapped, TableFound
from collabdesk.intake.kind import kinds

NOTHING = "no column understood: map them by hand or leave the sheet out"
TOO_LITTLE = "too few columns understood to know what a row is: map them by hand or leave the sheet out"


def why(table: TableFound, mapped: Mapped) -> str:
    """Why no row of this table can be kept yet; "" when they can.

    A table known by its shape alone needs the columns its kind is known by, or a column that a person chose, now or
    before. A title alone among columns that nobody understands makes no list of projects.
    """
    fields = {c.field for c in mapped.columns if c.field}
    if not fields:
        return NOTHING
    if any(c.field and is_said(c.reason) for c in mapped.columns):
        return ""
    if not table.is_guess:
        return TOO_LITTLE if _is_title_alone(table, mapped, fields) else ""
    is_known = mapped.is_signed and any(fields.issuperset(sign) for sign in kinds()[mapped.kind].signs)
    return "" if is_known else TOO_LITTLE


def _is_title_alone(table: TableFound, mapped: Mapped, fields: set[str]) -> bool:
    """A title, and more columns that say nothing: as much a checklist as a list of projects."""
    return table.layout == "rows" and fields == {"project.title"} and len(mapped.columns) > 2 * len(fields)


def problem(table: TableFound, reason: str) -> Problem:
    """The same as a problem at the table's first header; an error, as it keeps rows out."""
    label = table.headers[0].label if table.headers else (table.header_rows[-1], 1)
    return Problem("not-understood", reason, address(table.sheet, *label), Severity.ERROR)
