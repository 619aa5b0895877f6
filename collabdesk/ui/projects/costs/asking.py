"""Small dialogs that ask for a reason, or for an amount and a reason, before the funder's verdict is written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from collabdesk.ui.widgets import AmountField
from collabdesk.ui.widgets.asking import AskDialog, needed, reason_box
from collabdesk.ui.widgets.day import DayField

translate = QCoreApplication.translate


class _ReasonAsked(AskDialog):
    """Asks also for the reason."""

    def ask_reason(self) -> None:
        """The field of the reason."""
        self.reason = reason_box()
        self._reason = self.ask(
            translate("Verdicts", "&Reason"), self.reason, translate("Verdicts", "It stays on record.")
        )

    def said(self) -> str:
        """The reason, or "" after showing that it is missing."""
        return needed(self._reason, translate("Verdicts", "Say why: the reason stays on record."))


class ReasonDialog(_ReasonAsked):
    """`given` carries the reason."""

    given = Signal(str)

    def __init__(self, title: str, keep: str, parent: QWidget | None = None, about: str = "") -> None:
        super().__init__(title, keep, parent, about=about)
        self.ask_reason()

    def keep(self) -> None:
        if reason := self.said():
            self.given.emit(reason)
            self.accept()


class AmountDialog(_ReasonAsked):
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
        super().__init__(title, keep, parent, about=about)
        self.amount = AmountField(currency)
        self._amount = self.ask(amount, self.amount, currency)
        self.period = QComboBox()
        for code in periods:
            self.period.addItem(code, code)
        if periods:
            self.ask(self.tr("&Declare the difference in"), self.period)
        self.ask_reason()

    def keep(self) -> None:
        amount = self._read()
        reason = self.said()
        if amount is not None and reason:
            self.given.emit(amount, reason, self.period.currentData() or "")
            self.accept()

    def _read(self) -> Decimal | None:
        try:
            found = self.amount.amount()
        except ValueError as error:
            self._amount.show_error(str(error))
            return None
        self._amount.show_error(self.tr("Give the amount.") if found is None else "")
        return found


class DayDialog(AskDialog):
    """`given` carries the day."""

    given = Signal(object)

    def __init__(self, title: str, day: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(title, keep, parent, width=380)
        self.day = DayField()
        self.ask(day, self.day)

    def keep(self) -> None:
        self.given.emit(self.day.day)
        self.accept()
