"""The line at the bottom: whether all is saved, what is being done, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton, QWidget

from collabdesk.ui.design.scale import GAP_S, ICON_SMALL
from collabdesk.ui.desk import Desk
from collabdesk.ui.tasks import Task
from collabdesk.ui.widgets import IconLabel, label, link, row


class StatusLine(QStatusBar):
    """Shows the work under way with its progress and a Cancel; at rest it says that all changes are saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._task: Task | None = None
        self._icon = IconLabel("check-circle", "good", ICON_SMALL)
        self._text = label(self.tr("All changes saved"), "secondary")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._cancel = link(self.tr("Cancel"))
        self._cancel.clicked.connect(self._stop)
        self._left = QWidget()
        line = row(12, self._icon, self._text, self._bar, self._cancel, gap=GAP_S)
        self._left.setLayout(line)
        self.addWidget(self._left)
        desk.tasks.began.connect(self._began)
        desk.tasks.ended.connect(self._ended)
        self._rest()

    def add_buttons(self, *actions: QAction) -> None:
        """Put a button for each action at the right end."""
        for action in actions:
            made = QToolButton()
            made.setDefaultAction(action)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            made.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.addPermanentWidget(made)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def text(self) -> str:
        return self._text.text()

    def _began(self, task: Task) -> None:
        if task.is_quiet:
            return
        self._task = task
        self._icon.show_icon("clock", "secondary")
        self._text.setText(task.label)
        task.progressed.connect(self._progressed)

    def _progressed(self, _stage: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.show()

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._rest()

    def _rest(self) -> None:
        self._task = None
        self._icon.show_icon("check-circle", "good")
        self._text.setText(self.tr("All changes saved"))
        self._bar.hide()
        self._cancel.hide()
