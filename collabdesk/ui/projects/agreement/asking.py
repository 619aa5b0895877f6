"""Asks for what belongs to a move: the day and its document, a party, a reason, until when an approval holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.ui.columns import Row
from collabdesk.ui.projects.parts.proving import ProofDialog
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, reason_box, typed_day, whole_day

translate = QCoreApplication.translate
_WIDTH = 500


def heading(record: Row) -> str:
    """The record as a dialog names it."""
    return f"{record.get('code') or ''}  {record.get('title') or record.get('dataset') or ''}".strip()


class DayDialog(ProofDialog):
    """`given` carries the day and the file (or None)."""

    given = Signal(object, object)

    def __init__(self, record: Row, act: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(act, act, parent, heading=heading(record), width=_WIDTH)
        self.day = day_line(record.get("date") or today().isoformat())
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self._day = self.ask(self.tr("&Day"), self.day, hint)
        self.ask_proof(self.tr("D&ocument"), self.file, self.tr("Minutes or letter; kept with its SHA-256"))

    def keep(self) -> None:
        if day := whole_day(self._day):
            self.given.emit(day, self.proof)
            self.accept()


class ApproveDialog(ProofDialog):
    """`approved` carries the day, the day until which it holds (ISO or None), and the file (or None)."""

    approved = Signal(object, object, object)

    def __init__(self, record: Row, parent: QWidget | None = None) -> None:
        title = translate("Agreement", "Approve the transfer")
        super().__init__(title, translate("Agreement", "Approve"), parent, heading=heading(record), width=_WIDTH)
        self.day, self.until, self.file = day_line(today().isoformat()), day_line(record.get("expires")), QLineEdit()
        self.file.setReadOnly(True)
        self._day = self.ask(self.tr("&Approved on"), self.day)
        self._until = self.ask(
            self.tr("&Until"), self.until, self.tr("After this day it cannot be done; empty where it has no end")
        )
        self.ask_proof(self.tr("D&ocument"), self.file, self.tr("Licence, clauses or letter; kept with its SHA-256"))

    def keep(self) -> None:
        day, until = whole_day(self._day), typed_day(self._until)
        if day and until is not False:
            self.approved.emit(day, until, self.proof)
            self.accept()


class VetoDialog(AskDialog):
    """`vetoed` carries the party, the day and the reason."""

    vetoed = Signal(str, object, str)

    def __init__(self, decision: Row, parent: QWidget | None = None) -> None:
        title = translate("Agreement", "Record a veto")
        super().__init__(title, title, parent, heading=heading(decision), width=_WIDTH)
        self.party, self.day, self.reason = QLineEdit(), day_line(today().isoformat()), reason_box()
        self._party = self.ask(self.tr("&Party"), self.party, self.tr("The partner that vetoes"))
        self._day = self.ask(self.tr("&On"), self.day)
        self._reason = self.ask(self.tr("&Reason"), self.reason, self.tr("What it affects severely, in its own words"))

    def keep(self) -> None:
        party = needed(self._party, self.tr("Name the party."))
        day = whole_day(self._day)
        if party and day:
            self.vetoed.emit(party, day, self.reason.toPlainText().strip())
            self.accept()


class ReasonDialog(AskDialog):
    """`given` carries the words once there are some."""

    given = Signal(str)

    def __init__(self, record: Row, act: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(act, act, parent, heading=heading(record), width=_WIDTH)
        self.reason = reason_box()
        self._reason = self.ask(question, self.reason, self.tr("It stays on record"))

    def keep(self) -> None:
        if said := needed(self._reason, self.tr("Say it in a sentence.")):
            self.given.emit(said)
            self.accept()
