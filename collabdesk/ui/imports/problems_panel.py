"""The problems of a table, and the whole text of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.problems import Problem
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports import problems
from collabdesk.ui.imports.sheet_tones import place_of
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.widgets import label


class ProblemsPanel(QWidget):
    """`pointed(row, column)` tells the cell of the chosen problem, `opened` that Enter was pressed on it."""

    pointed = Signal(int, int)
    opened = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MemoryRows(problems.COLUMNS)
        self.view = TableView(self.rows, theme, placeholder=self.tr("No problems: every cell could be read."))
        self.view.setAccessibleName(self.tr("Problems"))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda problem: self._jump(problem, self.opened))
        self.whole = label("", "secondary", wrap=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.view, 1)
        column.addWidget(self.whole)

    def show_problems(self, found: list[Problem]) -> None:
        """Show these, errors first."""
        self.rows.show(problems.sorted_problems(found))
        self.whole.setText("")

    def _choose(self, problem: object) -> None:
        self.whole.setText(problems.problem_text(problem) if isinstance(problem, Problem) else "")
        self._jump(problem, self.pointed)

    def _jump(self, problem: object, signal: object) -> None:
        place = place_of(getattr(problem, "cell", "") or "")
        if place is not None:
            signal.emit(*place)  # type: ignore[attr-defined]
