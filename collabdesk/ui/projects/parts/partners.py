"""Partners of a project, and what each was granted and brings."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, day, money, status
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel, filled
from collabdesk.ui.projects.parts.partner_sums import PartnerSums
from collabdesk.ui.projects.parts.segmented import Segmented
from collabdesk.ui.texts import status_text

CONTRIBUTIONS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner_name", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Contribution"), "title", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "Form"), "form", show=status_text, width=90),
    money(QT_TRANSLATE_NOOP("Columns", "Granted"), "amount"),
    money(QT_TRANSLATE_NOOP("Columns", "Kept itself"), "net_amount"),
    money(QT_TRANSLATE_NOOP("Columns", "Total cost"), "total_cost"),
    money(QT_TRANSLATE_NOOP("Columns", "Pledged"), "pledged"),
    money(QT_TRANSLATE_NOOP("Columns", "Called"), "called"),
    money(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
    money(QT_TRANSLATE_NOOP("Columns", "Own"), "own"),
    money(QT_TRANSLATE_NOOP("Columns", "Public"), "public"),
    money(QT_TRANSLATE_NOOP("Columns", "Private"), "private"),
    money(QT_TRANSLATE_NOOP("Columns", "In kind"), "in_kind"),
    day(QT_TRANSLATE_NOOP("Columns", "Due"), "due"),
    day(QT_TRANSLATE_NOOP("Columns", "Received on"), "received_on"),
)
PARTICIPATIONS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner_name", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=90),
    Column(QT_TRANSLATE_NOOP("Columns", "Role"), "role", show=status_text, width=170),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
    Column(QT_TRANSLATE_NOOP("Columns", "Number"), "code", width=120, tone=lambda _: "secondary"),
)


class Partners(Segmented):
    """Three ways to look: sums by partner, every contribution, and the participations."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        where = {"project_id": project.id}
        self.sums = PartnerSums(desk, project.id or 0)
        self.contributions = ListPanel(
            desk, "contribution", filled(desk, "contribution", CONTRIBUTIONS, where), where=where,
            search_hint=self.tr("Search contributions"), placeholder=self.tr("No contributions are recorded."),
        )  # fmt: skip
        self.participations = ListPanel(
            desk, "participation", PARTICIPATIONS, where=where,
            search_hint=self.tr("Search partners"), placeholder=self.tr("No partners are recorded."),
        )  # fmt: skip
        self.lay_out(
            [
                ("sums", self.tr("By partner"), self.sums),
                ("contributions", self.tr("Contributions"), self.contributions),
                ("participations", self.tr("Participation"), self.participations),
            ]
        )
