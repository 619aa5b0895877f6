"""From a printed figure to its source: what it rests on, and the sheet of the kept file with its cells marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.figures import Figure, Source
from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.audits.figures import value_text, what_text
from collabdesk.ui.audits.sources import SourcesPanel
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.source_sheet import SourceSheetView
from collabdesk.ui.tasks import Task
from collabdesk.ui.texts import count_text
from collabdesk.ui.widgets import EmptyState, icon_button, label, primary, row
from collabdesk.usecases import source_sheets
from collabdesk.usecases.source_sheets import SourceSheet

_SIZE = (1040, 640)


class SourceCellsDialog(QDialog):
    """Of one figure; Escape and Enter close it."""

    def __init__(self, desk: Desk, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Source of {code}").format(code=figure.id))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._desk = desk
        self._task: Task | None = None
        self._sources = [s for s in figure.sources if s.sha256]
        self.facts = SourcesPanel(desk, self)
        self.facts.show_figure(figure)
        self.sheet = SourceSheetView(desk.theme, self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("File and sheet"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for source in self._sources:
            self.choice.addItem(_name(source), source)
        self.choice.activated.connect(lambda _: self._read())
        self.said = label("", "secondary")
        self._lay_out()
        if self._sources:
            self._read()

    def _lay_out(self) -> None:
        self.back = icon_button("chevron-up", self.tr("Previous cell (Shift+F3)"))
        self.back.clicked.connect(lambda: self.sheet.step(-1))
        self.on = icon_button("chevron-down", self.tr("Next cell (F3)"))
        self.on.clicked.connect(lambda: self.sheet.step(1))
        for key, by in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(key), self, lambda by=by: self.sheet.step(by))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GAP_M, 0, 0, 0)
        column.setSpacing(GAP_S)
        line = row(self.choice, self.said, self.back, self.on)
        line.setStretch(0, 1)
        column.addLayout(line)
        hint = self.tr("What it was computed from is beside this. Nothing of it was read from a file.")
        self.stack = QStackedWidget()
        self.stack.addWidget(EmptyState("spreadsheet", self.tr("No sheet to show"), hint))
        self.stack.addWidget(self.sheet)
        column.addWidget(self.stack, 1)
        for control in (self.choice, self.back, self.on):
            control.setVisible(bool(self._sources))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        self.facts.setMinimumWidth(320)
        split.addWidget(self.facts)
        split.addWidget(right)
        split.setSizes([360, _SIZE[0] - 360])
        shut = primary(self.tr("Close"))
        shut.setDefault(True)
        shut.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        whole.setSpacing(GAP_M)
        whole.addWidget(split, 1)
        whole.addLayout(row(None, shut))

    def _read(self) -> None:
        if self._task is not None:
            self._task.cancel()
        source, workspace = self._sources[max(self.choice.currentIndex(), 0)], self._desk.workspace
        self.said.setText(self.tr("Opening the sheet…"))
        self._task = self._desk.tasks.run(
            self.tr("Open the sheet"),
            lambda _progress, _is_cancelled: source_sheets.sheet_of(workspace, source),
            owner=self,
            done=self._show,
            failed=self._failed,
            is_quiet=True,
        )

    def _show(self, shown: SourceSheet) -> None:
        self._task = None
        self.stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(shown)
        self.said.setText(count_text("SourceCellsDialog", "%n cell", "%n cells", len(shown.marked)))
        self.sheet.setFocus()

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, Refused):
            self.said.setText(error.sentence)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)


def hints_of(figures: Iterable[Figure]) -> dict[str, str]:
    """What is told of each figure, by its code, before its source is opened."""
    return {figure.id: _hint(figure) for figure in figures}


def _hint(figure: Figure) -> str:
    lines = [f"{what_text(figure)}: {value_text(figure)}", figure.id, *(_name(s) for s in figure.sources[:3] if s.file)]
    if len(figure.sources) > 3:
        lines.append("…")
    return "\n".join(lines)


def _name(source: Source) -> str:
    return f"{source.file} [{source.sheet}]" if source.sheet else source.file
