"""The plan of a project: six ways to look at it, all from one reading."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.parts.as_of import AsOf
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.projects.plan.baselines import Baselines
from collabdesk.ui.projects.plan.chart import PlanChart
from collabdesk.ui.projects.plan.packages import Packages
from collabdesk.ui.projects.plan.points import Deliverables, Milestones
from collabdesk.ui.projects.plan.reading import Read, read
from collabdesk.ui.widgets import EmptyState, SegmentBar, button, label, row
from collabdesk.ui.widgets.day import DayField

_HEEDLESS = frozenset({"batch", "source_file", "source_table", "profile", "report", "finding", "audit"})


class Plan(QWidget):
    """`parts` are its widgets by key: packages, milestone, deliverable, gantt, trend, baselines."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id = desk, project.id or 0
        self.packages = Packages(desk, project)
        self.milestones, self.deliverables = Milestones(desk, project), Deliverables(desk, project)
        self.as_of = AsOf()
        self.gantt = PlanChart(desk, "gantt", EmptyState("calendar", self.tr("Nothing to draw yet"), self.tr(
            "Work packages, milestones and deliverables with dates are drawn here.")),
            (self.as_of,))  # fmt: skip
        self.trend = PlanChart(desk, "trend", EmptyState("chart", self.tr("No forecasts were reported yet"), self.tr(
            "Every forecast that is typed is kept with its day. Record all of them for a report above.")),
            self._recording())  # fmt: skip
        self.baselines = Baselines(desk, project)
        parts = {
            "packages": (self.tr("Work packages"), self.packages),
            "milestone": (self.tr("Milestones"), self.milestones),
            "deliverable": (self.tr("Deliverables"), self.deliverables),
            "gantt": (self.tr("Gantt chart"), self.gantt),
            "trend": (self.tr("Trend"), self.trend),
            "baselines": (self.tr("Baselines"), self.baselines),
        }
        self.parts: dict[str, QWidget] = {key: part for key, (_, part) in parts.items()}
        self.segments = SegmentBar([(key, text) for key, (text, _) in parts.items()])
        self._stack = QStackedWidget()
        for part in self.parts.values():
            self._stack.addWidget(part)
        self.segments.chosen.connect(lambda key: self._stack.setCurrentWidget(self.parts[key]))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row(self.segments, None))
        column.addWidget(self._stack, 1)
        looking = Looking(desk, self, self.tr("Look at the plan"), lambda: read(desk, project, self.as_of.day),
                          _HEEDLESS)  # fmt: skip
        self.as_of.changed.connect(looking.look_again)
        looking.seen.connect(self.show_read)

    def search(self) -> None:
        """Put the cursor into the shown part's search field, where it has one."""
        field = getattr(self._stack.currentWidget(), "search", None)
        if field is not None:
            field.setFocus()

    def show_read(self, found: Read) -> None:
        """The plan as it is now."""
        for part in (self.packages, self.milestones, self.deliverables):
            part.show_read(found)
        self.gantt.show_figures(found.drawn)
        self.trend.show_figures(found.figures)

    def _recording(self) -> tuple[QWidget, ...]:
        self.day = DayField()
        record = button(self.tr("Record forecasts"), "history")
        record.setToolTip(self.tr("Keep the forecast of every entry as it is now, as reported on this day"))
        record.clicked.connect(self.record)
        return label(self.tr("Reported on"), "label"), self.day, record

    def record(self) -> None:
        """Keep all forecasts as of the chosen day."""
        from collabdesk.usecases.plan import forecasts

        work = partial(forecasts.record_all, self._desk.workspace, self._project_id, self.day.day)
        self._desk.write(self.tr("Record forecasts"), work, owner=self)
