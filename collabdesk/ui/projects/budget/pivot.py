"""A version of the budget crossed by two of partner, category, work package and period."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.chosen import axis_text, choice
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import amount_text, quantity_text

if TYPE_CHECKING:
    from collabdesk.usecases.budgets import Pivot

_AXES = ("partner", "category", "work_package", "period")
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the crossing; the last one is the total."""

    name: str
    cells: Mapping[Any, Decimal]
    whole: Decimal
    is_total: bool = False


class PivotView(BudgetView):
    """Rows, columns and what is counted are chosen above the table; both totals foot."""

    def __init__(self, desk: Desk, project_id: int, version: Callable[[], int | None]) -> None:
        super().__init__(desk)
        self._project_id, self._version = project_id, version
        self.placeholder = self.tr("No amounts are recorded in this version.")
        axes = [(axis, axis_text(axis)) for axis in _AXES]
        measures = [("amount", self.tr("Amounts")), ("person_months", self.tr("Person-months"))]
        rows, self.rows_box = choice(self.tr("Rows"), axes, lambda: self._chosen(self.rows_box, self.columns_box))
        columns, self.columns_box = choice(
            self.tr("Columns"), axes, lambda: self._chosen(self.columns_box, self.rows_box)
        )
        self.columns_box.setCurrentIndex(1)
        measure, self.measure_box = choice(self.tr("Show"), measures, self.look)
        only, self.only_box = choice(self.tr("Only"), [("", self.tr("Everything"))], self.look)
        for tool in (rows, columns, only, measure):
            self.tools.addWidget(tool)

    def _chosen(self, box: Any, other: Any) -> None:
        if box.currentIndex() == other.currentIndex():
            # Crossing an axis with itself says nothing: the other one gives way.
            other.setCurrentIndex((box.currentIndex() + 1) % len(_AXES))
            return
        self.look()

    def reader(self) -> Callable[[], Any]:
        workspace, number, version = self._desk.workspace, self._project_id, self._version()
        rows, columns = self.rows_box.currentData(), self.columns_box.currentData()
        measure = self.measure_box.currentData()
        others = [axis for axis in _AXES if axis not in (rows, columns)]
        chosen = self.only_box.currentData()
        only = dict([chosen]) if chosen and chosen[0] in others else {}

        def read() -> Any:
            from collabdesk.usecases import budgets

            found = budgets.pivots(workspace, number, version, rows=rows, columns=columns, measure=measure, only=only)
            values = [(axis, key) for axis in others for key in budgets.values_of(workspace, number, version, axis)]
            keys = (k for p in found for k in (*p.rows, *p.columns))
            names = budgets.partner_names(workspace, (*keys, *(key for _, key in values)))
            return rows, measure, found, names, values

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        rows, measure, pivots, names, values = found
        self._offer(values, names)
        show = amount_text if measure == "amount" else quantity_text
        return [self._table(rows, pivot, names, show) for pivot in pivots]

    def _offer(self, values: Sequence[tuple[str, Any]], names: Mapping[int, str]) -> None:
        """The values of the two axes that are neither rows nor columns; what was chosen stays so."""
        box, chosen = self.only_box, self.only_box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(self.tr("Everything"), "")
        for axis, key in values:
            said = names.get(key, "") if isinstance(key, int) else str(key or "")
            box.addItem(f"{axis_text(axis)}: {said or translate('Budget', 'Not stated')}", (axis, key))
            if (axis, key) == chosen:
                box.setCurrentIndex(box.count() - 1)
        box.blockSignals(False)

    def _table(self, rows: str, pivot: Pivot, names: Mapping[int, str], show: Callable[[Any], str]) -> Shown:
        def name(key: Any) -> str:
            said = names.get(key, "") if isinstance(key, int) else str(key or "")
            return said or translate("Budget", "Not stated")

        def tone(line: _Line) -> str:
            return "strong" if line.is_total else ""

        lines = [
            _Line(name(r), {c: v for (row, c), v in pivot.cells.items() if row == r}, pivot.of_row(r))
            for r in pivot.rows
        ]
        totals = {c: pivot.of_column(c) for c in pivot.columns}
        lines.append(_Line(self.tr("Total"), totals, pivot.total, is_total=True))
        unit = pivot.currency
        # The total stands beside the name, where many columns cannot push it out of sight.
        columns = [
            Column(axis_text(rows), "name", width=0, sort="", tone=tone),
            Column(_TOTAL, "whole", show=show, kind="number", width=150, sort="", tone=lambda _: "strong", unit=unit),
        ]
        columns += [
            Column(name(c), partial(_cell, c), show=show, kind="number", width=150, sort="", tone=tone)
            for c in pivot.columns
        ]
        return Shown(unit, columns, lines)


_TOTAL = QT_TRANSLATE_NOOP("Columns", "Total")


def _cell(column: Any, line: _Line) -> Decimal | None:
    return line.cells.get(column)
