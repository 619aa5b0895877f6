"""A conversion explained: what is asked at the left, amount, rate and every step at the right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.domain import typed
from collabdesk.domain.conversions import CHOICES
from collabdesk.ui import texts
from collabdesk.ui.design.scale import GAP_L, GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.rates.numbers import rate_text
from collabdesk.ui.rates.own import kind_text
from collabdesk.ui.widgets import Card, FactGrid, FormField, Page, clear, label, primary, row, separator
from collabdesk.ui.widgets.amounts import AmountField
from collabdesk.ui.widgets.day import DayField
from collabdesk.usecases.rates.bank import Bank
from collabdesk.usecases.rates.explaining import Explained, explained

translate = QCoreApplication.translate
_USUAL = ("EUR", "USD", "GBP", "CHF", "JPY", "NOK", "SEK", "DKK", "PLN", "CZK")


class ExplainConversion(QWidget):
    """Enter in any field, or the button, converts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.amount = AmountField(value=Decimal(100))
        self.base, self.quote = _currency("GBP"), _currency("EUR")
        self.day = DayField()
        self.choice = QComboBox()
        for choice in CHOICES:
            self.choice.addItem(kind_text(choice), choice)
        self.first, self.last = DayField(), DayField()
        self.first.day = self.first.day.replace(month=1, day=1)
        self._amount = FormField(self.tr("&Amount"), self.amount)
        self._period = QWidget()
        days = row(FormField(self.tr("&First day"), self.first), FormField(self.tr("&Last day"), self.last), gap=GAP_M)
        days.setContentsMargins(0, 0, 0, 0)
        self._period.setLayout(days)
        self.convert = primary(self.tr("Con&vert"), "refresh")
        self.convert.setDefault(True)
        self.convert.clicked.connect(self.ask)
        self.amount.returnPressed.connect(self.ask)
        self.choice.currentIndexChanged.connect(self._show_fields)
        self.answer = Page()
        self.answer.column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._show_fields()

    def showEvent(self, event: QShowEvent) -> None:
        if not self.answer.column.count():
            workspace = self._desk.workspace
            self._desk.tasks.run(
                self.tr("Look up rates"),
                lambda *_: Bank.of(workspace).last_day(),
                owner=self,
                done=self._begin,
                is_quiet=True,
            )
        super().showEvent(event)

    def _begin(self, last: date) -> None:
        """The first look is at a day that the bank’s history holds."""
        self.day.day = min(self.day.day, last)
        self.ask()

    def ask(self) -> None:
        """Convert what is typed, in the worker: the bank's history is read when it is first needed."""
        try:
            found = typed.amount(self.amount.text(), texts.locale().decimalPoint())
            if found is None:
                raise ValueError(self.tr("Type an amount."))
        except ValueError as error:
            self._amount.show_error(str(error))
            return
        self._amount.show_error("")
        workspace = self._desk.workspace
        base, quote = self.base.currentText().strip(), self.quote.currentText().strip()
        day, choice = self.day.day.isoformat(), str(self.choice.currentData())
        period = (self.first.day.isoformat(), self.last.day.isoformat()) if choice == "period_average" else None
        self._desk.tasks.run(
            self.tr("Convert an amount"),
            lambda *_: explained(workspace, found.value, base, quote, day, choice=choice, period=period),
            owner=self,
            done=self._show,
            is_quiet=True,
        )

    def _lay_out(self) -> None:
        form = Card(self.tr("What is it worth?"), margin=GAP_L)
        form.column.addWidget(self._amount)
        form.column.addLayout(
            row(FormField(self.tr("F&rom"), self.base), FormField(self.tr("&Into"), self.quote), gap=GAP_M)
        )
        form.column.addWidget(FormField(self.tr("&Day"), self.day))
        form.column.addWidget(FormField(self.tr("Rate that the &rules ask for"), self.choice))
        form.column.addWidget(self._period)
        form.column.addLayout(row(self.convert, None))
        left = QWidget()
        left.setFixedWidth(360)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_L)
        line.addWidget(left)
        line.addWidget(self.answer, 1)

    def _show_fields(self) -> None:
        self._period.setVisible(self.choice.currentData() == "period_average")

    def _show(self, told: Explained) -> None:
        clear(self.answer.column)
        self.answer.column.addWidget(_refusal(told) if told.rate is None else _result(told))
        self.answer.column.addStretch(1)


def _currency(code: str) -> QComboBox:
    """Any code can be typed: own tables hold units that no bank fixes."""
    field = QComboBox()
    field.setEditable(True)
    field.addItems(_USUAL)
    field.setCurrentText(code)
    return field


def _refusal(told: Explained) -> Card:
    card = Card(margin=GAP_L)
    card.column.addWidget(label(translate("Rates", "No rate, and so no figure"), "title"))
    card.column.addWidget(label(told.reason[:1].upper() + told.reason[1:] + ".", "secondary", wrap=True))
    return card


def _result(told: Explained) -> Card:
    assert told.rate is not None
    card = Card(margin=GAP_L)
    asked = texts.money_text(told.amount, told.base)
    card.column.addWidget(label(translate("Rates", "{amount} are worth").format(amount=asked), "secondary"))
    card.column.addWidget(label(texts.money_text(told.value, told.quote), "display"))
    card.column.addWidget(separator())
    facts = FactGrid(1)
    rate = f"1 {told.base} = {rate_text(told.rate.value)} {told.quote}"
    facts.add_text(translate("Rates", "Rate"), rate)
    facts.add_text(translate("Rates", "Kind"), kind_text(told.rate.kind) if told.rate.kind != "same" else "")
    facts.add_text(translate("Rates", "Of"), _days(told))
    facts.add_text(translate("Rates", "Source"), told.rate.source or texts.DASH)
    card.column.addWidget(facts)
    card.column.addWidget(separator())
    card.column.addWidget(label(translate("Rates", "Step by step"), "strong"))
    for number, step in enumerate(told.steps, 1):
        line = label(f"{number}.  {step}", wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(line)
    return card


def _days(told: Explained) -> str:
    assert told.rate is not None
    first, last = texts.date_text(told.rate.first), texts.date_text(told.rate.last)
    return first if first == last else f"{first} – {last}"
