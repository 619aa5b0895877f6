"""What accepting does to the key figures: before, after and the difference, the portfolio's first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.compare_lines import Line, LinesView
from collabdesk.ui.imports.compare_plan import Plan
from collabdesk.ui.imports.compare_words import figures_text
from collabdesk.ui.widgets import label
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases.comparison import FigureChange


class FiguresPanel(QWidget):
    """The figures that change; says so where none does, and while they are worked out again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = label("", "secondary", wrap=True)
        self.lines = LinesView(theme, self.tr("Key figures that change"))
        self._frame = framed(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.said)
        column.addWidget(self._frame, 1)
        column.addStretch(0)

    def show_plan(self, plan: Plan) -> None:
        """Show the figures of the decisions as they are."""
        if plan.figures is None:
            self.said.setText(self.tr("Working out the figures of what you decided…"))
            return
        self.lines.show_lines([_line(change) for change in plan.figures])
        self._frame.setVisible(bool(plan.figures))
        words = self.tr("Accepting changes these figures.") if plan.figures else self.tr("No key figure changes.")
        self.said.setText(f"{words} {plan.figures_note}".strip())


def _line(change: FigureChange) -> Line:
    project = change.project or QCoreApplication.translate("Compare", "All projects")
    return Line(
        f"{change.label}  ·  {project}",
        *figures_text(change),
        change.old_note,
        change.new_note,
    )
