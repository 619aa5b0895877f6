"""Notices: a bar that stays until it is closed, and a toast that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.widgets.buttons import icon_button, link
from collabdesk.ui.widgets.labels import IconLabel, label, restyle

_ICONS = {"info": "info", "warn": "warning", "error": "error", "good": "check-circle"}
_TONES = {"info": "info", "warn": "warn", "error": "bad", "good": "good"}
TOAST_MS = 6000


class NoticeBar(QFrame):
    """One sentence in a tinted bar; hidden until `say` is called. `kind` is info, warn, error or good."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_closable: bool = True) -> None:
        super().__init__(parent)
        self._icon = IconLabel("info")
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 10, 10, 10)
        self._row.setSpacing(GAP_M)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        if is_closable:
            close = icon_button("close", self.tr("Close this notice"))
            close.clicked.connect(self.dismiss)
            self._row.addWidget(close)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        """Show a sentence."""
        self._text.setText(text)
        self._icon.show_icon(_ICONS[kind], _TONES[kind])
        restyle(self, "notice", kind)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        return self._text.text()

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(QFrame):
    """A short word at the bottom of its parent, with one optional action; goes by itself unless pointed at."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("notice", "toast")
        self._text = label()
        self._action = link("")
        self._action.clicked.connect(self._act)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, GAP_S, 14, GAP_S)
        line.setSpacing(GAP_M)
        line.addWidget(IconLabel("check-circle", "good"))
        line.addWidget(self._text)
        line.addWidget(self._action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "") -> None:
        """Show a text and, when given, an action's name; `acted` tells when it was chosen."""
        self._text.setText(text if len(text) <= 120 else f"{text[:119]}…")
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(TOAST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._ground
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 24)

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _expire(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._timer.start(TOAST_MS)
        else:
            self.hide()
