"""Lines that grow: one more empty line stands below as soon as the last one is written in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.widgets import row


class GrowingLines(QWidget):
    """Lines of fields side by side; `hints` say what stands in each, `shares` how wide they are beside each other."""

    def __init__(self, hints: Sequence[str], shares: Sequence[int] = (1,), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints, self._shares = tuple(hints), tuple(shares)
        self.lines: list[tuple[QLineEdit, ...]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self.fill(())

    def fill(self, values: Sequence[Sequence[str]]) -> None:
        """Begin anew with these lines and an empty one."""
        for line in self.lines:
            for field in line:
                self._column.removeWidget(field)
                field.hide()
                field.deleteLater()
        self.lines = []
        for value in (*values, ()):
            self._add(value)

    def values(self) -> list[tuple[str, ...]]:
        """What was written, line by line; lines without their first field are left out."""
        said = [tuple(field.text().strip() for field in line) for line in self.lines]
        return [line for line in said if line[0]]

    def _add(self, value: Sequence[str]) -> None:
        fields = []
        line = row()
        for place, (hint, share) in enumerate(zip(self._hints, self._shares, strict=True)):
            field = QLineEdit(value[place] if place < len(value) else "")
            field.setPlaceholderText(hint)
            field.setAccessibleName(f"{hint} {len(self.lines) + 1}")
            field.textEdited.connect(self._grow)
            line.addWidget(field, share)
            fields.append(field)
        self._column.addLayout(line)
        self.lines.append(tuple(fields))
        self.setFocusProxy(self.lines[0][0])

    def _grow(self) -> None:
        if any(field.text() for field in self.lines[-1]):
            before = self.lines[-1][-1]
            self._add(())
            for field in self.lines[-1]:
                QWidget.setTabOrder(before, field)
                before = field
