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
        found = self._found()
        return found.value if found else None

    def understood(self) -> tuple[str, bool]:
        """What the field understands, in words for the person, and whether it is right."""
        try:
            found = self._found()
        except ValueError as error:
            return str(error), False
        if found is None:
            return "", True
        said = QCoreApplication.translate("Amounts", "understood: {value}")
        return said.format(value=money_text(found.value, self.currency or found.currency)), True

    def _found(self) -> TypedAmount | None:
        found = read_amount(self.text())
        if found and found.currency and self.currency and found.currency != self.currency:
            said = QCoreApplication.translate("Amounts", "This amount is in {ours}, not in {theirs}.")
            raise ValueError(said.format(ours=self.currency, theirs=found.currency))
        return found
