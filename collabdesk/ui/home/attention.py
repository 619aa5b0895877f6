"""What needs attention, the most pressing first; each line leads to its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import Card, IconLabel, LinkRow, clear, label, link, row

if TYPE_CHECKING:
    from collabdesk.usecases.home import Attention

SHOWN = 7
_TONES = {"high": "bad", "medium": "warn", "low": "info"}
_ICONS = {
    "milestone": "flag", "deliverable": "package", "contribution": "coins", "budget": "coins", "finding": "audits",
    "recommendation": "audits", "file": "spreadsheet", "report": "reports",
}  # fmt: skip
_TABS = {"milestone": "plan", "deliverable": "plan", "contribution": "partners", "budget": "budget"}
_ROOMS = {"audit": "audits", "recommendation": "audits", "batch": "imports", "report": "reports"}


class AttentionCard(Card):
    """Shows a few lines; the rest on request."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", margin=12)
        self._desk = desk
        self.column.setSpacing(8)
        self.column.setContentsMargins(10, 18, 10, 14)
        self._head = label(self.tr("Needs attention"), "heading")
        self._count = label("", "small")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._more = link("")
        self._more.clicked.connect(self._show_all)
        self._list: Sequence[Attention] = ()
        self.column.addLayout(row(10, self._head, None, self._count, 10, gap=0))
        self.column.addLayout(self._lines)
        self.column.addLayout(row(8, self._more, None, gap=0))
        self.column.addStretch(1)
        self._more.hide()

    def show_list(self, attention: Sequence[Attention], hidden: int) -> None:
        """Show the first lines; `hidden` more are not in the list at all."""
        self._list = attention
        self._count.setText(number_text(len(attention) + hidden) if attention else "")
        self._show(attention[:SHOWN])
        self._more.setText(self.tr("Show all {n}").format(n=number_text(len(attention))))
        self._more.setVisible(len(attention) > SHOWN)

    def _show_all(self) -> None:
        self._show(self._list)
        self._more.hide()

    def _show(self, attention: Sequence[Attention]) -> None:
        clear(self._lines)
        for one in attention:
            line = LinkRow(_ICONS.get(one.kind, "info"), _TONES.get(one.severity, "secondary"), one.text)
            line.activated.connect(lambda one=one: self._go(one))
            self._lines.addWidget(line)
        if not attention:
            calm = self.tr("Nothing is overdue and nothing waits for you.")
            self._lines.addLayout(row(2, IconLabel("check-circle", "good"), label(calm, "secondary"), None))

    def _go(self, one: Attention) -> None:
        if one.noun in _ROOMS:
            self._desk.go(_ROOMS[one.noun], **{f"{one.noun}_id": one.id})
        elif one.project_id is not None:
            self._desk.go("projects", project_id=one.project_id, tab=_TABS.get(one.noun, "overview"))
        else:
            self._desk.go("projects")
