"""Where an import begins: a place to drop files on, and the imports so far, each of which can be taken back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, status
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.profile_list import ProfilesDialog
from collabdesk.ui.models import PagedRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import moment_text, number_text
from collabdesk.ui.widgets import PageHeader, button, label, primary, row
from collabdesk.ui.widgets.confirm import ConfirmBar
from collabdesk.ui.widgets.drop import DropArea
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import imports

BATCHES = (
    Column(QT_TRANSLATE_NOOP("Columns", "When"), "at", show=moment_text, width=176),
    Column(QT_TRANSLATE_NOOP("Columns", "Import"), "label", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Accepted"), "rows_accepted", show=number_text, kind="number", width=96),
    Column(QT_TRANSLATE_NOOP("Columns", "Set aside"), "rows_set_aside", show=number_text, kind="number", width=96),
    Column(QT_TRANSLATE_NOOP("Columns", "Rejected"), "rows_rejected", show=number_text, kind="number", width=96),
    Column(QT_TRANSLATE_NOOP("Columns", "Person"), "by", width=110),
    status(QT_TRANSLATE_NOOP("Columns", "State"), "status"),
)


class StartPage(QWidget):
    """`files_chosen` carries Paths; `opened` the id of a past import."""

    files_chosen = Signal(list)
    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choose = primary(self.tr("Choose files…"), "folder")
        self.choose.setShortcut(QKeySequence("Ctrl+O"))
        self.choose.setToolTip(self.tr("Choose files (Ctrl+O)"))
        self.drop = DropArea(
            "upload",
            self.tr("Drop a funder’s spreadsheets here"),
            self.tr("Nothing is changed until you have seen what will be imported."),
            self.choose,
            self.tr("Excel, OpenDocument, CSV and tables saved as HTML"),
        )
        self.drop.setMinimumHeight(230)
        self.drop.dropped.connect(self.files_chosen)
        self.drop.asked.connect(self.ask_files)
        self._make_list()
        self._lay_out()
        desk.changed.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Read the list of imports again."""
        self.batches.look()
        self._select(self.view.current_row())

    def ask_files(self) -> None:
        """Let the person choose files with the system's dialog, which does not block the window."""
        dialog = QFileDialog(self, self.tr("Choose spreadsheets"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.html *.htm"
        dialog.setNameFilters([self.tr("Spreadsheets") + f" ({kinds})", self.tr("All files") + " (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def ask_revert(self) -> None:
        """Ask before the chosen import is taken back."""
        batch = self.view.current_row()
        if batch is None:
            return
        self.confirm.ask(
            self.tr(
                "Take back “{label}”? Its {count} rows go; what was changed by hand since is kept and named."
            ).format(label=batch["label"], count=number_text(batch["rows_accepted"])),
            self.tr("Take back"),
            lambda: self._revert(batch),
        )

    def _chosen(self, names: list[str]) -> None:
        from pathlib import Path

        self.files_chosen.emit([Path(name) for name in names])

    def _make_list(self) -> None:
        self.batches = PagedRows(self._desk.workspace, "batch", BATCHES)
        self.view = TableView(self.batches, self._desk.theme, placeholder=self.tr("No imports yet."))
        self.view.setAccessibleName(self.tr("Imports so far"))
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.view.chosen.connect(self._select)
        self.view.opened.connect(lambda batch: self.opened.emit(batch["id"]))
        self.details = button(self.tr("Details"), "eye")
        self.details.clicked.connect(self._open_current)
        self.revert = button(self.tr("Take back…"), "undo")
        self.revert.clicked.connect(self.ask_revert)
        self.profiles = button(self.tr("&Saved readings…"), "history")
        self.profiles.setToolTip(self.tr("How each funder’s spreadsheets are read; to be handed on as files"))
        self.profiles.clicked.connect(lambda: ProfilesDialog(self._desk, self).open())
        self.confirm = ConfirmBar()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(GAP_L)
        column.addWidget(PageHeader(self.tr("Imports"), self.tr("Spreadsheets from funders, checked and kept.")))
        column.addWidget(self.drop)
        column.addSpacing(GAP_M)
        column.addLayout(
            row(label(self.tr("Imports so far"), "heading"), None, self.profiles, self.details, self.revert)
        )
        column.addWidget(self.confirm)
        column.addWidget(framed(self.view), 1)

    def _open_current(self) -> None:
        batch = self.view.current_row()
        if batch is not None:
            self.opened.emit(batch["id"])

    def _select(self, batch: Any) -> None:
        self.details.setEnabled(bool(batch))
        self.revert.setEnabled(bool(batch) and batch["status"] == "committed")
        self.revert.setToolTip("" if self.revert.isEnabled() else self.tr("Choose an import that is still kept."))
        self.confirm.hide()

    def _revert(self, batch: dict[str, Any]) -> None:
        self._desk.write(
            self.tr("Take back {label}").format(label=batch["label"]),
            lambda: imports.revert(self._desk.workspace, batch["id"]),
            owner=self,
            done=lambda change: self._desk.tell(change.label),
        )

    def _hear(self, change: Any) -> None:
        if "batch" in change.nouns or change.batch_id is not None:
            self.look()
