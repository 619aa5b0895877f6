"""Asks on which day a credit event is credited and what proves it, or why a claim is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.dates import earliest, today
from collabdesk.ui.columns import Row
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.texts import date_text, money_text
from collabdesk.ui.widgets import FormField, button, label, primary, row
from collabdesk.usecases.plan.evidence import Proof

_FULL_DAY = len("2025-01-31")


def heading(event: Row) -> str:
    """The event with its value, as a dialog names it."""
    name = f"{event.get('code') or ''}  {event.get('title') or ''}".strip()
    value = money_text(event.get("amount"), event.get("unit_of_account") or event.get("currency") or "")
    return f"{name} · {value}"


class CreditDialog(QDialog):
    """`credited` carries the day, the words and the file (or None) once there is a day and one of the two."""

    credited = Signal(object, str, object)

    def __init__(self, event: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Credit the event"))
        self.setMinimumWidth(500)
        self._proof: Proof | None = None
        self.day = QLineEdit(date_text(today().isoformat()))
        self.words = QLineEdit(event.get("evidence") or "")
        self._day = FormField(self.tr("&Credited on"), self.day, self.tr("The day on which it was accepted"))
        self._words = FormField(
            self.tr("&Evidence"), self.words, self.tr("The acceptance note, or the file that shows it")
        )
        attach = button(self.tr("Attach a file…"), "folder")
        attach.setAutoDefault(False)
        attach.clicked.connect(self._choose)
        keep = primary(self.tr("Credit"))
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addWidget(label(heading(event), "heading", wrap=True))
        if event.get("milestone_code"):
            text = self.tr("It is credited only when its milestone {code} is achieved.")
            column.addWidget(label(text.format(code=event["milestone_code"]), "secondary", wrap=True))
        column.addWidget(self._day)
        column.addWidget(self._words)
        column.addLayout(row(attach, None, cancel, keep))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Evidence"))
        if name:
            self.attach(Path(name))

    def attach(self, file: Path) -> None:
        """Take a file as evidence."""
        try:
            self._proof = Proof(file.name, file.read_bytes())
        except OSError as error:
            self._words.show_error(str(error))
            return
        if not self.words.text().strip():
            self.words.setText(file.name)

    def keep(self) -> None:
        """Tell, or say what is missing."""
        day = self._read_day()
        said = self.words.text().strip()
        self._words.show_error("" if said or self._proof else self.tr("An event is credited only with its evidence."))
        if day is not None and (said or self._proof):
            self.credited.emit(day, said, self._proof)
            self.accept()

    def _read_day(self) -> date | None:
        try:
            typed = read_date(self.day.text())
        except ValueError as error:
            self._day.show_error(str(error))
            return None
        if typed is None or len(typed) < _FULL_DAY:
            self._day.show_error(self.tr("Give the whole day."))
            return None
        self._day.show_error("")
        return earliest(typed)


class RefuseDialog(QDialog):
    """`refused` carries the reason once there is one."""

    refused = Signal(str)

    def __init__(self, event: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Refuse the claim"))
        self.setMinimumWidth(460)
        self.reason = QLineEdit()
        self._reason = FormField(self.tr("&Reason"), self.reason, self.tr("It stands beside the event"))
        keep = primary(self.tr("Refuse the claim"))
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_L)
        column.addWidget(label(heading(event), "heading", wrap=True))
        column.addWidget(self._reason)
        column.addLayout(row(None, cancel, keep))

    def keep(self) -> None:
        """Tell, or say that the reason is missing."""
        said = self.reason.text().strip()
        self._reason.show_error("" if said else self.tr("Say why the claim is refused."))
        if said:
            self.refused.emit(said)
            self.accept()
