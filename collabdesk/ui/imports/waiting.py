"""While files are read or rows are kept: the stage, how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import button, label, row

_STAGES = {
    "read": QT_TRANSLATE_NOOP("Imports", "Reading the file"),
    "check": QT_TRANSLATE_NOOP("Imports", "Finding and checking tables"),
    "keep": QT_TRANSLATE_NOOP("Imports", "Keeping the rows"),
}
_WIDTH = 420
_FIRST_GUESS_MS = 2000
_WORTH_SAYING_S = 2


class WaitingPage(QWidget):
    """`cancelled` tells that the person wants no more of it; Escape does the same."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clock = QElapsedTimer()
        self.title = label("", "heading")
        self.stage = label("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH)
        self.cancel = button(self.tr("Cancel"), "close")
        self.cancel.clicked.connect(self._stop)
        note = label(self.tr("Nothing is kept until you accept."), "small")
        column = QVBoxLayout(self)
        column.setSpacing(GAP_S)
        column.addStretch(2)
        for widget in (self.title, self.stage):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addSpacing(GAP_S)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_L)
        column.addLayout(row(None, self.cancel, None))
        column.addSpacing(GAP_S)
        column.addWidget(note, 0, Qt.AlignmentFlag.AlignHCenter)
        self._note = note
        column.addStretch(3)

    def begin(self, title: str, *, is_keeping: bool = False) -> None:
        """Start waiting for something new."""
        self.title.setText(title)
        self.stage.setText("")
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        said = self.tr("One step: it is kept whole or not at all.") if is_keeping else ""
        self._note.setText(said or self.tr("Nothing is kept until you accept."))
        self._clock.start()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` in a stage; 0 where the total is not known."""
        known = _STAGES.get(stage)
        words = QCoreApplication.translate("Imports", str(known)) if known else stage
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total > 1:
            words = self.tr("{stage}: {done} of {total}").format(
                stage=words, done=number_text(done), total=number_text(total)
            )
        self.stage.setText(words + self._left(done, total))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel.isEnabled():
            self._stop()
        else:
            super().keyPressEvent(event)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.stage.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    def _left(self, done: int, total: int) -> str:
        spent = self._clock.elapsed()
        if not done or total <= done or spent < _FIRST_GUESS_MS:
            return ""
        seconds = round(spent / done * (total - done) / 1000)
        if seconds < _WORTH_SAYING_S:
            return ""
        return self.tr(", about {seconds} s left").format(seconds=number_text(seconds))
