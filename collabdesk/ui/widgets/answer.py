"""What a line of typing is understood as: told below it at every key, and to those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from collabdesk.ui.widgets.labels import restyle

Understood = Callable[[str], tuple[str, bool]]
"""What a text is understood as ("" where that goes without saying), and whether it is right."""


class Answer(QObject):
    """A small label that floats below `line` on its `ground` (None: the window), for as long as one types."""

    def __init__(self, line: QLineEdit, ground: QWidget | None, understood: Understood) -> None:
        super().__init__(line)
        self._line, self._ground, self._understood = line, ground, understood
        self.label = QLabel(ground or line)
        self.label.setProperty("answer", True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        line.textEdited.connect(self.give)
        line.destroyed.connect(self.label.deleteLater)

    def give(self, _text: str = "") -> None:
        """Say what is understood now."""
        said, is_right = self._understood(self._line.text())
        self._line.setAccessibleDescription(said)
        restyle(self._line, "state", "" if is_right else "error")
        self.label.setText(said)
        if not said:
            self.label.hide()
            return
        restyle(self.label, "tone", "" if is_right else "bad")
        ground = self._ground or self._line.window()
        if self.label.parentWidget() is not ground:
            self.label.setParent(ground)
        self.label.adjustSize()
        self.label.move(self._place(ground))
        self.label.show()
        self.label.raise_()

    def follow(self) -> None:
        """The line was moved, by scrolling say."""
        if self.label.isVisible():
            self.label.move(self._place(self._ground or self._line.window()))

    def hide(self) -> None:
        """Nobody types any more; what is wrong stays marked."""
        self.label.hide()

    def withdraw(self) -> None:
        """Say nothing any more."""
        restyle(self._line, "state", "")
        self.label.hide()

    def _place(self, ground: QWidget) -> QPoint:
        top = self._line.mapTo(ground, QPoint(0, 0))
        at = top + QPoint(0, self._line.height() + 2)
        if at.y() + self.label.height() > ground.height():
            at.setY(top.y() - self.label.height() - 2)
        at.setX(max(0, min(at.x(), ground.width() - self.label.width())))
        return at
