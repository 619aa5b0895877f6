"""Earned value of a project: tiles and S-curve, the work packages, the readings, and every figure, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.ui.charts import ChartView
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.parts.figure_table import REMARK, FigureTable, value_column
from collabdesk.ui.projects.value.packages import Packages
from collabdesk.ui.projects.value.readings import Readings
from collabdesk.ui.projects.value.tiles import MAIN, REST, ValueTiles
from collabdesk.ui.projects.value.words import Found, of_text, value_text
from collabdesk.ui.widgets import Card, NoticeBar, Page, SegmentBar, label, row
from collabdesk.ui.widgets.day import DayField

_HEEDED = frozenset({
    "project", "work_package", "milestone", "progress", "budget", "budget_version", "cost", "baseline",
    "baseline_line", "reporting_period", "exchange_rate", "rule_override", "amendment",
})  # fmt: skip
_COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Figure"), "label", width=290),
    Column(QT_TRANSLATE_NOOP("Columns", "Of"), "detail", show=of_text, width=210, tone=lambda _: "secondary"),
    value_column(value_text),
    REMARK,
)  # fmt: skip


class EarnedValue(QWidget):
    """Looks again when its day is changed, and after each change of what it is counted from."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._id = desk, project.id or 0
        self._is_stale, self._is_reading = True, False
        self.day = DayField(today())
        self.day.dateChanged.connect(self._look_anew)
        self.tiles = (ValueTiles(MAIN), ValueTiles(REST))
        self.notice = NoticeBar(is_closable=False)
        self.chart = ChartView(desk, "curve")
        self._plan = label("", "secondary", wrap=True)
        self.packages = Packages(desk, project)
        self.readings = Readings(desk, project)
        self.table = FigureTable(desk, self.tr("Nothing is planned and no progress is read."), _COLUMNS)
        self._lay_out()
        desk.changed.connect(self._hear)

    def _lay_out(self) -> None:
        parts = {"state": self._state(), "packages": self.packages, "readings": self.readings, "all": self.table}
        titles = (self.tr("Standing"), self.tr("Work packages"), self.tr("Progress"), self.tr("All figures"))
        self.segments = SegmentBar(list(zip(parts, titles, strict=True)))
        self._stack = QStackedWidget()
        for part in parts.values():
            self._stack.addWidget(part)
        self.segments.chosen.connect(lambda key: self._stack.setCurrentWidget(parts[key]))
        day = label(self.tr("As of"), "label")
        day.setBuddy(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row(self.segments, None, day, GAP_S, self.day))
        column.addWidget(self._stack, 1)

    def _state(self) -> QWidget:
        page = Page()
        page.column.setContentsMargins(0, 0, 0, 0)
        page.column.addWidget(self.notice)
        page.column.addWidget(self.tiles[0])
        card = Card(self.tr("Planned, earned and spent"))
        card.column.addWidget(self.chart)
        card.column.addWidget(self._plan)
        page.column.addWidget(card)
        page.column.addWidget(self.tiles[1])
        page.column.addStretch(1)
        return page

    def search(self) -> None:
        """Put the cursor into the shown part's search field, where it has one."""
        field = getattr(self._stack.currentWidget(), "search", None)
        if field is not None:
            field.setFocus()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._look()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns & _HEEDED:
            self._look_anew()

    @Slot()
    def _look_anew(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        if not self._is_stale or self._is_reading:
            return
        from collabdesk.usecases.earned_value import earned_value_on

        self._is_stale, self._is_reading = False, True
        workspace, number, day = self._desk.workspace, self._id, self.day.day
        self._desk.tasks.run(
            self.tr("Compute earned value"),
            lambda *_: earned_value_on(workspace, number, day),
            owner=self,
            done=self._show,
            failed=self._failed,
            is_quiet=True,
        )

    def _show(self, figures: Sequence[Figure]) -> None:
        self._is_reading = False
        found = {figure.id.partition("-")[2]: figure for figure in figures}
        for tiles in self.tiles:
            tiles.show_found(found)
        self._say_missing(found)
        self.chart.show_figures(figures)
        self._plan.setText(self._told(found.get("pv")))
        self._plan.setVisible(bool(self._plan.text()))
        self.packages.show_found(figures, found)
        self.table.show_figures([f for f in figures if f.unit != "count"])
        self._look()

    def _say_missing(self, found: Found) -> None:
        """Above the tiles in full: what must be recorded before they can say something."""
        lacking = next((f for slug in ("pv", "ev", "ac") if (f := found.get(slug)) and f.value is None), None)
        if lacking is None:
            self.notice.hide()
            return
        said = self.tr("{name} cannot be told: {reason}.")
        self.notice.say(said.format(name=lacking.label, reason=lacking.note or ""), "warn")

    def _told(self, planned: Figure | None) -> str:
        """What the plan was made of."""
        if planned is None:
            return self.tr(
                "Budget lines with a period or work package are the plan; progress is read under “Progress”."
            )
        if planned.value is None:
            return planned.note or ""
        said = self.tr("The plan is made of {source}.").format(source=planned.inputs.get("plan", ""))
        return f"{said} {planned.note[0].upper()}{planned.note[1:]}." if planned.note else said

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        self._desk.tasks.crashed.emit(error)
