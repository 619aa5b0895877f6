"""Asks on which day a milestone was reached and what shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.ui.columns import Row
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import FormField, button, label, primary, row


class AchievedDialog(QDialog):
    """`achieved` carries the day and the means of verification once both are given."""

    achieved = Signal(str, str)

    def __init__(self, milestone: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Milestone achieved"))
        self.setMinimumWidth(460)
        self.day = QLineEdit(date_text(today().isoformat()))
        self.proof = QLineEdit(milestone.get("verification") or "")
        self._day = FormField(self.tr("&Achieved on"), self.day, self.tr("The day on which it was verified"))
        self._proof = FormField(
            self.tr("&Means of verification"), self.proof, self.tr("The document or fact that shows it")
        )
        keep = primary(self.tr("Set as achieved"))
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addWidget(
            label(f"{milestone.get('code') or ''}  {milestone.get('title') or ''}".strip(), "heading", wrap=True)
        )
        column.addWidget(self._day)
        column.addWidget(self._proof)
        column.addLayout(row(None, cancel, keep))

    def keep(self) -> None:
        """Tell, or say what is missing."""
        try:
            day = read_date(self.day.text())
        except ValueError as error:
            self._day.show_error(str(error))
            return
        self._day.show_error("" if day else self.tr("Give the day."))
        proof = self.proof.text().strip()
        self._proof.show_error("" if proof else self.tr("A milestone is achieved only with its means of verification."))
        if day and proof:
            self.achieved.emit(day, proof)
            self.accept()
