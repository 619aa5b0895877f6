"""The page of one subject that was opened from a list: the way back, its head, its tabs, and the part that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.widgets.buttons import link
from collabdesk.ui.widgets.page import row


def lay_out_subject(
    page: QWidget, room: str, leave: Callable[[], object], head: Sequence[QWidget | QLayout | int], body: QWidget
) -> None:
    """`head` from above to below, a number being a space; `body` takes the room below it to the page's edges."""
    back = link(f"← {room}")
    back.setToolTip(QCoreApplication.translate("SubjectPage", "Back to the list (Alt+Left)"))
    back.clicked.connect(lambda _: leave())
    column = QVBoxLayout()
    column.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, 0)
    column.setSpacing(GAP_S)
    column.addLayout(row(back, None))
    for part in head:
        if isinstance(part, int):
            column.addSpacing(part)
        elif isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(column)
    whole.addWidget(body, 1)
