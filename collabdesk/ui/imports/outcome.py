"""Step four: what was kept, with Undo and the ways on from here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.imports.words import kind_text
from collabdesk.ui.texts import count_text, number_text
from collabdesk.ui.widgets import Card, IconLabel, Page, button, clear, label, primary, row, separator
from collabdesk.usecases.imports import Accepted
from collabdesk.usecases.staged import StagedTable

translate = QCoreApplication.translate
_WIDTH = 760


def outcome_text(outcome: dict[str, int]) -> str:
    """`90 added, 5 updated, 4 the same`: what became of a table's rows; parts that are none are left out."""
    words = {
        "added": translate("Imports", "{n} added"),
        "updated": translate("Imports", "{n} updated"),
        "same": translate("Imports", "{n} as before"),
        "skipped": translate("Imports", "{n} skipped"),
    }
    parts = [words.get(key, key + " {n}").format(n=number_text(n)) for key, n in outcome.items() if n]
    return ", ".join(parts) or translate("Imports", "nothing to change")


class OutcomePage(Page):
    """`undone` asks to take the import back; `more` for the next one; `projects` to see what came in."""

    undone = Signal()
    more = Signal()
    projects = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.undo = button(self.tr("Undo this import"), "undo")
        self.undo.clicked.connect(self.undone)
        self.on = primary(self.tr("See the projects"), "arrow-right")
        self.on.clicked.connect(self.projects)
        self.again = button(self.tr("Import more files"), "plus")
        self.again.clicked.connect(self.more)
        self.title = label("", "title", wrap=True)
        self.icon = IconLabel("check-circle", "good", 28)
        self.said = label("", "secondary", wrap=True)
        self.card = Card(margin=GAP_L)
        self.card.setMaximumWidth(_WIDTH)
        head = row(gap=GAP_S + 2)
        head.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.said)
        self.column.addWidget(self.card)
        self.column.addLayout(row(self.on, self.again, self.undo, None))
        self.column.addStretch(1)

    def show_outcome(self, draft: Draft, accepted: Accepted) -> None:
        """Say what was kept, table by table."""
        count = sum(sum(kept.outcome.values()) for kept in accepted.tables.values())
        self.title.setText(
            count_text("OutcomePage", "%n row imported", "%n rows imported", draft.rows)
            if count
            else self.tr("Nothing new: all of it was here already")
        )
        self.icon.show_icon("check-circle", "good")
        self.said.setText(
            self.tr("It is one step: Undo takes all of it back, today or later from the list of imports.")
        )
        self.undo.setVisible(True)
        clear(self.card.column)
        for key, table in draft.tables():
            if draft.is_taken(key):
                kept = accepted.of(table)
                self._add(draft.name(key), table, outcome_text(kept.outcome) if kept else "")
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self) -> None:
        """Say that it was taken back."""
        self.title.setText(self.tr("The import was taken back"))
        self.icon.show_icon("undo", "secondary")
        self.said.setText(self.tr("Everything is as it was before. Redo brings it in again."))
        self.undo.setVisible(False)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, table: StagedTable, outcome: str) -> None:
        if self.card.column.count():
            self.card.column.addWidget(separator())
        texts = row(gap=2)
        texts.setDirection(texts.Direction.TopToBottom)
        texts.addWidget(label(name, "strong"))
        texts.addWidget(label(f"{kind_text(table.kind)}  ·  {outcome}", "secondary", wrap=True))
        self.card.column.addLayout(texts)
