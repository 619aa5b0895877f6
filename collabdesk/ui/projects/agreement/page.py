"""The agreement of a project: five registers, all beside what one reading says of them, as of a day."""

from __future__ import annotations

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.agreement.moving import Decisions, Transfers
from collabdesk.ui.projects.agreement.registers import Assets, Clauses, Datasets
from collabdesk.ui.projects.parts.as_of import AsOf
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.usecases.agreement.looking import View, look

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation", "risk", "indicator", "batch", "source_file",
                       "cost", "contribution", "budget", "effort", "payment"})  # fmt: skip


class Agreement(Segmented):
    """What is typed stands in the tables; what is missing or contradicts is read in the worker and shown beside it."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self.clauses, self.decisions = Clauses(desk, project), Decisions(desk, project)
        self.assets, self.datasets = Assets(desk, project), Datasets(desk, project)
        self.transfers = Transfers(desk, project)
        self.as_of = AsOf()
        self.lay_out(
            [
                ("decisions", self.tr("Decisions"), self.decisions),
                ("clauses", self.tr("Clauses"), self.clauses),
                ("rights", self.tr("Background and results"), self.assets),
                ("datasets", self.tr("Datasets"), self.datasets),
                ("transfers", self.tr("Transfers"), self.transfers),
            ],
            self.as_of,
        )
        self._looking = Looking(
            desk, self, self.tr("Read the agreement"), lambda: look(desk.workspace, project, self.as_of.day), _HEEDLESS
        )
        self.as_of.changed.connect(self._looking.look_again)
        self._looking.seen.connect(self._show)

    def _show(self, found: View) -> None:
        for register in (self.clauses, self.decisions, self.assets, self.datasets, self.transfers):
            register.show_view(found)
