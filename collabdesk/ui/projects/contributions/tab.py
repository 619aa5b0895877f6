"""Contributions of a project: by partner, pledges, credit events, scale with assessments and arrears, and match."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel
from collabdesk.ui.listing import filled
from collabdesk.ui.projects.contributions.assessments import Assessments
from collabdesk.ui.projects.contributions.columns import GRANTS, PLEDGES, SCALE
from collabdesk.ui.projects.contributions.credits import CreditEvents
from collabdesk.ui.projects.contributions.tables import ByPartner
from collabdesk.ui.projects.parts.as_of import AsOf
from collabdesk.ui.projects.parts.figure_table import FigureTable
from collabdesk.ui.projects.parts.looking import Looking
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.widgets.notice import NoticeBar
from collabdesk.usecases.contributions.looking import View, view

_HEEDLESS = frozenset({"report", "audit", "finding", "recommendation", "risk", "indicator", "batch", "source_file"})


class Contributions(Segmented):
    """What is typed stands in the tables; what follows from it is read in the worker and shown beside them."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        where = {"project_id": project.id}
        number = project.id or 0
        begun = {"currency": project.currency}
        self.by_partner = ByPartner(desk)
        self.pledges = EntryPanel(
            desk, "contribution", [*PLEDGES, *filled(desk, "contribution", GRANTS, where)], where=where, defaults=begun,
            called=self.tr("contributions"), search_hint=self.tr("Search contributions"),
            placeholder=self.tr("No contributions are recorded."),
        )  # fmt: skip
        self.credits = CreditEvents(desk, project)
        self.assessments = Assessments(desk, project)
        self.scale = EntryPanel(
            desk, "scale_share", SCALE, where=where, defaults=begun, called=self.tr("scale of shares"),
            search_hint=self.tr("Search the scale"), placeholder=self.tr("No scale of shares is recorded."),
        )  # fmt: skip
        self.match = Match(desk, project)
        self.as_of = AsOf()
        self.lay_out(
            [
                ("sums", self.tr("By partner"), self.by_partner),
                ("pledges", self.tr("Pledges and receipts"), self.pledges),
                ("credits", self.tr("Credit events"), self.credits),
                ("assessments", self.tr("Assessments and arrears"), self.assessments),
                ("scale", self.tr("Scale"), self.scale),
                ("match", self.tr("Match"), self.match),
            ],
            self.as_of,
        )
        self._looking = Looking(
            desk, self, self.tr("Read contributions"), lambda: view(desk.workspace, number, self.as_of.day), _HEEDLESS
        )
        self.as_of.changed.connect(self._looking.look_again)
        self._looking.seen.connect(self._show)

    def _show(self, found: View | None) -> None:
        if found is None:
            return
        self.by_partner.show_view(found)
        self.assessments.show_view(found)
        self.match.show_view(found)


class Match(QWidget):
    """The ratio reached and what is short, above the contributions that count as match."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self.notice = NoticeBar(is_closable=False)
        self.figures = FigureTable(desk, self.tr("Neither match nor a required ratio is recorded."))
        self.panel = EntryPanel(
            desk, "contribution", [c for c in PLEDGES if c.field not in ("purpose", "year")],
            where={"project_id": project.id, "purpose": "match"}, defaults={"currency": project.currency},
            called=self.tr("match"), search_hint=self.tr("Search match"),
            placeholder=self.tr("No contribution counts as match yet. Type one here, or set its purpose to Match."),
        )  # fmt: skip
        self.search = self.panel.search
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.notice)
        column.addWidget(self.figures, 1)
        column.addWidget(self.panel, 1)

    def show_view(self, found: View) -> None:
        """Show the figures of match."""
        figures = found.of("match")
        self.figures.show_figures(figures)
        if figures and all(
            f.inputs.get("required ratio") == "not recorded" for f in figures if "required ratio" in f.inputs
        ):
            self.notice.say(self.tr("No ratio is required: state it in the project's rules to see what is short."))
        else:
            self.notice.hide()
