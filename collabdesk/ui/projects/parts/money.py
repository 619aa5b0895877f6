"""Budget and costs of a project: by category, line by line."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, day, money, number, status
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel, filled
from collabdesk.ui.projects.parts.category_sums import CategorySums
from collabdesk.ui.projects.parts.segmented import Segmented

BUDGET = (
    Column(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Description"), "description", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner_name", width=200),
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Period"), "period", width=100),
    number(QT_TRANSLATE_NOOP("Columns", "Person-months"), "person_months", width=130),
    money(QT_TRANSLATE_NOOP("Columns", "Amount"), "amount"),
    money(QT_TRANSLATE_NOOP("Columns", "Indirect"), "indirect"),
)
COSTS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner_name", width=200),
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=120),
    day(QT_TRANSLATE_NOOP("Columns", "Date"), "date"),
    money(QT_TRANSLATE_NOOP("Columns", "Obligated"), "obligated"),
    money(QT_TRANSLATE_NOOP("Columns", "Expended"), "expended"),
    money(QT_TRANSLATE_NOOP("Columns", "Paid"), "paid"),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
)


class BudgetAndCosts(Segmented):
    """Three ways to look: plan against use by category, budget lines, cost items."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        where = {"project_id": project.id}
        self.sums = CategorySums(desk, project.id or 0)
        self.budget = ListPanel(
            desk, "budget", filled(desk, "budget", BUDGET, where), where=where,
            search_hint=self.tr("Search budget lines"), placeholder=self.tr("No budget is recorded."),
        )  # fmt: skip
        self.costs = ListPanel(
            desk, "cost", filled(desk, "cost", COSTS, where), where=where,
            search_hint=self.tr("Search costs"), placeholder=self.tr("No costs are recorded."),
        )  # fmt: skip
        self.lay_out(
            [
                ("sums", self.tr("By category"), self.sums),
                ("budget", self.tr("Budget lines"), self.budget),
                ("costs", self.tr("Cost items"), self.costs),
            ]
        )
