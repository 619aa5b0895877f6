"""Where one is on a way of several steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.widgets.buttons import link
from collabdesk.ui.widgets.labels import Badge, IconLabel, label


class StepBar(QWidget):
    """The steps in order, each with its key; those that can be gone to can be pressed, `chosen` tells their key.

    Its widgets are made once, so that Tab meets them before the page below.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`steps` are (key, name)."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_S)
        self._steps = {key: _Step(name, is_first=not number) for number, (key, name) in enumerate(steps)}
        for key, step in self._steps.items():
            step.go.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            line.addWidget(step)
        line.addStretch(1)
        self.current = steps[0][0]
        self.show_step(self.current, ())

    def show_step(self, current: str, open_keys: Collection[str], hidden: Collection[str] = ()) -> None:
        """`current` is where one is; those in `open_keys` can be gone to; those in `hidden` are no part of this way."""
        self.current = current
        shown = [key for key in self._steps if key not in hidden]
        at = shown.index(current)
        for key, step in self._steps.items():
            step.setVisible(key in shown)
        for number, key in enumerate(shown):
            self._steps[key].show_as(number + 1, is_done=number < at, is_now=number == at, is_open=key in open_keys)
        self.setAccessibleName(
            self.tr("Step {n} of {count}: {name}").format(n=at + 1, count=len(shown), name=self._steps[current].name)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class _Step(QWidget):
    """One step: its number or a tick, and its name, which can be pressed where one can go there."""

    def __init__(self, name: str, *, is_first: bool) -> None:
        super().__init__()
        self.name = name
        self._number = Badge("1")
        self._tick = IconLabel("check-circle", "good", 16)
        self._here = label(name, "strong")
        self._later = label(name, "muted")
        self.go = link(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_S)
        if not is_first:
            line.addWidget(IconLabel("chevron-right", "edge", 14))
        for widget in (self._number, self._tick, self._here, self._later, self.go):
            line.addWidget(widget)

    def show_as(self, number: int, *, is_done: bool, is_now: bool, is_open: bool) -> None:
        self._number.show_text(str(number), "accent" if is_now else "neutral")
        self._number.setVisible(not is_done)
        self._tick.setVisible(is_done)
        can_go = is_open and not is_now
        if self.go.hasFocus() and not can_go:
            self.focusNextChild()
        self._here.setVisible(is_now)
        self._later.setVisible(not is_now and not can_go)
        self.go.setVisible(can_go)
