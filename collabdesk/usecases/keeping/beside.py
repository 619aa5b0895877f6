"""What a row says beside its own record: the costs of a budget's line, and how much of a work package is done."""

from __future__ import annotations

import re

from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.values import Columns

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LINE = ("category", "work_package", "description")


def add(table: StagedTable, noun: str, main: str, columns: Columns) -> None:
    """Give the record that stands beside another the fields by which it belongs to that one."""
    if noun == "cost" and main == "budget":
        _as_its_line(table, columns)
    elif noun == "progress" and main == "work_package":
        codes = table.values.get("work_package.code") or table.values.get("work_package.title")
        if codes is not None:
            columns["work_package"] = codes


def _as_its_line(table: StagedTable, columns: Columns) -> None:
    """A line's spending is a cost of its category, work package and period: as precise as the sheet is."""
    for name in _LINE:
        if f"budget.{name}" in table.values:
            columns.setdefault(name, table.values[f"budget.{name}"])
    periods = [str(p or "") for p in table.values.get("budget.period", ())]
    if periods:
        columns.setdefault("date", [p if _ISO.fullmatch(p) else None for p in periods])
        columns.setdefault("declared_in", ["" if _ISO.fullmatch(p) else p for p in periods])
