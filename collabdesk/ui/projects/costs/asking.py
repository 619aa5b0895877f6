"""Small dialogs that ask for a reason, or for an amount and a reason, before the funder's verdict is written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from collabdesk.domain import typed
from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.texts import locale, money_text
from collabdesk.ui.widgets import FormField, button, label, primary, row
from collabdesk.ui.widgets.day import DayField


class _Asking(QDialog):
    """A heading, fields, and two buttons; Ctrl+Enter and the default button answer, Escape cancels."""

    def __init__(self, title: str, about: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.reason.fontMetrics().lineSpacing() * 3 + 22)
        self._reason = FormField(self.tr("&Reason"), self.reason, self.tr("It stays on record."))
        self.keep_button = primary(keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        self._column.setSpacing(GAP_L)
        self._column.addWidget(label(title, "heading", wrap=True))
        if about:
            self._column.addWidget(label(about, "secondary", wrap=True))
        for field in self.fields():
            self._column.addWidget(field)
        self._column.addWidget(self._reason)
        self._column.addLayout(row(None, cancel, self.keep_button))

    def fields(self) -> Sequence[QWidget]:
        """The fields above the reason."""
        return ()

    def said(self) -> str:
        """The reason, or "" after showing that it is missing."""
        text = self.reason.toPlainText().strip()
        self._reason.show_error("" if text else self.tr("Say why: the reason stays on record."))
        return text

    def keep(self) -> None:
        """Tell what was given, or show what is missing."""
        raise NotImplementedError


class ReasonDialog(_Asking):
    """`given` carries the reason."""

    given = Signal(str)

    def __init__(self, title: str, keep: str, parent: QWidget | None = None, about: str = "") -> None:
        super().__init__(title, about, keep, parent)
        self.reason.setFocus()

    def keep(self) -> None:
        if reason := self.said():
            self.given.emit(reason)
            self.accept()


class AmountDialog(_Asking):
    """`given` carries the amount, the reason, and the chosen period ("" where none is asked for or chosen)."""

    given = Signal(object, str, str)

    def __init__(
        self,
        title: str,
        about: str,
        amount: str,
        currency: str,
        keep: str,
        periods: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self._currency = currency
        self.amount = QLineEdit()
        self._amount = FormField(amount, self.amount, currency)
        self.period = QComboBox()
        for code in periods:
            self.period.addItem(code, code)
        self._has_period = bool(periods)
        super().__init__(title, about, keep, parent)
        self.amount.textChanged.connect(lambda _: self._show_understood())
        self.amount.setFocus()

    def fields(self) -> Sequence[QWidget]:
        if not self._has_period:
            return (self._amount,)
        return self._amount, FormField(self.tr("&Declare the difference in"), self.period)

    def keep(self) -> None:
        amount = self._read()
        reason = self.said()
        if amount is not None and reason:
            self.given.emit(amount, reason, self.period.currentData() or "")
            self.accept()

    def _read(self) -> Decimal | None:
        try:
            found = typed.amount(self.amount.text(), locale().decimalPoint())
        except ValueError as error:
            self._amount.show_error(str(error))
            return None
        if found is None:
            self._amount.show_error(self.tr("Give the amount."))
            return None
        if found.currency and found.currency != self._currency:
            self._amount.show_error(self.tr("The item is in {currency}.").format(currency=self._currency))
            return None
        return found.value

    def _show_understood(self) -> None:
        """What was read, as it will be kept."""
        try:
            found = typed.amount(self.amount.text(), locale().decimalPoint())
        except ValueError:
            found = None
        self._amount.show_hint(money_text(found.value, self._currency) if found else self._currency)


class DayDialog(QDialog):
    """`given` carries the day."""

    given = Signal(object)

    def __init__(self, title: str, day: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day = DayField()
        self.keep_button = primary(keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(FormField(day, self.day))
        column.addLayout(row(None, cancel, self.keep_button))

    def keep(self) -> None:
        """Tell the day."""
        self.given.emit(self.day.day)
        self.accept()
