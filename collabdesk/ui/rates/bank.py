"""The European Central Bank's fixings of one currency and month, with their average."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.domain.conversions import shown
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.rates.numbers import rate_text
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import FormField, label, row
from collabdesk.ui.widgets.day import DayField
from collabdesk.ui.widgets.framed import framed


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    value: Decimal
    back: Decimal


@dataclass(frozen=True, slots=True)
class _Month:
    """What was looked up: the fixings of the month with their mean, and how far the history reaches."""

    days: list[_Day]
    mean: Decimal | None
    last: date
    currencies: list[str]


_COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Day"), "day", show=date_text, width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "1 euro is worth"), "value", show=rate_text, kind="number", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "1 unit is worth, in euro"), "back", show=rate_text, kind="number", width=200),
)


class BankRates(QWidget):
    """Reads the bundled history in the worker when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_known = False
        self.currency = QComboBox()
        self.currency.setMinimumWidth(110)
        self.day = DayField()
        self.rows = MemoryRows(_COLUMNS)
        self.rows.setParent(self)
        table = TableView(self.rows, desk.theme, placeholder=self.tr("Nothing was fixed in this month."))
        table.setAccessibleName(self.tr("Fixings of the month"))
        self.said = label("", "secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        fields = row(
            FormField(self.tr("&Currency"), self.currency), FormField(self.tr("&Month of"), self.day), None, gap=GAP_M
        )
        column.addLayout(fields)
        column.addWidget(self.said)
        column.addWidget(framed(table), 1)
        self.currency.currentTextChanged.connect(self._look)
        self.day.dateChanged.connect(self._look)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._is_known:
            self._look()
        super().showEvent(event)

    def _look(self) -> None:
        currency, day = self.currency.currentText() or "USD", self.day.day
        is_first = not self._is_known
        workspace = self._desk.workspace

        def read() -> _Month:
            from collabdesk.usecases.rates.bank import Bank, month_of
            from collabdesk.usecases.rates.ecb import EURO

            bank = Bank.of(workspace)
            last = bank.last_day()
            month = month_of(min(day, last) if is_first else day)
            days = [_Day(when, value, 1 / value) for when, value in bank.fixings(currency, *month)]
            mean = sum((d.value for d in days), Decimal(0)) / len(days) if days else None
            return _Month(days, mean, last, [c for c in bank.currencies() if c != EURO])

        self._desk.tasks.run(
            self.tr("Look up rates"), lambda *_: read(), owner=self, done=self._show, is_quiet=True
        )  # fmt: skip

    def _show(self, found: _Month) -> None:
        if not self._is_known:
            self._is_known = True
            for field in (self.currency, self.day):
                field.blockSignals(True)
            self.currency.addItems(found.currencies)
            self.currency.setCurrentText("USD")
            self.day.day = min(self.day.day, found.last)
            for field in (self.currency, self.day):
                field.blockSignals(False)
        self.rows.show(found.days)
        reach = self.tr("The history ends on {day}.").format(day=date_text(found.last))
        if found.mean is not None:
            mean = self.tr("Average of {n} fixings: 1 EUR = {rate} {currency}.").format(
                n=len(found.days), rate=rate_text(Decimal(shown(found.mean))), currency=self.currency.currentText()
            )
            reach = f"{mean} {reach}"
        self.said.setText(reach)
