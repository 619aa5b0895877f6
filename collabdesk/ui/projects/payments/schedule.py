"""The schedule that the rule pack proposes, beside what came; a person puts it into the books."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, money
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.projects.parts.as_of import AsOf
from collabdesk.ui.projects.payments.wording import kind_text
from collabdesk.ui.rules.naming import pack_text
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, money_text
from collabdesk.ui.widgets import button, label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import payments
from collabdesk.usecases.payments import Planned, Reimbursed

translate = QCoreApplication.translate


def _name(line: Planned) -> str:
    name = kind_text(line.kind)
    return f"{name}, {line.period}" if line.period and line.kind == "interim" else name


def _remark(line: Planned) -> str:
    kept = translate("Payments", "in the books") if line.is_kept else ""
    return "; ".join(part for part in (line.remark, kept) if part) or DASH


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Payment"), _name, width=230),
    Column(QT_TRANSLATE_NOOP("Columns", "Expected on"), "expected_on", show=date_text, width=150),
    money(QT_TRANSLATE_NOOP("Columns", "Expected"), "expected"),
    money(QT_TRANSLATE_NOOP("Columns", "Received"), "received"),
    money(QT_TRANSLATE_NOOP("Columns", "Difference"), "difference"),
    Column(QT_TRANSLATE_NOOP("Columns", "Remark"), _remark, width=0, tone=lambda _: "secondary", tip=_remark),
)


class Schedule(QWidget):
    """Nothing of it is kept until the person says so."""

    def __init__(self, desk: Desk, project: Project, as_of: AsOf) -> None:
        super().__init__()
        self._desk, self._id, self._as_of = desk, project.id or 0, as_of
        self.accept = button(self.tr("&Expect these payments"), "check")
        self.accept.setToolTip(self.tr("Put what is known of the schedule into the books, as one step"))
        self.accept.clicked.connect(self._accept)
        self.said = label("", "secondary", wrap=True)
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        table = TableView(
            self.rows, desk.theme, placeholder=self.tr("The rule pack of this project proposes no schedule.")
        )
        table.setAccessibleName(self.tr("Schedule of payments"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(self.accept, None))
        column.addWidget(self.said)
        column.addWidget(framed(table), 1)

    def show_found(self, found: Reimbursed | None) -> None:
        """Show what was computed; None where no rules apply."""
        lines = list(found.planned) if found else []
        self.rows.show(lines)
        self.accept.setEnabled(any(line.expected is not None and not line.is_kept for line in lines))
        if found is None or not lines:
            self.said.setText("")
            return
        came, known = payments.account(found)
        said = translate("Payments", "By {pack}: {known} of {grant} can be told by now; {came} came.").format(
            pack=pack_text(found.facts.pack), known=money_text(known, found.facts.currency),
            grant=money_text(found.facts.grant, found.facts.currency), came=money_text(came, found.facts.currency),
        )  # fmt: skip
        unread = found.facts.note("prefinancing_share", "insurance_share", "payment_cap")
        self.said.setText(f"{said} {unread[0].upper()}{unread[1:]}." if unread else said)

    def _accept(self) -> None:
        workspace, number, day = self._desk.workspace, self._id, self._as_of.day

        def keep() -> object:
            project = workspace.get("project", number)
            return payments.accept(workspace, project, day) if isinstance(project, Project) else None

        self._desk.write(self.tr("Expect these payments"), keep, owner=self)
