"""A field of a form for an amount of money: typed as people write amounts, with what is understood shown below."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from collabdesk.domain.typed import TypedAmount, amount
from collabdesk.ui.texts import exact_text, locale, money_text


def read_amount(text: str) -> TypedAmount | None:
    """An amount by the person's locale; None for nothing, ValueError with a sentence for what is none."""
    return amount(text, locale().decimalPoint())


class AmountField(QLineEdit):
    """Reads `1.234,56` and `1,234.56`. In a FormField what is understood takes the place of the hint."""

    def __init__(self, currency: str = "", value: Decimal | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currency = currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_amount(value)

    def set_amount(self, value: Decimal | None, currency: str = "") -> None:
        """Show an amount, and in which currency amounts are from now on where one is given."""
        self.currency = currency or self.currency
        self.setText(exact_text(value))

    def amount(self) -> Decimal | None:
        """What is typed, in `currency`; None for nothing. ValueError with a sentence for what is no amount of it."""
        found = read_amount(self.text())
        if found is None:
            return None
        if found.currency and self.currency and found.currency != self.currency:
            said = QCoreApplication.translate("Amounts", "This amount is in {ours}, not in {theirs}.")
            raise ValueError(said.format(ours=self.currency, theirs=found.currency))
        self.currency = self.currency or found.currency
        return found.value

    def understood(self, _text: str = "") -> tuple[str, bool]:
        """What the field understands, in words for the person, and whether it is right."""
        try:
            value = self.amount()
        except ValueError as error:
            return str(error), False
        said = QCoreApplication.translate("Amounts", "understood: {value}")
        return ("", True) if value is None else (said.format(value=money_text(value, self.currency)), True)
