"""Tabs of a page, and segments that choose one of a few ways to look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_XL
from collabdesk.ui.widgets.buttons import button
from collabdesk.ui.widgets.labels import separator

_GAPS = (GAP_XL, 20, GAP_L)  # between tabs, from easy to close


class _Choices(QWidget):
    """A row of buttons of which one is chosen; the arrow keys move, `chosen` tells the key."""

    chosen = Signal(str)
    kind = "tab"

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`choices` are (key, text); the first is chosen."""
        super().__init__(parent)
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        for number, (_, text) in enumerate(choices):
            made = button(text, "", self.kind)
            made.setCheckable(True)
            made.setChecked(number == 0)
            self._group.addButton(made, number)
            self._row.addWidget(made)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    @property
    def key(self) -> str:
        """The chosen one."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose and tell."""
        chosen = self._group.button(self._keys.index(key))
        has_focus = any(made.hasFocus() for made in self._group.buttons())
        chosen.setChecked(True)
        for made in self._group.buttons():
            # Qt lets Tab meet the one that was clicked last; one that was chosen otherwise is met too.
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus if made is chosen else Qt.FocusPolicy.NoFocus)
        if has_focus:
            chosen.setFocus()
        self.chosen.emit(key)

    def show_text(self, key: str, text: str) -> None:
        """Change a choice's text (for a count behind it)."""
        self._group.button(self._keys.index(key)).setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._keys)
        self.choose(self._keys[number])
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)


class TabBar(_Choices):
    """The parts of one page. Where they are too many for its width the last ones are in a menu, never the chosen."""

    kind = "tab"

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self._more = button(self.tr("More"), "chevron-down", self.kind)
        self._more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._more.setMenu(QMenu(self._more))
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(separator())
        self.chosen.connect(lambda _: self._fit())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._more.sizeHint().width(), super().minimumSizeHint().height())

    def show_text(self, key: str, text: str) -> None:
        super().show_text(key, text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Stand closer together where that is enough, else put what has no room into the menu."""
        tabs = self._group.buttons()
        widths = [tab.sizeHint().width() for tab in tabs]
        gap = next((g for g in _GAPS if sum(widths) + g * (len(tabs) - 1) <= self.width()), None)
        shown = list(range(len(tabs))) if gap is not None else self._fitting(widths)
        self._row.setSpacing(_GAPS[-1] if gap is None else gap)
        for number, tab in enumerate(tabs):
            tab.setVisible(number in shown)
        self._more.setVisible(gap is None)
        menu = self._more.menu()
        menu.clear()
        for number in sorted(set(range(len(tabs))) - set(shown)):
            menu.addAction(tabs[number].text(), partial(self.choose, self._keys[number]))

    def _fitting(self, widths: Sequence[int]) -> list[int]:
        """The first tabs for which there is room beside the menu, and the chosen one."""
        chosen = self._group.checkedId()
        room = self.width() - self._more.sizeHint().width() - widths[chosen] - _GAPS[-1]
        shown = [chosen]
        for number, width in enumerate(widths):
            room -= 0 if number == chosen else width + _GAPS[-1]
            if room < 0:
                break
            if number != chosen:
                shown.append(number)
        return shown


class SegmentBar(_Choices):
    """A few ways to look at the same thing."""

    kind = "segment"

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self.setProperty("segments", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row.setSpacing(2)
        self._row.setContentsMargins(2, 2, 2, 2)
        self.setLayout(self._row)
