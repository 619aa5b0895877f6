"""A version of the budget against the actual costs, with a line for what no budget line planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.dates import today
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.chosen import axis_text, choice
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import amount_text, money_text, number_text, share_text

if TYPE_CHECKING:
    from collabdesk.usecases.budgets import Actuals, AgainstActual

_AXES = ("category", "partner", "work_package", "period")
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Line:
    """One row; the last is the total, the one before it what was spent without a plan."""

    name: str
    planned: Decimal | None
    actual: Decimal | None
    left: Decimal | None
    used: Decimal | None
    tone: str = ""


class ActualView(BudgetView):
    """The axis is chosen above the table."""

    def __init__(self, desk: Desk, project_id: int, version: Callable[[], int | None]) -> None:
        super().__init__(desk)
        self._project_id, self._version = project_id, version
        self.placeholder = self.tr("Neither a budget nor costs are recorded.")
        axis, self.axis_box = choice(self.tr("By"), [(a, axis_text(a)) for a in _AXES], self.look)
        self.tools.addWidget(axis)

    def reader(self) -> Callable[[], Any]:
        workspace, number, version = self._desk.workspace, self._project_id, self._version()
        axis = self.axis_box.currentData()

        def read() -> Any:
            from collabdesk.usecases import budgets

            found = budgets.against_actual(workspace, number, version, axis, today())
            return axis, found, budgets.partner_names(workspace, (r.key for t in found for r in t.rows))

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        axis, tables, names = found
        return [self._table(axis, table, names) for table in tables if table.rows or table.unmatched is not None]

    def _table(self, axis: str, table: AgainstActual, names: Mapping[int, str]) -> Shown:
        lines = [_line(_name(one.key, names), one) for one in table.rows]
        if table.unmatched is not None:
            name = self.tr("Unmatched actuals")
            lines.append(_Line(name, None, table.unmatched, None, None, "warn"))
        lines.append(_line(self.tr("Total"), table.total, "strong"))

        def tone(line: _Line) -> str:
            return line.tone

        def over(line: _Line) -> str:
            return "bad" if line.left is not None and line.left < 0 else line.tone

        unit = "" if table.currency == NO_CURRENCY else table.currency
        # What a rate has made has digits without end: it is rounded for the eye, once for each line.
        show = rounded_text if table.converted else amount_text
        money: dict[str, Any] = {"show": show, "kind": "number", "width": 140, "sort": "", "unit": unit}
        columns = (
            Column(axis_text(axis), "name", width=0, sort="", tone=tone),
            Column(_BUDGET, "planned", tone=tone, **money),
            Column(_ACTUAL, "actual", tone=tone, **money),
            Column(_LEFT, "left", tone=over, **money),
            Column(_ABSORBED, "used", show=share_text, kind="share", width=220, sort=""),
        )
        return Shown(unit, columns, lines, list(self._notes_of(table)))

    def _notes_of(self, table: AgainstActual) -> Iterator[str]:
        if table.unmatched is not None:
            yield self.tr(
                "Unmatched actuals are costs for whose partner, category and work package this version has no line."
            )
        if table.converted:
            said = self.tr("Costs in {currencies} are converted by the rates that the rule pack chooses.")
            yield said.format(currencies=", ".join(table.converted))
        if table.left_out:
            amounts = ", ".join(money_text(left.amount, left.currency) for left in table.left_out)
            said = self.tr("In no row, for there is no rate: {amounts} ({reason}).")
            yield said.format(amounts=amounts, reason=table.left_out[0].reason)
        yield from table.notes


_BUDGET = QT_TRANSLATE_NOOP("Columns", "Budget")
_ACTUAL = QT_TRANSLATE_NOOP("Columns", "Actual")
_LEFT = QT_TRANSLATE_NOOP("Columns", "Remaining")
_ABSORBED = QT_TRANSLATE_NOOP("Columns", "Absorbed")


def _line(name: str, one: Actuals, tone: str = "") -> _Line:
    return _Line(name, one.planned, one.actual, one.remaining.value, one.absorbed.value, tone)


def _name(key: Any, names: Mapping[int, str]) -> str:
    said = names.get(key, "") if isinstance(key, int) else str(key or "")
    return said or translate("Budget", "Not stated")


def rounded_text(amount: Decimal | None) -> str:
    """To the cent."""
    return number_text(amount, 2)
