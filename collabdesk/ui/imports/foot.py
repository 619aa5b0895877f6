"""The foot of the wizard: give up, what is going on, one step back, and the one thing to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.imports.next_step import IMPORT, Next
from collabdesk.ui.widgets import ElidedLabel, button, primary, quiet, row, separator

_BAR = 120


class Foot(QWidget):
    """`given_up`, `turned_back`, `stopped` and `gone_on` tell what was pressed, `hurried` that it was Ctrl+Enter."""

    given_up = Signal()
    turned_back = Signal()
    stopped = Signal()
    gone_on = Signal()
    hurried = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cancel = quiet(self.tr("Cancel i&mport"))
        self.cancel.clicked.connect(self.given_up)
        self.said = ElidedLabel("", "secondary")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR)
        self.stop = quiet(self.tr("Sto&p"), "close")
        self.stop.clicked.connect(self.stopped)
        self.back = button(self.tr("&Back"), "arrow-left")
        self.back.clicked.connect(self.turned_back)
        self.accept = primary("", "check")
        self.accept.clicked.connect(self.gone_on)
        # Shortcuts of a button itself would be lost each time its text changes.
        QShortcut(QKeySequence("Ctrl+Return"), parent, self._hurry)
        QShortcut(QKeySequence("Ctrl+Enter"), parent, self._hurry)
        line = row(self.cancel, GAP_S, gap=GAP_S)
        line.addWidget(self.said, 1)
        for widget in (self.bar, self.stop, self.back):
            line.addWidget(widget)
        line.addSpacing(GAP_M - GAP_S)
        line.addWidget(self.accept)
        line.setContentsMargins(PAGE_MARGIN - GAP_S, GAP_M, PAGE_MARGIN, GAP_M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(separator())
        column.addLayout(line)
        self.show_work("")

    def show_work(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say what is being worked at, and offer to stop it; "" when nothing is."""
        had_focus = self.stop.hasFocus()
        self.bar.setVisible(bool(words))
        self.stop.setVisible(bool(words))
        if had_focus and not words:
            self.accept.setFocus()
        if words:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.said.setText(words)

    def show_next(self, coming: Next) -> None:
        """Say what the button does, or why it cannot."""
        self.accept.setText(coming.words)
        self.accept.setIcon(icons.icon("check" if coming.step == IMPORT else "arrow-right", "on_accent"))
        self.accept.setEnabled(not coming.why and bool(coming.step))
        self.accept.setToolTip(coming.why or coming.tip)
        self.said.setText(coming.said)

    @property
    def way_on(self) -> QWidget:
        """The button to begin at: the one to go on with, or Back where there is no way on."""
        return self.accept if self.accept.isEnabled() else self.back

    def controls(self) -> list[QWidget]:
        """The controls from left to right."""
        return [self.cancel, self.stop, self.back, self.accept]

    def _hurry(self) -> None:
        if self.isVisible() and self.accept.isEnabled():
            self.hurried.emit()
