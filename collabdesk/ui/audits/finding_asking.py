"""Dialogs of a finding: the auditee's response, a file of evidence, who verified, what a later audit found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.follow_ups import OUTCOMES
from collabdesk.domain.responses import STANCES
from collabdesk.ui.audits.words import outcome_text, stance_text
from collabdesk.ui.projects.parts.proving import ProofDialog
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, reason_box, whole_day

translate = QCoreApplication.translate
_WIDTH = 520


class RespondDialog(AskDialog):
    """`given` carries the stance, the words as they were typed, who answered and the day."""

    given = Signal(str, str, str, object)

    def __init__(self, named: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Finding", "Response to {finding}").format(finding=named), translate("Finding", "Record"), parent,
            about=translate("Finding", "The words are kept as they are. A later answer is recorded beside this one."),
            width=_WIDTH,
        )  # fmt: skip
        self.stance = QComboBox()
        for stance in STANCES:
            self.stance.addItem(stance_text(stance), stance)
        self.text = reason_box()
        self.text.setFixedHeight(self.text.height() * 2)
        self.by = QLineEdit()
        self.day = day_line(today().isoformat())
        self.ask(self.tr("&The auditee"), self.stance)
        self.ask(self.tr("&Word for word"), self.text)
        self._by = self.ask(self.tr("&Answered by"), self.by)
        self._day = self.ask(self.tr("&On"), self.day)

    def keep(self) -> None:
        by = needed(self._by, self.tr("Name the person or body that answered."))
        day = whole_day(self._day)
        if by and day is not None:
            self.given.emit(self.stance.currentData(), self.text.toPlainText(), by, day)
            self.accept()


class EvidenceDialog(ProofDialog):
    """`given` carries the file with its name, kind, custodian and note, and the day on which it was received."""

    given = Signal(object, object)

    def __init__(self, named: str, file: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Finding", "Evidence of {finding}").format(finding=named), translate("Finding", "Keep"), parent,
            width=_WIDTH,
        )  # fmt: skip
        self.title, self.kind, self.custodian = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = day_line(today().isoformat())
        self.note = reason_box()
        self._title = self.ask_proof(self.tr("&Called"), self.title, self.tr("The file is kept with its SHA-256."))
        self.ask(self.tr("&Kind"), self.kind, self.tr("Contract, invoice, minutes, interview …"))
        self.ask(self.tr("C&ustodian"), self.custodian, self.tr("Who holds the original."))
        self._day = self.ask(self.tr("&Received on"), self.day)
        self.ask(self.tr("&Note"), self.note)
        if file is not None:
            self.attach(file)

    def keep(self) -> None:
        if self.proof is None:
            self._title.show_error(self.tr("Attach the file."))
            return
        day = whole_day(self._day)
        if day is not None:
            self.given.emit(
                replace(
                    self.proof,
                    title=self.title.text().strip(),
                    kind=self.kind.text().strip(),
                    custodian=self.custodian.text().strip(),
                    note=self.note.toPlainText().strip(),
                ),
                day,
            )
            self.accept()


class VerifyDialog(AskDialog):
    """`given` carries who verified, and what was seen."""

    given = Signal(str, str)

    def __init__(self, named: str, owner: str, person: str, parent: QWidget | None = None) -> None:
        about = translate("Finding", "Owned by {owner}, who cannot verify it.").format(owner=owner) if owner else ""
        super().__init__(
            translate("Finding", "Verify {what}").format(what=named), translate("Finding", "Verify"), parent,
            about=about, width=_WIDTH,
        )  # fmt: skip
        self.by = QLineEdit(person)
        self.note = reason_box()
        self._by = self.ask(self.tr("&Verified by"), self.by, self.tr("Somebody other than the owner."))
        self.ask(self.tr("&What was seen"), self.note)

    def keep(self) -> None:
        if by := needed(self._by, self.tr("Name who verified it.")):
            self.given.emit(by, self.note.toPlainText().strip())
            self.accept()


class OutcomeDialog(AskDialog):
    """`given` carries the outcome, what was found, who looked and the day."""

    given = Signal(str, str, str, object)

    def __init__(self, named: str, title: str, person: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("FollowUp", "What became of {finding}").format(finding=named), translate("FollowUp", "Record"),
            parent, about=title, width=_WIDTH,
        )  # fmt: skip
        self.outcome = QComboBox()
        for outcome in OUTCOMES:
            self.outcome.addItem(outcome_text(outcome), outcome)
        self.text = reason_box()
        self.by = QLineEdit(person)
        self.day = day_line(today().isoformat())
        self._outcome = self.ask(self.tr("&Outcome"), self.outcome)
        self._text = self.ask(self.tr("&What was found"), self.text, self.tr("It is printed beside the outcome."))
        self.ask(self.tr("&Checked by"), self.by)
        self._day = self.ask(self.tr("O&n"), self.day)
        self.outcome.currentIndexChanged.connect(self._hint)

    def _hint(self) -> None:
        repeats = self.outcome.currentData() == "not_corrected"
        said = self.tr("A draft that repeats it, and cites it, is added to this audit in the same step.")
        self._outcome.show_hint(said if repeats else "")

    def keep(self) -> None:
        outcome, said = self.outcome.currentData(), self.text.toPlainText().strip()
        if outcome != "corrected" and not needed(self._text, self.tr("Say what was found.")):
            return
        day: date | None = whole_day(self._day)
        if day is not None:
            self.given.emit(outcome, said, self.by.text().strip(), day)
            self.accept()
