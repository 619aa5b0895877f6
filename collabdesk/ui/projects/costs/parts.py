"""Costs of a project: cost items, the days of persons line by line and month by month, and the reporting periods."""

from __future__ import annotations

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.costs.effort import EffortLines
from collabdesk.ui.projects.costs.items import CostItems
from collabdesk.ui.projects.costs.months import EffortMonths
from collabdesk.ui.projects.costs.periods import Periods
from collabdesk.ui.projects.parts.segmented import Segmented


class Costs(Segmented):
    """Four ways to look."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self.items = CostItems(desk, project)
        self.effort = EffortLines(desk, project)
        self.months = EffortMonths(desk, project)
        self.periods = Periods(desk, project)
        self.lay_out(
            [
                ("items", self.tr("Cost items"), self.items),
                ("effort", self.tr("Effort"), self.effort),
                ("months", self.tr("Effort by month"), self.months),
                ("periods", self.tr("Reporting periods"), self.periods),
            ]
        )
