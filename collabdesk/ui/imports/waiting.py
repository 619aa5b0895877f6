"""While files are read or rows are kept: the stage, how far it is, how long it still takes, and Cancel."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.imports.time_left import TimeLeft, left_text
from collabdesk.ui.texts import count_text, number_text
from collabdesk.ui.widgets import button, label, row

_STAGES = {
    "read": QT_TRANSLATE_NOOP("Imports", "Reading the file"),
    "check": QT_TRANSLATE_NOOP("Imports", "Finding tables and checking cells"),
    "compare": QT_TRANSLATE_NOOP("Imports", "Comparing with what is there"),
    "figures": QT_TRANSLATE_NOOP("Imports", "Working out key figures"),
    "keep": QT_TRANSLATE_NOOP("Imports", "Keeping the rows"),
}
_WIDTH = 420
_TICK_MS = 500


class WaitingPage(QWidget):
    """`cancelled` tells that the person wants no more of it; Escape does the same."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._files: Sequence[str] = ()
        self._told = ("", 0, 0)
        self._left = TimeLeft()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._say)
        self.title = label("", "heading")
        self.file = label("", "secondary")
        self.stage = label("", "secondary")
        self.left = label("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = button(self.tr("&Cancel"), "close")
        self.cancel.setToolTip(self.tr("Cancel (Esc)"))
        self.cancel.clicked.connect(self._stop)
        self._note = label("", "small")
        column = QVBoxLayout(self)
        column.setSpacing(GAP_S)
        column.addStretch(2)
        for widget in (self.title, self.file, self.stage):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addSpacing(GAP_S)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.left, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_L)
        column.addLayout(row(None, self.cancel, None))
        column.addSpacing(GAP_S)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def begin(self, title: str, files: Sequence[str] = (), *, is_keeping: bool = False) -> None:
        """Start waiting for something new; `files` are named one after the other where there are several."""
        self.title.setText(title)
        self._files, self._told, self._left = files, ("", 0, 0), TimeLeft()
        for text in (self.file, self.stage):
            text.setText("")
        self.file.setVisible(len(files) > 1)
        self.left.setText(" ")  # its line stays, so that nothing jumps once the time is known
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        said = self.tr("One step: it is kept whole or not at all.") if is_keeping else ""
        self._note.setText(said or self.tr("Nothing is kept until you accept."))
        self._tick.start()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` rows in a stage; 0 where the total is not known. The stage `file` counts files."""
        if not self.cancel.isEnabled():
            return  # it is being stopped, and says so
        if stage == "file":
            name = self._files[done] if done < len(self._files) else ""
            said = self.tr("{name}  ({number} of {count})")
            self.file.setText(said.format(name=name, number=number_text(done + 1), count=number_text(total)))
            return
        self._told = (stage, done, total)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel.isEnabled():
            self._stop()
        else:
            super().keyPressEvent(event)

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._tick.stop()
        self.stage.setText(self.tr("Stopping…"))
        self.left.setText(" ")
        self.cancelled.emit()

    def _say(self) -> None:
        """The stage and the time left, which goes by between two reports as well."""
        stage, done, total = self._told
        if not stage:
            return
        # A bar that stands at nothing says less than one that moves.
        self.bar.setRange(0, total if done else 0)
        self.bar.setValue(done)
        known = _STAGES.get(stage)
        words = QCoreApplication.translate("Imports", str(known)) if known else stage
        if counted := _counted(done, total):
            words = f"{words}: {counted}"
        self.stage.setText(words)
        self.left.setText(left_text(self._left.seconds(stage, done, total, monotonic())) or " ")

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()
        super().hideEvent(event)


def _counted(done: int, total: int) -> str:
    """`1,200 of 100,000 rows`, `100,000 rows` before the first is done, "" where nothing is known."""
    if total <= 1:
        return ""
    rows = count_text("WaitingPage", "%n row", "%n rows", total)
    of = QCoreApplication.translate("WaitingPage", "{done} of {rows}")
    return of.format(done=number_text(done), rows=rows) if done else rows
