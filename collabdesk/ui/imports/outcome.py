"""The last step: what was kept and what was not, with Undo and the ways on from here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Draft, TableKey
from collabdesk.ui.imports.words import kind_text, why_text
from collabdesk.ui.texts import count_text, number_text
from collabdesk.ui.widgets import Card, IconLabel, Page, button, clear, label, primary, row, separator
from collabdesk.usecases import imports
from collabdesk.usecases.imports import Accepted
from collabdesk.usecases.staged import StagedTable
from collabdesk.usecases.workspace import Workspace

translate = QCoreApplication.translate
_WIDTH = 760
_LOOKED_AT = 400  # records of a table whose project is asked for


def outcome_text(outcome: dict[str, int]) -> str:
    """`90 added, 5 changed, 4 as before`: what became of a table's rows; parts that are none are left out."""
    words = {
        "added": translate("Imports", "{n} added"),
        "updated": translate("Imports", "{n} changed"),
        "same": translate("Imports", "{n} as before"),
        "skipped": translate("Imports", "{n} skipped"),
    }
    parts = [words.get(key, key + " {n}").format(n=number_text(n)) for key, n in outcome.items() if n]
    return ", ".join(parts) or translate("Imports", "nothing to change")


class OutcomePage(Page):
    """`more` asks for the next one."""

    more = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self._project: int | None = None
        self._batch: int | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        self.on = primary(self.tr("See the &projects"), "arrow-right")
        self.on.clicked.connect(self._go_on)
        self.again = button(self.tr("I&mport more files"), "plus")
        self.again.clicked.connect(self.more)
        self.rejects = button(self.tr("Open &rejects file…"), "spreadsheet")
        self.rejects.setToolTip(self.tr("Writes the rejected rows with their reasons, to be mended and imported again"))
        self.rejects.clicked.connect(self.ask_rejects_file)
        self.undo = button(self.tr("&Undo this import"), "undo")
        self.undo.clicked.connect(self._take_back)
        self.title = label("", "title", wrap=True)
        self.icon = IconLabel("check-circle", "good", 28)
        self.said = label("", "secondary", wrap=True)
        self.card, self.left = Card(margin=GAP_L), Card(margin=GAP_L)
        head = row(gap=GAP_S + 2)
        head.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.said)
        for card in (self.card, self.left):
            card.setMaximumWidth(_WIDTH)
            self.column.addWidget(card)
        self.column.addLayout(row(self.on, self.again, self.rejects, self.undo, None))
        self.column.addStretch(1)
        desk.changed.connect(self._hear)

    def show_outcome(self, draft: Draft, accepted: Accepted) -> None:
        """Say what was kept, table by table, and what was not."""
        self._draft, self._batch = draft, accepted.batch_id
        count = sum(kept.outcome["added"] + kept.outcome["updated"] for kept in accepted.tables.values())
        removed = draft.plan.removed
        said = count_text("OutcomePage", "%n row imported", "%n rows imported", count) if count else ""
        if removed and not count:
            said = count_text("OutcomePage", "%n record removed", "%n records removed", removed)
        self.title.setText(said or self.tr("Nothing new: all of it was here already"))
        self.icon.show_icon("check-circle", "good")
        self.said.setText(
            self.tr("It is one step: Undo takes all of it back, today or later from the list of imports.")
        )
        self.undo.setVisible(True)
        clear(self.card.column)
        for key, table in draft.tables():
            if draft.is_taken(key):
                kept = accepted.of(table)
                self._add(_name(draft, key), table, outcome_text(kept.outcome) if kept else "")
        if removed:
            words = count_text("OutcomePage", "%n record removed", "%n records removed", removed)
            self._say(self.card, words, self.tr("The file has no row for it any more, and you chose to remove it."))
        self._show_left(draft)
        self._project = _only_project(self._desk.workspace, accepted)
        self.on.setText(self.tr("Open the &project") if self._project else self.tr("See the &projects"))
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self) -> None:
        """Say that it was taken back."""
        self.title.setText(self.tr("The import was taken back"))
        self.icon.show_icon("undo", "secondary")
        self.said.setText(self.tr("Everything is as it was before. Redo brings it in again."))
        self.undo.setVisible(False)
        self._project = self._batch = None
        self.on.setText(self.tr("See the &projects"))
        if self.isVisible():  # taken back from another room, the focus is not called here
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_rejects_file(self) -> None:
        """Ask where the rejected rows are to be written."""
        if self._draft is None:
            return
        first = Path(self._draft.staged.files[0].path)
        dialog = QFileDialog(self, self.tr("Save the rejected rows"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter(self.tr("Excel workbook") + " (*.xlsx)")
        dialog.setDirectory(str(first.parent))
        dialog.selectFile(f"{first.stem} rejects.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write_rejects)
        dialog.open()

    def write_rejects(self, path: str) -> None:
        """Write the rejected rows and open them with the system's program."""
        if self._draft is None:
            return
        staged = self._draft.staged

        def opened(count: int) -> None:
            said = count_text("OutcomePage", "%n row written to {file}", "%n rows written to {file}", count)
            self._desk.tell(said.format(file=Path(path).name))
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))

        self._desk.write(
            self.tr("Write the rejected rows"), lambda: imports.write_rejects(staged, path), owner=self, done=opened
        )

    def _show_left(self, draft: Draft) -> None:
        """Nothing is left out silently: every row that is not kept, and why."""
        clear(self.left.column)
        taken = [t for key, t in draft.tables() if draft.is_taken(key)]
        aside = [s.why for t in taken for s in t.set_aside]
        reasons = ", ".join(why_text(why) for why in dict.fromkeys(aside))
        rejected = sum(t.rows_rejected for t in taken)
        plan = draft.plan
        lines = [
            (count_text("OutcomePage", "%n row set aside", "%n rows set aside", len(aside)), reasons, len(aside)),
            (
                count_text("OutcomePage", "%n row rejected", "%n rows rejected", rejected),
                self.tr("Cells in them could not be read; the rejects file says which."),
                rejected,
            ),
            (
                count_text("OutcomePage", "%n row left out by you", "%n rows left out by you", plan.all_left),
                self.tr("They can be imported with the same file another time."),
                plan.all_left,
            ),
            (
                count_text("OutcomePage", "%n gone record kept", "%n gone records kept", plan.gone_kept),
                self.tr("The file has no row for them any more; they stay as they were."),
                plan.gone_kept,
            ),
            (
                count_text("OutcomePage", "%n table left out", "%n tables left out", len(draft.left_out)),
                ", ".join(draft.name(key) for key in sorted(draft.left_out)),
                len(draft.left_out),
            ),
        ]
        for words, why, count in lines:
            if count:
                self._say(self.left, words, why)
        self.left.setVisible(self.left.column.count() > 0)
        self.rejects.setVisible(rejected > 0)

    def _take_back(self) -> None:
        if (batch_id := self._batch) is None:
            return
        self._desk.write(
            self.tr("Take the import back"),
            lambda: imports.revert(self._desk.workspace, batch_id),
            owner=self,
            done=lambda _change: self.show_undone(),
        )

    def _hear(self, _change: Any) -> None:
        """Taken back from the menu, the import is not offered to be taken back once more."""
        if self._batch is None:
            return
        batch = self._desk.workspace.get("batch", self._batch)
        if getattr(batch, "status", "undone") != "committed":
            self.show_undone()

    def _go_on(self) -> None:
        if self._project is not None:
            self._desk.go("projects", project_id=self._project)
        else:
            self._desk.go("projects")

    def _add(self, name: str, table: StagedTable, outcome: str) -> None:
        self._say(self.card, name, f"{kind_text(table.kind)}  ·  {outcome}")

    def _say(self, card: Card, words: str, more: str) -> None:
        if card.column.count():
            card.column.addWidget(separator())
        texts = row(gap=2)
        texts.setDirection(texts.Direction.TopToBottom)
        texts.addWidget(label(words, "strong", wrap=True))
        texts.addWidget(label(more, "secondary", wrap=True))
        card.column.setSpacing(GAP_M)
        card.column.addLayout(texts)


def _name(draft: Draft, key: TableKey) -> str:
    """The table's sheet, with its file where there are several."""
    name, file = draft.name(key), draft.file_name(key)
    return name if name == file or len(draft.staged.files) == 1 else f"{file}, {name}"


def _only_project(workspace: Workspace, accepted: Accepted) -> int | None:
    """The one project that the import speaks of; None for none or several."""
    found: set[int] = set()
    for kept in accepted.tables.values():
        ids = [i for i in (*kept.ids[:_LOOKED_AT], *kept.ids[-_LOOKED_AT:]) if i]
        if not ids or kept.noun == "partner":
            continue
        if kept.noun == "project":
            found.update(ids)
        else:
            found.update(p for p in workspace.kept_columns(kept.noun, ("project_id",), id=ids)["project_id"] if p)
    return found.pop() if len(found) == 1 else None
