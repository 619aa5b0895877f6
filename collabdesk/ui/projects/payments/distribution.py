"""What came from the funder, by the partners' maximum grants: each one's share, what was handed on, what is open."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, money
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import money_text
from collabdesk.ui.widgets import label
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases.payments import Reimbursed

translate = QCoreApplication.translate
COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner", width=0),
    money(QT_TRANSLATE_NOOP("Columns", "Maximum grant"), "grant", width=180),
    money(QT_TRANSLATE_NOOP("Columns", "Share of what came"), "share", width=190),
    money(QT_TRANSLATE_NOOP("Columns", "Handed on"), "handed_on", width=180),
    money(QT_TRANSLATE_NOOP("Columns", "Open"), "open", width=180),
)


class Distribution(QWidget):
    """Only read; a payment is handed on from the books."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.said = label("", "secondary", wrap=True)
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        table = TableView(
            self.rows,
            desk.theme,
            placeholder=self.tr(
                "Nothing came yet, or no maximum grant of a partner is recorded (under Contributions)."
            ),
        )
        table.setAccessibleName(self.tr("Distribution to partners"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.said)
        column.addWidget(framed(table), 1)

    def show_found(self, found: Reimbursed | None) -> None:
        """Show what was computed; None where no rules apply."""
        self.rows.show(list(found.handed) if found else [])
        if found is None or not found.handed:
            self.said.setText("")
            return
        said = translate("Payments", "By maximum grant, each share rounded down to the cent; {rest} remains with the"
                         " coordinator.")  # fmt: skip
        self.said.setText(said.format(rest=money_text(found.remainder, found.facts.currency)))
