"""Dialogs of a plan: achieved with its file, planned anew, cancelled by amendment, frozen with its decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.dates import earliest, today
from collabdesk.ui.columns import Row
from collabdesk.ui.dates import read_date
from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.texts import date_text
from collabdesk.ui.widgets import FormField, button, label, primary, row
from collabdesk.usecases.plan.evidence import Proof

_FULL_DAY = len("2025-01-31")


def heading(record: Row) -> str:
    """The entry as a dialog names it."""
    return f"{record.get('code') or ''}  {record.get('title') or ''}".strip()


class PlanDialog(QDialog):
    """A heading, fields and two buttons: the default one keeps, Escape cancels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def build(self, title: str, named: str, keep: str) -> None:
        """Lay the dialog out, once a subclass has made its controls."""
        self.setWindowTitle(title)
        self.keep_button = primary(keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.keep)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        self.column.setSpacing(GAP_L)
        self.column.addWidget(label(named, "heading", wrap=True))
        for part in self.parts():
            self.column.addWidget(part)
        self.column.addLayout(row(*self.tools(), None, cancel, self.keep_button))

    def parts(self) -> Sequence[QWidget]:
        """The fields."""
        raise NotImplementedError

    def tools(self) -> Sequence[QWidget]:
        """Buttons left of the two."""
        return ()

    def keep(self) -> None:
        """Tell what was given, or show what is missing."""
        raise NotImplementedError


def whole_day(field: FormField, text: str, missing: str) -> date | None:
    """The day that was typed; None after showing in the field what is wrong with it."""
    try:
        typed = read_date(text)
    except ValueError as error:
        field.show_error(str(error))
        return None
    if typed is None or len(typed) < _FULL_DAY:
        field.show_error(missing)
        return None
    field.show_error("")
    return earliest(typed)


def needed(field: FormField, control: QLineEdit, missing: str) -> str:
    """The text that was typed; "" after showing that it is missing."""
    said = control.text().strip()
    field.show_error("" if said else missing)
    return said


class AchievedDialog(PlanDialog):
    """`achieved` carries the day, the means of verification and the file (None where evidence is recorded already)."""

    achieved = Signal(object, str, object)

    def __init__(self, milestone: Row, files: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._proof: Proof | None = None
        self.day = QLineEdit(date_text(today().isoformat()))
        self.means = QLineEdit(milestone.get("verification") or "")
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self.build(self.tr("Milestone achieved"), heading(milestone), self.tr("Set as achieved"))

    def parts(self) -> Sequence[QWidget]:
        self._day = FormField(self.tr("&Achieved on"), self.day, self.tr("The day on which it was verified"))
        self._means = FormField(
            self.tr("&Means of verification"), self.means, self.tr("The document or fact that shows it")
        )
        there = self.tr("{n} on record already; another one may be added").format(n=self._files)
        hint = there if self._files else self.tr("The file is kept in the books with its SHA-256")
        self._file = FormField(self.tr("&Evidence"), self.file, hint)
        return self._day, self._means, self._file

    def tools(self) -> Sequence[QWidget]:
        attach = button(self.tr("Attach a file…"), "folder")
        attach.setAutoDefault(False)
        attach.clicked.connect(self._choose)
        return (attach,)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Evidence"))
        if name:
            self.attach(Path(name))

    def attach(self, file: Path) -> None:
        """Take a file as evidence."""
        try:
            self._proof = Proof(file.name, file.read_bytes())
        except OSError as error:
            self._file.show_error(str(error))
            return
        self._file.show_error("")
        self.file.setText(file.name)

    def keep(self) -> None:
        day = whole_day(self._day, self.day.text(), self.tr("Give the whole day."))
        if not self._proof and not self._files:
            self._file.show_error(self.tr("A milestone is achieved only with its evidence: attach the file."))
            return
        if day is not None:
            self.achieved.emit(day, self.means.text().strip(), self._proof)
            self.accept()


class ReplanDialog(PlanDialog):
    """`planned` carries the new day, the reason, the decision and the day it was taken on (or None)."""

    planned = Signal(object, str, str, object)

    def __init__(self, milestone: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.reason, self.decision, self.decided = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.build(self.tr("Plan it anew"), heading(milestone), self.tr("Freeze the new baseline"))
        self.day.setFocus()

    def parts(self) -> Sequence[QWidget]:
        self._day = FormField(self.tr("&New due day"), self.day)
        self._reason = FormField(self.tr("&Reason"), self.reason)
        self._decision = FormField(self.tr("&Decision"), self.decision, self.tr("Minutes, letter or number"))
        self._decided = FormField(self.tr("Decided &on"), self.decided)
        told = label(self.tr("It was missed: a new day is a change of the baseline, frozen for good."), "secondary",
                     wrap=True)  # fmt: skip
        return told, self._day, self._reason, self._decision, self._decided

    def keep(self) -> None:
        day = whole_day(self._day, self.day.text(), self.tr("Give the whole day."))
        reason = needed(self._reason, self.reason, self.tr("Say why."))
        decision = needed(self._decision, self.decision, self.tr("Name what approved it."))
        decided = _optional_day(self._decided, self.decided)
        if day and reason and decision and decided is not False:
            self.planned.emit(day, reason, decision, decided or None)
            self.accept()


class CancelDialog(PlanDialog):
    """`cancelled` carries the amendment's code."""

    cancelled = Signal(str)

    def __init__(self, milestone: Row, amendments: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amendment = QComboBox()
        self.amendment.addItems(list(amendments))
        self.build(self.tr("Cancel the milestone"), heading(milestone), self.tr("Cancel the milestone"))
        self.keep_button.setEnabled(bool(amendments))

    def parts(self) -> Sequence[QWidget]:
        hint = self.tr("A milestone is cancelled only by an amendment of the agreement.")
        if not self.amendment.count():
            hint += " " + self.tr("None is recorded: record it in the project's budget first.")
        self._field = FormField(self.tr("&Amendment"), self.amendment, hint)
        return (self._field,)

    def keep(self) -> None:
        self.cancelled.emit(self.amendment.currentText())
        self.accept()


class FreezeDialog(PlanDialog):
    """`frozen` carries title, reason, decision, the day it was taken on (or None), and whether forecasts count."""

    frozen = Signal(str, str, str, object, bool)

    def __init__(self, before: str, parent: QWidget | None = None) -> None:
        """`before` is the code of the baseline that is frozen already, "" for the first."""
        super().__init__(parent)
        self._before = before
        self.title, self.reason, self.decision, self.decided = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.adopt = QCheckBox(self.tr("Take the forecasts of what is not finished as the approved dates"))
        self.adopt.setChecked(bool(before))
        self.build(
            self.tr("Freeze a baseline"), self.tr("Freeze the plan as it is approved now"), self.tr("Freeze for good")
        )
        self.title.setFocus()

    def parts(self) -> Sequence[QWidget]:
        hint = self.tr("{code} is frozen: a further baseline needs its reason and the decision that approved it.")
        told = self.tr("Dates, effort and cost are kept as they are. A frozen baseline never changes, and undo does not"
                       " take it back.")  # fmt: skip
        self._title = FormField(self.tr("&Title"), self.title, self.tr("May be left empty"))
        self._reason = FormField(
            self.tr("&Reason"), self.reason, hint.format(code=self._before) if self._before else ""
        )
        self._decision = FormField(self.tr("&Decision"), self.decision, self.tr("Minutes, letter or number"))
        self._decided = FormField(self.tr("Decided &on"), self.decided)
        first = label(told, "secondary", wrap=True)
        return first, self._title, self._reason, self._decision, self._decided, self.adopt

    def keep(self) -> None:
        reason, decision = self.reason.text().strip(), self.decision.text().strip()
        if self._before:
            reason = needed(self._reason, self.reason, self.tr("Say why the plan changes."))
            decision = needed(self._decision, self.decision, self.tr("Name what approved it."))
            if not (reason and decision):
                return
        decided = _optional_day(self._decided, self.decided)
        if decided is not False:
            self.frozen.emit(self.title.text().strip(), reason, decision, decided or None, self.adopt.isChecked())
            self.accept()


def _optional_day(field: FormField, control: QLineEdit) -> str | bool | None:
    """ISO text of what was typed, None for nothing, False after showing what is wrong."""
    try:
        typed = read_date(control.text())
    except ValueError as error:
        field.show_error(str(error))
        return False
    field.show_error("")
    return typed
