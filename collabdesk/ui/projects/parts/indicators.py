"""Indicators and risks of a project, typed as in a spreadsheet."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, day, quantity, words
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.texts import share_text


def _reached(row: Row) -> Decimal | None:
    """Which part of its target an indicator has reached."""
    target, actual = row.get("target"), row.get("actual")
    return actual / target if target and actual is not None else None


INDICATORS = (
    words(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=84),
    words(QT_TRANSLATE_NOOP("Columns", "Indicator"), "title", width=0),
    words(QT_TRANSLATE_NOOP("Columns", "Type"), "type", width=110),
    quantity(QT_TRANSLATE_NOOP("Columns", "Target"), "target"),
    quantity(QT_TRANSLATE_NOOP("Columns", "Reached"), "actual"),
    words(QT_TRANSLATE_NOOP("Columns", "Unit"), "unit", width=96),
    day(QT_TRANSLATE_NOOP("Columns", "From"), "period_start", begins=True),
    day(QT_TRANSLATE_NOOP("Columns", "Until"), "period_end"),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Of target"),
        _reached,
        show=share_text,
        kind="share",
        width=170,
        sort="",
        tone=lambda row: "good" if (_reached(row) or 0) >= 1 else "",
    ),
)
RISKS = (
    words(QT_TRANSLATE_NOOP("Columns", "No."), "code", width=84),
    words(QT_TRANSLATE_NOOP("Columns", "Risk"), "title", width=0),
    words(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=140),
    words(QT_TRANSLATE_NOOP("Columns", "Likelihood"), "likelihood", width=110),
    words(QT_TRANSLATE_NOOP("Columns", "Impact"), "impact", width=110),
    words(QT_TRANSLATE_NOOP("Columns", "Response"), "response", width=320),
)


class IndicatorsAndRisks(Segmented):
    """Two lists, one shown at a time."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        where = {"project_id": project.id}
        self.indicators = EntryPanel(
            desk, "indicator", INDICATORS, where=where, called=self.tr("indicators"), also=(),
            search_hint=self.tr("Search indicators"), placeholder=self.tr("No indicators are recorded."),
        )  # fmt: skip
        self.risks = EntryPanel(
            desk, "risk", RISKS, where=where, called=self.tr("risks"), also=(),
            search_hint=self.tr("Search risks"), placeholder=self.tr("No risks are recorded."),
        )  # fmt: skip
        self.lay_out(
            [
                ("indicators", self.tr("Indicators"), self.indicators),
                ("risks", self.tr("Risks"), self.risks),
            ]
        )

    def search(self) -> None:
        """Put the cursor into the shown list's search field."""
        shown = self._stack.currentWidget()
        if isinstance(shown, EntryPanel):
            shown.search.setFocus()
