"""One past import: its files and tables as they were accounted for when they were kept, and the way back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.batch_revert import RevertPart
from collabdesk.ui.imports.outcome import outcome_text
from collabdesk.ui.imports.words import field_text, kind_text, rows_text, sum_text
from collabdesk.ui.texts import count_text, moment_text
from collabdesk.ui.widgets import (
    Badge,
    Card,
    ElidedLabel,
    IconLabel,
    Page,
    PageHeader,
    clear,
    label,
    quiet,
    row,
    separator,
)


class BatchPage(Page):
    """`left` asks for the list again."""

    left = Signal()

    def __init__(self, desk: Desk, parent: Page | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._batch_id: int | None = None
        self.back = quiet(self.tr("A&ll imports"), "arrow-left")
        self.back.clicked.connect(self.left)
        self.badge = Badge()
        self.revert = RevertPart(desk)
        self.head = PageHeader("", "", self.badge, self.revert.button)
        self.cards = row(gap=GAP_L)
        self.cards.setDirection(self.cards.Direction.TopToBottom)
        self.column.addLayout(row(self.back, None))
        self.column.addWidget(self.head)
        self.column.addWidget(self.revert)
        self.column.addLayout(self.cards)
        self.column.addStretch(1)
        desk.changed.connect(self._hear)

    def show_batch(self, batch_id: int) -> None:
        """Show one import by its id."""
        self._batch_id = batch_id
        if self._look():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _look(self) -> bool:
        workspace = self._desk.workspace
        batch = workspace.get("batch", self._batch_id or 0)
        if not isinstance(batch, Batch):
            return False
        self.head.show_texts(batch.label, f"{moment_text(batch.at)}  ·  {batch.by}")
        self.badge.show_status(batch.status)
        self.revert.show_batch(batch)
        clear(self.cards)
        tables = [t for t in workspace.find("source_table", batch_id=batch.id) if isinstance(t, SourceTable)]
        for file in workspace.find("source_file", batch_id=batch.id):
            if isinstance(file, SourceFile):
                self.cards.addWidget(self._file(file, [t for t in tables if t.file_id == file.id]))
        return True

    def _hear(self, change: Any) -> None:
        """What was changed since may stand in the way of taking it back, or it was taken back just now."""
        if self._batch_id is not None and self.isVisible() and change.id:
            self._look()

    def _file(self, file: SourceFile, tables: list[SourceTable]) -> Card:
        card = Card(margin=GAP_L)
        card.column.setSpacing(GAP_S)
        card.column.addLayout(row(IconLabel("spreadsheet", "accent"), ElidedLabel(file.name, "heading")))
        digest = label(f"SHA-256  {file.sha256}", "small", wrap=True)
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(digest)
        for table in tables:
            card.column.addWidget(separator())
            self._table(card, table)
        return card

    def _table(self, card: Card, table: SourceTable) -> None:
        account: Mapping[str, Any] = json.loads(table.account or "{}")
        card.column.addWidget(label(table.sheet or self.tr("Table"), "strong"))
        lines = [kind_text(table.kind)]
        if account.get("outcome"):
            lines[0] += f"  ·  {outcome_text(account['outcome'])}"
        if rows := account.get("rows"):
            lines.append(rows_text(rows["read"], rows["accepted"], rows["set_aside"], rows["rejected"]))
        if left := len(account.get("left_out") or ()):
            lines.append(count_text("BatchPage", "%n record left out by hand", "%n records left out by hand", left))
        if problems := len(account.get("problems") or ()):
            lines.append(count_text("BatchPage", "%n problem or note", "%n problems and notes", problems))
        for line in lines:
            card.column.addWidget(label(line, "secondary", wrap=True))
        for field, total in (account.get("totals") or {}).items():
            card.column.addLayout(self._total(field, total, account.get("currency") or ""))

    def _total(self, field: str, total: Mapping[str, Any], currency: str) -> QHBoxLayout:
        name = label(field_text(field), "secondary")
        amount = label(sum_text(field, Decimal(total["sum"]), "" if total.get("factor") else currency))
        name.setMinimumWidth(260)
        return row(name, amount, None)
