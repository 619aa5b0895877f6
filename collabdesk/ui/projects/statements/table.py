"""A statement as a table: each cell with a figure can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView

from collabdesk.domain.figures import Figure
from collabdesk.domain.statements import Line, Statement
from collabdesk.ui.audits.figures import value_text
from collabdesk.ui.columns import Column
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import amount_text

translate = QCoreApplication.translate

_CENT = Decimal("0.01")
_INDENT = "\u2003"
_ROW = 32  # closer than in lists: a form is read as a whole


class StatementTable(TableView):
    """`picked` carries the figure of the current cell, or None. The lines keep the form's order."""

    picked = Signal(object)

    def __init__(self, statement: Statement, theme: Theme) -> None:
        rows = MemoryRows(_columns(statement), statement.lines)
        super().__init__(rows, theme, placeholder=translate("Statements", "Nothing of this is recorded by the day."))
        rows.setParent(self)
        self.statement = statement
        self.setAccessibleName(statement.title)
        self.setSortingEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.selectionModel().currentChanged.connect(self._pick)

    def figure_at(self, row: int, column: int) -> Figure | None:
        """The figure of a cell; None for labels, headings and blanks."""
        cells = self.statement.lines[row].cells
        found = cells[column - 1] if 0 < column <= len(cells) else None
        return found if isinstance(found, Figure) else None

    def _pick(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self.figure_at(now.row(), now.column()) if now.isValid() else None)


def _columns(statement: Statement) -> list[Column]:
    # Titles come from the form and stay in its language.
    label = Column(statement.first, _label, width=0, sort="", tone=_tone, tip=_label)
    return [label, *(_column(statement, number, title) for number, title in enumerate(statement.columns))]


def _column(statement: Statement, number: int, title: str) -> Column:
    return Column(
        title, partial(_cell, number), show=partial(cell_text, currency=statement.currency), kind="number", width=118,
        sort="", tone=_tone_of(number), tip=partial(_tip, number),
    )  # fmt: skip


def _label(line: Line) -> str:
    return f"{_INDENT * line.level}{line.label}"


def _cell(number: int, line: Line) -> Any:
    return line.cells[number] if number < len(line.cells) else ""


def cell_text(cell: Figure | str, *, currency: str) -> str:
    """The project's currency to the cent, its code standing in the heading or above; other units with their names."""
    if not isinstance(cell, Figure):
        return cell
    if cell.value is None or not cell.unit.isupper():
        return value_text(cell)
    return amount_text(cell.value.quantize(_CENT, ROUND_HALF_UP) if cell.unit == currency else cell.value)


def _tone(line: Line) -> str:
    return "strong" if line.is_total or line.is_heading else ""


def _tone_of(number: int) -> Callable[[Line], str]:
    def tone(line: Line) -> str:
        found = _cell(number, line)
        return "muted" if isinstance(found, Figure) and found.value is None else _tone(line)

    return tone


def _tip(number: int, line: Line) -> str:
    found = _cell(number, line)
    return "\n".join(part for part in (found.id, found.note or "") if part) if isinstance(found, Figure) else ""
