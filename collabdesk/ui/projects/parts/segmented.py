"""A tab with several ways to look, chosen by a segment bar; one is shown at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.widgets import SegmentBar
from collabdesk.ui.widgets.wrapping import WrappingRow


class Segmented(QWidget):
    """A subclass makes its widgets and hands them to `lay_out` as (key, title, widget), the first shown first."""

    def lay_out(self, parts: Sequence[tuple[str, str, QWidget]], *beside: QWidget) -> None:
        """Put the bar above the parts, and at its right what concerns all of them."""
        segments = SegmentBar([(key, title) for key, title, _ in parts])
        self._stack = QStackedWidget()
        by_key = {key: part for key, _, part in parts}
        for part in by_key.values():
            self._stack.addWidget(part)
        segments.chosen.connect(lambda key: self._stack.setCurrentWidget(by_key[key]))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(WrappingRow([segments], beside))
        column.addWidget(self._stack, 1)

    def search(self) -> None:
        """Put the cursor into the shown part's search field, where it has one."""
        field = getattr(self._stack.currentWidget(), "search", None)
        if field is not None:
            field.setFocus()
