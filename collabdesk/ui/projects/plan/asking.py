"""Dialogs of a plan: achieved with its file, planned anew, cancelled by amendment, frozen with its decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.ui.columns import Row
from collabdesk.ui.projects.parts.proving import ProofDialog
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, typed_day, whole_day

translate = QCoreApplication.translate
_WIDTH = 520


def heading(record: Row) -> str:
    """The entry as a dialog names it."""
    return f"{record.get('code') or ''}  {record.get('title') or ''}".strip()


class AchievedDialog(ProofDialog):
    """`achieved` carries the day, the means of verification and the file (None where evidence is recorded already)."""

    achieved = Signal(object, str, object)

    def __init__(self, milestone: Row, files: int, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Milestone achieved"), translate("Planning", "Set as achieved"), parent,
            heading=heading(milestone), width=_WIDTH,
        )  # fmt: skip
        self._files = files
        self.day = day_line(today().isoformat())
        self.means = QLineEdit(milestone.get("verification") or "")
        self.file = QLineEdit()
        self.file.setReadOnly(True)
        self._day = self.ask(self.tr("&Achieved on"), self.day, self.tr("The day on which it was verified"))
        self.ask(self.tr("&Means of verification"), self.means, self.tr("The document or fact that shows it"))
        there = self.tr("{n} on record already; another one may be added").format(n=files)
        hint = there if files else self.tr("The file is kept in the books with its SHA-256")
        self._file = self.ask_proof(self.tr("&Evidence"), self.file, hint)

    def keep(self) -> None:
        day = whole_day(self._day)
        if not self.proof and not self._files:
            self._file.show_error(self.tr("A milestone is achieved only with its evidence: attach the file."))
            return
        if day is not None:
            self.achieved.emit(day, self.means.text().strip(), self.proof)
            self.accept()


class _DecisionDialog(AskDialog):
    """Asks also what approved it, and when."""

    def ask_decision(self) -> None:
        """The fields of the decision."""
        self.decision, self.decided = QLineEdit(), QLineEdit()
        self._decision = self.ask(
            translate("Planning", "&Decision"), self.decision, translate("Planning", "Minutes, letter or number")
        )
        self._decided = self.ask(translate("Planning", "Decided &on"), self.decided)


class ReplanDialog(_DecisionDialog):
    """`planned` carries the new day, the reason, the decision and the day it was taken on (or None)."""

    planned = Signal(object, str, str, object)

    def __init__(self, milestone: Row, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Plan it anew"), translate("Planning", "Freeze the new baseline"), parent,
            heading=heading(milestone), width=_WIDTH,
            about=translate("Planning", "It was missed: a new day is a change of the baseline, frozen for good."),
        )  # fmt: skip
        self.day, self.reason = QLineEdit(), QLineEdit()
        self._day = self.ask(self.tr("&New due day"), self.day)
        self._reason = self.ask(self.tr("&Reason"), self.reason)
        self.ask_decision()

    def keep(self) -> None:
        day = whole_day(self._day)
        reason = needed(self._reason, self.tr("Say why."))
        decision = needed(self._decision, self.tr("Name what approved it."))
        decided = typed_day(self._decided)
        if day and reason and decision and decided is not False:
            self.planned.emit(day, reason, decision, decided)
            self.accept()


class CancelDialog(AskDialog):
    """`cancelled` carries the amendment's code."""

    cancelled = Signal(str)

    def __init__(self, milestone: Row, amendments: Sequence[str], parent: QWidget | None = None) -> None:
        title = translate("Planning", "Cancel the milestone")
        super().__init__(title, title, parent, heading=heading(milestone), width=_WIDTH)
        self.amendment = QComboBox()
        self.amendment.addItems(list(amendments))
        hint = self.tr("A milestone is cancelled only by an amendment of the agreement.")
        if not amendments:
            hint += " " + self.tr("None is recorded: record it in the project's budget first.")
        self.ask(self.tr("&Amendment"), self.amendment, hint)
        self.keep_button.setEnabled(bool(amendments))

    def keep(self) -> None:
        self.cancelled.emit(self.amendment.currentText())
        self.accept()


class FreezeDialog(_DecisionDialog):
    """`frozen` carries title, reason, decision, the day it was taken on (or None), and whether forecasts count."""

    frozen = Signal(str, str, str, object, bool)

    def __init__(self, before: str, parent: QWidget | None = None) -> None:
        """`before` is the code of the baseline that is frozen already, "" for the first."""
        about = translate(
            "Planning",
            "Dates, effort and cost are kept as they are. A frozen baseline never changes, and undo does not"
            " take it back.",
        )
        super().__init__(
            translate("Planning", "Freeze a baseline"), translate("Planning", "Freeze for good"), parent,
            heading=translate("Planning", "Freeze the plan as it is approved now"), about=about, width=_WIDTH,
        )  # fmt: skip
        self._before = before
        self.title, self.reason = QLineEdit(), QLineEdit()
        self.adopt = QCheckBox(self.tr("Take the forecasts of what is not finished as the approved dates"))
        self.adopt.setChecked(bool(before))
        hint = self.tr("{code} is frozen: a further baseline needs its reason and the decision that approved it.")
        self.ask(self.tr("&Title"), self.title, self.tr("May be left empty"))
        self._reason = self.ask(self.tr("&Reason"), self.reason, hint.format(code=before) if before else "")
        self.ask_decision()
        self.add(self.adopt)

    def keep(self) -> None:
        reason, decision = self.reason.text().strip(), self.decision.text().strip()
        if self._before:
            reason = needed(self._reason, self.tr("Say why the plan changes."))
            decision = needed(self._decision, self.tr("Name what approved it."))
            if not (reason and decision):
                return
        decided = typed_day(self._decided)
        if decided is not False:
            self.frozen.emit(self.title.text().strip(), reason, decision, decided, self.adopt.isChecked())
            self.accept()
