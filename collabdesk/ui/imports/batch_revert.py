"""Taking a past import back: what would stay and what stands in the way are named before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.batches import Batch
from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import count_text, number_text
from collabdesk.ui.widgets import Card, IconLabel, button, clear, label, row
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.usecases import imports

_NAMED = 12


class RevertPart(QWidget):
    """`button` asks; the part itself holds the question, and the names of what stands in the way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._batch: Batch | None = None
        self.blockers: Sequence[str] = ()
        self.kept: Sequence[str] = ()
        self.button = button(self.tr("&Take back…"), "undo")
        self.button.clicked.connect(self.ask)
        self.confirm = ConfirmBar()
        self.card = Card(margin=GAP_L)
        self.card.column.setSpacing(GAP_S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.confirm)
        column.addWidget(self.card)

    def show_batch(self, batch: Batch) -> None:
        """Look, in the worker, whether it can be taken back."""
        self._batch = batch
        self.confirm.hide()
        self.card.hide()
        self.hide()
        self.button.setVisible(batch.status == "committed")
        self.button.setEnabled(False)
        if batch.status != "committed" or batch.id is None:
            return
        workspace, number = self._desk.workspace, batch.id
        self._desk.tasks.run(
            self.tr("Look whether it can be taken back"),
            lambda *_: (workspace.blockers(number), workspace.kept_by_revert(number)),
            owner=self,
            done=lambda found: self._known(batch, *found),
            is_quiet=True,
        )

    def ask(self) -> None:
        """Ask before it is taken back, with what will stay."""
        batch = self._batch
        if batch is None:
            return
        words = self.tr("Take back “{label}”? Its {count} rows go, and what it changed is as before.").format(
            label=batch.label, count=number_text(batch.rows_accepted or 0)
        )
        if self.kept:
            stays = count_text(
                "RevertPart",
                "%n record was edited since and stays.",
                "%n records were edited since and stay.",
                len(self.kept),
            )
            words = f"{words} {stays}"
        self.show()
        self.confirm.ask(words, self.tr("&Take back"), self._revert)

    def _known(self, batch: Batch, blockers: Sequence[str], kept: Sequence[str]) -> None:
        if batch is not self._batch:
            return
        self.blockers, self.kept = blockers, kept
        self.button.setEnabled(not blockers)
        self.button.setToolTip(self.tr("Something stands in the way; see below.") if blockers else "")
        clear(self.card.column)
        if blockers:
            self._say("warning", "warn", self.tr("It cannot be taken back yet"), blockers)
        elif kept:  # while something stands in the way, what would stay is not known yet
            self._say("info", "info", self.tr("These were edited since, or are needed by what was, and stay"), kept)
        self.card.setVisible(bool(blockers or kept))
        self.setVisible(bool(blockers or kept))

    def _say(self, icon: str, tone: str, title: str, lines: Sequence[str]) -> None:
        head = row(gap=GAP_S)
        head.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, "strong", wrap=True), 1)
        self.card.column.addLayout(head)
        for line in lines[:_NAMED]:
            self.card.column.addWidget(label(line, "secondary", wrap=True))
        if len(lines) > _NAMED:
            more = self.tr("and {count} more").format(count=number_text(len(lines) - _NAMED))
            self.card.column.addWidget(label(more, "muted"))

    def _revert(self) -> None:
        batch = self._batch
        if batch is None or batch.id is None:
            return
        number = batch.id
        self._desk.write(
            self.tr("Take back {label}").format(label=batch.label),
            lambda: imports.revert(self._desk.workspace, number),
            owner=self,
            done=self._reverted,
        )

    def _reverted(self, change: Any) -> None:
        self._desk.tell(change.label)
