"""One past import: its files and tables with the account that was given when it was kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from collabdesk.domain.batches import Batch, SourceFile, SourceTable
from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.outcome import outcome_text
from collabdesk.ui.imports.words import field_text, kind_text, rows_text, sum_text
from collabdesk.ui.texts import moment_text, number_text
from collabdesk.ui.widgets import Badge, Card, IconLabel, Page, PageHeader, clear, label, quiet, row, separator


class BatchPage(Page):
    """`left` asks for the list again."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back = quiet(self.tr("All imports"), "arrow-left")
        self.back.clicked.connect(self.left)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.badge = Badge()
        self.head = PageHeader("", "", self.badge)
        self.cards = row(gap=GAP_L)
        self.cards.setDirection(self.cards.Direction.TopToBottom)
        self.column.addLayout(row(self.back, None))
        self.column.addWidget(self.head)
        self.column.addLayout(self.cards)
        self.column.addStretch(1)

    def show_batch(self, batch_id: int) -> None:
        """Show one import by its id."""
        workspace = self._desk.workspace
        batch = workspace.get("batch", batch_id)
        if not isinstance(batch, Batch):
            return
        self.head.show_texts(batch.label, f"{moment_text(batch.at)}  ·  {batch.by}")
        self.badge.show_status(batch.status)
        clear(self.cards)
        tables = [t for t in workspace.find("source_table", batch_id=batch_id) if isinstance(t, SourceTable)]
        for file in workspace.find("source_file", batch_id=batch_id):
            if isinstance(file, SourceFile):
                self.cards.addWidget(self._file(file, [t for t in tables if t.file_id == file.id]))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _file(self, file: SourceFile, tables: list[SourceTable]) -> Card:
        card = Card(margin=GAP_L)
        card.column.setSpacing(GAP_S)
        card.column.addLayout(row(IconLabel("spreadsheet", "accent"), label(file.name, "heading"), None))
        digest = label(f"SHA-256  {file.sha256}", "small")
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.column.addWidget(digest)
        for table in tables:
            card.column.addWidget(separator())
            self._table(card, table)
        return card

    def _table(self, card: Card, table: SourceTable) -> None:
        account: Mapping[str, Any] = json.loads(table.account or "{}")
        card.column.addWidget(label(table.sheet or self.tr("Table"), "strong"))
        parts = [kind_text(table.kind)]
        if rows := account.get("rows"):
            parts.append(rows_text(rows["read"], rows["accepted"], rows["set_aside"], rows["rejected"]))
        if account.get("outcome"):
            parts.append(outcome_text(account["outcome"]))
        if problems := len(account.get("problems") or ()):
            parts.append(self.tr("{count} problems and notes").format(count=number_text(problems)))
        card.column.addWidget(label("  ·  ".join(parts), "secondary", wrap=True))
        for field, total in (account.get("totals") or {}).items():
            card.column.addLayout(self._total(field, total, account.get("currency") or ""))

    def _total(self, field: str, total: Mapping[str, Any], currency: str) -> Any:
        name = label(field_text(field), "secondary")
        amount = label(sum_text(field, Decimal(total["sum"]), currency))
        name.setMinimumWidth(260)
        return row(name, amount, None)
