"""The restatement ledger: signed reports that later data give otherwise, figure by figure, with what changed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import count_text, date_text, money_text, quantity_text, share_text
from collabdesk.ui.widgets import EmptyState, PageHeader, SegmentBar, button, clear, label, link, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases import restatements
from collabdesk.usecases.restatements import OutOfDate


def shown(text: str) -> str:
    """A figure's value as the ledger keeps it (`0.8000 ratio`, `40 EUR`) as people read it."""
    value, _, unit = text.partition(" ")
    try:
        number = Decimal(value)
    except InvalidOperation:
        return text
    if unit == "ratio":
        return share_text(number, 2)  # all decimals that a ratio has: a small change is to be seen
    return money_text(number, unit) if unit.isupper() and len(unit) == 3 else f"{quantity_text(number)} {unit}".strip()


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Figure"), "label", width=0, tip=lambda r: f"{r.figure}: {r.label}"),
    Column(QT_TRANSLATE_NOOP("Columns", "As signed"), "old", show=shown, kind="number", width=150),
    Column(QT_TRANSLATE_NOOP("Columns", "Now"), "new", show=shown, kind="number", width=150),
    Column(QT_TRANSLATE_NOOP("Columns", "What changed since"), "cause", width=270, tip=lambda r: r.cause),
    Column(QT_TRANSLATE_NOOP("Columns", "Noticed"), "noticed_at", show=date_text, width=116),
)


class LedgerPage(QWidget):
    """`left` goes back; `opened` carries the report to be looked at or superseded."""

    left = Signal()
    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._late: Sequence[OutOfDate] = ()
        self._chosen = ""
        self.rows = MemoryRows(COLUMNS)
        self.table = TableView(self.rows, desk.theme)
        self._head = label("", "heading", wrap=True)
        self._about = label("", "secondary", wrap=True)
        self._choice = QHBoxLayout()
        self.look = button(self.tr("Open the report"), "reports")
        self.look.clicked.connect(self._open)
        self._lay_out()
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.left)
        desk.changed.connect(lambda change: self.refresh() if "restatement" in change.nouns else None)

    def begin(self, code: str = "") -> None:
        """Show the ledger, with this report chosen."""
        self._chosen = code
        self.refresh()

    def refresh(self) -> None:
        """Read the ledger again."""
        self._late = restatements.out_of_date(self._desk.workspace)
        clear(self._choice)
        codes = [one.report.code for one in self._late]
        if self._chosen not in codes:
            self._chosen = codes[0] if codes else ""
        if len(codes) > 1:
            bar = SegmentBar([(code, code) for code in codes])
            bar.choose(self._chosen)
            bar.chosen.connect(self._choose)
            self._choice.addWidget(bar)
            self._choice.addStretch(1)
        self._full.setVisible(bool(codes))
        self._empty.setVisible(not codes)
        self._choose(self._chosen)

    def _choose(self, code: str) -> None:
        self._chosen = code
        one = next((o for o in self._late if o.report.code == code), None)
        if one is None:
            self.rows.show([])
            return
        self.rows.show(one.figures)
        self._head.setText(f"{one.report.code}  {one.report.title}")
        said = count_text("LedgerPage", "one figure is restated", "%n figures are restated", len(one.figures))
        about = self.tr("As of {as_of}, signed by {person} on {day}; {restated}.")
        self._about.setText(
            about.format(
                as_of=date_text(one.report.as_of),
                person=one.report.signed_by,
                day=date_text(one.report.signed_at),
                restated=said,
            )
        )

    def _open(self) -> None:
        one = next((o for o in self._late if o.report.code == self._chosen), None)
        if one is not None:
            self.opened.emit(one.report.id or 0)

    def _lay_out(self) -> None:
        back = link(f"← {self.tr('Reports')}")
        back.clicked.connect(self.left)
        subtitle = self.tr(
            "A signed report stays as it was signed. Where later data give its figures otherwise, a superseding report"
            " tells what is restated."
        )
        self._empty = EmptyState(
            "check-circle", self.tr("Nothing is restated"),
            self.tr("Today’s data still give every figure of the signed reports."),
        )  # fmt: skip
        self._full = QWidget()
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP_M)
        inside.addLayout(self._choice)
        texts = QVBoxLayout()
        texts.setSpacing(GAP_S)
        texts.addWidget(self._head)
        texts.addWidget(self._about)
        head = QHBoxLayout()
        head.addLayout(texts, 1)
        head.addWidget(self.look)
        inside.addLayout(head)
        inside.addWidget(framed(self.table), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_M, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(row(back, None))
        column.addWidget(PageHeader(self.tr("Restated figures"), subtitle))
        column.addWidget(self._full, 1)
        column.addWidget(self._empty, 1)
