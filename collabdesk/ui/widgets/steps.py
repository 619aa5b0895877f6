"""Where one is on a way of several steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.widgets.buttons import link
from collabdesk.ui.widgets.labels import Badge, IconLabel, label
from collabdesk.ui.widgets.page import clear


class StepBar(QWidget):
    """The steps in order; those already reachable can be pressed, `chosen` tells their number from 0."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._names = list(steps)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP_S)
        self.current = -1
        self.show_step(0, 0)

    def show_step(self, current: int, reachable: int) -> None:
        """`current` is where one is; the others up to `reachable` can be gone to."""
        self.current = current
        clear(self._line)
        for number, name in enumerate(self._names):
            if number:
                self._line.addWidget(IconLabel("chevron-right", "edge", 14))
            self._add_step(number, name, reachable)
        self._line.addStretch(1)
        self.setAccessibleName(
            self.tr("Step {n} of {count}: {name}").format(
                n=current + 1, count=len(self._names), name=self._names[current]
            )
        )

    def _add_step(self, number: int, name: str, reachable: int) -> None:
        is_now = number == self.current
        if number < self.current:
            self._line.addWidget(IconLabel("check-circle", "good", 16))
        else:
            self._line.addWidget(Badge(str(number + 1), "accent" if is_now else "neutral"))
        if is_now or number > reachable:
            self._line.addWidget(label(name, "strong" if is_now else "muted"))
            return
        go = link(name)
        go.clicked.connect(lambda: self.chosen.emit(number))
        self._line.addWidget(go)
