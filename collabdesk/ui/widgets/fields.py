"""Fields of a form, and the field that searches a list."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design import icons
from collabdesk.ui.design.scale import GAP_XS
from collabdesk.ui.widgets.amounts import AmountField
from collabdesk.ui.widgets.labels import label, restyle

SEARCH_WAIT_MS = 180


class FormField(QWidget):
    """A label above a control, with a hint or what is wrong below it."""

    def __init__(self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        """`name` may hold a mnemonic (`&Title`)."""
        super().__init__(parent)
        self.control = control
        self._hint_text = hint
        self._name = label(name, "label")
        self._name.setBuddy(control)
        control.setAccessibleName(name.replace("&", ""))
        self._hint = label(hint, "small", wrap=True)
        if not hint:
            self._hint.hide()  # shown before it has a parent it would be a window for a moment
        if isinstance(control, AmountField):
            control.textEdited.connect(lambda _: self._answer(*control.understood()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS)
        column.addWidget(self._name)
        column.addWidget(control)
        column.addWidget(self._hint)

    def _answer(self, said: str, is_right: bool) -> None:
        """What the control understands stands where the hint stood."""
        if is_right:
            self.show_error("")
            self._hint.setText(said or self._hint_text)
            self._hint.setVisible(bool(said or self._hint_text))
            self.control.setAccessibleDescription(said)
        else:
            self.show_error(said)

    def show_hint(self, text: str) -> None:
        """Another hint, in place of what was said before."""
        self._hint_text = text
        self.show_error("")

    def show_error(self, text: str) -> None:
        """Say what is wrong; "" puts the hint back."""
        self._hint.setText(text or self._hint_text)
        self._hint.setVisible(bool(text or self._hint_text))
        restyle(self._hint, "tone", "bad" if text else "")
        restyle(self.control, "state", "error" if text else "")


class SearchField(QLineEdit):
    """Tells `searched` a moment after the last key, so that typing never waits for the list."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(260)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_WAIT_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _: self._timer.start())
        self.returnPressed.connect(self._now)

    def _now(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text().strip())
