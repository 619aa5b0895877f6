"""The findings of one audit: the list at the left, the chosen one with what can be decided at the right."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.findings import Finding
from collabdesk.ui.audits.finding import FindingPanel
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import status_text, status_tone, text
from collabdesk.ui.widgets import quiet, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases import audits

COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Reference"), "code", show=text, width=84),
    Column(QT_TRANSLATE_NOOP("Columns", "Severity"), "severity", show=status_text, kind="status", width=84),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Finding"),
        "title",
        width=0,
        tip=lambda f: f.title,
        tone=lambda f: "muted" if f.status in ("dismissed", "withdrawn") else "",
    ),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Status"),
        "status",
        show=status_text,
        kind="status",
        width=112,
        tone=lambda f: status_tone(f.status),
    ),
)


class FindingsTab(QWidget):
    """`cited(figure id)` asks to see a figure that a finding rests on."""

    cited = Signal(str)

    def __init__(self, desk: Desk, audit_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._audit_id = desk, audit_id
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        self.list = TableView(
            self.rows,
            desk.theme,
            placeholder=self.tr("No findings yet. Draft them from the figures, or write one by hand."),
        )
        self.list.setAccessibleName(self.tr("Findings"))
        self.panel = FindingPanel(desk)
        self.panel.cited.connect(self.cited)
        self.list.chosen.connect(self.panel.show_finding)
        self.list.opened.connect(lambda _: self.panel.setFocus(Qt.FocusReason.OtherFocusReason))
        self.write = quiet(self.tr("Write a finding by hand"), "plus")
        self.write.clicked.connect(lambda: self.panel.write_new(self._audit_id))
        self._lay_out()
        self.again()

    def shown(self) -> list[Finding]:
        """The findings in the list."""
        return [self.rows.row(number) for number in range(self.rows.rowCount())]

    def again(self) -> None:
        """Read the findings anew; the chosen one stays chosen."""
        chosen = self.list.current_row()
        with QSignalBlocker(self.list):  # the chosen one is shown once, below
            self.rows.show(audits.findings_of(self._desk.workspace, self._audit_id))
        if self.rows.rowCount():
            self.go_to(chosen.id if chosen is not None else None)
        else:
            self.panel.show_finding(None)

    def go_to(self, finding_id: int | None) -> None:
        """Choose one finding; the first where it is not in the list."""
        ids = [finding.id for finding in self.shown()]
        number = ids.index(finding_id) if finding_id in ids else 0
        with QSignalBlocker(self.list):
            self.list.selectRow(number)
        self.panel.show_finding(self.rows.row(number))

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP_S)
        left.addWidget(framed(self.list), 1)
        left.addLayout(row(self.write, None))
        right.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_M)
        column.addWidget(halves(left, right, least=(430, 400), sizes=(1010, 990)))
