"""How a table is read: its kind, currency, decimal mark and order of dates, each changeable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from collabdesk.domain.scales import QUANTITIES
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.imports.draft import Choices
from collabdesk.ui.imports.words import kind_text
from collabdesk.ui.widgets import FormField
from collabdesk.ui.widgets.labels import restyle
from collabdesk.usecases.staged import StagedTable

_CODE_LENGTH = 3
_LIST_EDGE = 30
_COMBO_LENGTH = 13  # letters; the list that opens shows the texts whole


class ReadingBar(QWidget):
    """Four choices in a row; `decided` carries the Choices after one was changed by the person."""

    decided = Signal(object)

    def __init__(self, kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices()
        self._shown_currency = ""
        self.kind = _combo([(kind_text(k), k) for k in kinds])
        self.currency = QLineEdit()
        self.currency.setMaxLength(_CODE_LENGTH)
        self.currency.setFixedWidth(76)
        self.currency.setPlaceholderText(self.tr("none"))
        self.decimal = _combo([(self.tr("Point  1,234.50"), "."), (self.tr("Comma  1.234,50"), ",")])
        self.date_order = _combo(
            [(self.tr("day month year"), "dmy"), (self.tr("month day year"), "mdy"), (self.tr("year month day"), "ymd")]
        )
        self.kind.activated.connect(lambda _: self._decide("kind", self.kind.currentData()))
        self.decimal.activated.connect(lambda _: self._decide("decimal", self.decimal.currentData()))
        self.date_order.activated.connect(lambda _: self._decide("date_order", self.date_order.currentData()))
        self.currency.editingFinished.connect(self._take_currency)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_S)
        line.addWidget(FormField(self.tr("&Kind of table"), self.kind))
        line.addWidget(FormField(self.tr("Currenc&y"), self.currency))
        line.addWidget(FormField(self.tr("&Decimal mark"), self.decimal))
        line.addWidget(FormField(self.tr("Dates &written"), self.date_order))

    def show_table(self, table: StagedTable, choices: Choices) -> None:
        """Show how a table was read."""
        self._choices = choices
        _show(self.kind, table.kind)
        _show(self.decimal, table.decimal or choices.decimal)
        _show(self.date_order, table.date_order or choices.date_order)
        self._shown_currency = table.currency or choices.currency
        self.currency.setText(self._shown_currency)
        self.currency.setToolTip(self._currency_from(table))
        # Amounts without a currency can be kept but never be added up with others: the field asks for one.
        restyle(self.currency, "state", "error" if lacks_currency(table) and not self._shown_currency else "")

    def _currency_from(self, table: StagedTable) -> str:
        if not table.currency_from:
            return self.tr("Which currency are the amounts in? Three letters, as EUR; the file states none.")
        return self.tr("Taken from: {place}").format(place=table.currency_from)

    def _take_currency(self) -> None:
        code = self.currency.text().strip().upper()
        if code != self._shown_currency and len(code) in (0, _CODE_LENGTH):
            self._decide("currency", code)

    def _decide(self, what: str, value: str) -> None:
        decided = self._choices.but(what, value)
        if decided != self._choices:
            self.decided.emit(decided)


def lacks_currency(table: StagedTable) -> bool:
    """Has the table amounts of money whose currency nothing in the file tells?"""
    has_money = any(field.partition(".")[2] not in QUANTITIES for field in table.totals)
    has_own = any(c.field and c.field.endswith(".currency") for c in table.columns)
    return has_money and not table.currency and not has_own and not any(c.currency for c in table.mapped)


def _combo(choices: Sequence[tuple[str, str]]) -> QComboBox:
    combo = QComboBox()
    combo.setPlaceholderText("–")
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_COMBO_LENGTH)
    for text, value in choices:
        combo.addItem(text, value)
    combo.view().setMinimumWidth(combo.view().sizeHintForColumn(0) + _LIST_EDGE)
    return combo


def _show(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.setToolTip(combo.currentText())
