"""The last imports."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import moment_text, number_text
from collabdesk.ui.widgets import Card, LinkRow, clear, label, link, row

SHOWN = 5


class RecentImports(Card):
    """Five lines; each leads to its batch in the Imports room."""

    def __init__(self, desk: Desk) -> None:
        every = link(QCoreApplication.translate("RecentImports", "All imports"))
        every.clicked.connect(lambda: desk.go("imports"))
        super().__init__()
        self._desk = desk
        self.column.setSpacing(8)
        self.column.setContentsMargins(10, 18, 10, 14)
        head = label(self.tr("Recent imports"), "heading")
        self.column.addLayout(row(10, head, None, every, 8, gap=0))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def look(self) -> None:
        """Show the batches as they are now."""
        clear(self._lines)
        ids = self._desk.workspace.ids("batch", sort="id", descending=True)[:SHOWN]
        rows = self._desk.workspace.rows("batch", ids)
        for batch in rows:
            is_undone = batch["status"] == "undone"
            note = self.tr("{n} rows kept").format(n=number_text(batch["rows_accepted"]))
            if batch["rows_rejected"]:
                note += self.tr(", {n} rejected").format(n=number_text(batch["rows_rejected"]))
            line = LinkRow(
                "undo" if is_undone else "spreadsheet",
                "muted" if is_undone else "secondary",
                batch["label"],
                f"{moment_text(batch['at'])}  ·  {self.tr('taken back') if is_undone else note}",
            )
            line.activated.connect(lambda number=batch["id"]: self._desk.go("imports", batch_id=number))
            self._lines.addWidget(line)
        if not rows:
            self._lines.addLayout(row(10, label(self.tr("Nothing was imported yet."), "secondary"), None, gap=0))
