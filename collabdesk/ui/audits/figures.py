"""Every figure of an audit, and behind the chosen one the cells it rests on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import latest, today
from collabdesk.domain.figures import Figure
from collabdesk.ui.audits.sources import SourcesPanel
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, money_text, number_text, share_text
from collabdesk.ui.widgets import SearchField, label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases import figures

_PLACES = {"count": 0, "points": 0, "days": 0}


def value_text(figure: Figure) -> str:
    """A figure's value as people read it; `n/a` where it cannot be computed."""
    if figure.value is None:
        return QCoreApplication.translate("Figures", "n/a")
    if figure.unit == "ratio":
        return share_text(figure.value)
    if figure.unit == "days":
        return QCoreApplication.translate("Figures", "{n} days").format(n=number_text(figure.value))
    if figure.unit in _PLACES:
        return number_text(figure.value, _PLACES[figure.unit])
    return money_text(figure.value, figure.unit)


def what_text(figure: Figure) -> str:
    """The figure's label with which partner or kind it is of."""
    return f"{figure.label}, {figure.detail}" if figure.detail else figure.label


def group_text(figure: Figure) -> str:
    """The subject that a figure belongs to."""
    return figure.group.replace("_", " ").capitalize() or DASH


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Subject"), group_text, width=104, tone=lambda _: "secondary"),
    Column(QT_TRANSLATE_NOOP("Columns", "Figure"), what_text, width=0, tip=lambda f: f"{what_text(f)}\n{f.id}"),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Value"),
        lambda f: f.value,
        show_row=value_text,
        kind="number",
        width=160,
        tone=lambda f: "muted" if f.value is None else "",
        tip=lambda f: f.note or "",
    ),
)


class FiguresTab(QWidget):
    """The list at the left, the chosen figure's sources at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: tuple[Any, ...] = ()
        self._wanted = ""
        self._all: list[Figure] = []
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        self.list = TableView(self.rows, desk.theme, placeholder=self.tr("Computing the figures…"))
        self.list.setAccessibleName(self.tr("Figures"))
        self.search = SearchField(self.tr("Search figures"))
        self.search.searched.connect(self._filter)
        self._count = label("", "muted")
        self.sources = SourcesPanel(desk)
        self.list.chosen.connect(self.sources.show_figure)
        self._lay_out()

    def show_audit(self, audit: Audit, project_code: str | None) -> None:
        """Compute the figures of the audit's subject as of its day, in the worker, once they are looked at."""
        self._asked = (latest(audit.as_of) if audit.as_of else today(), project_code)
        if self.isVisible():
            self._compute()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compute()

    def _compute(self) -> None:
        if not self._asked:
            return
        (as_of, project_code), self._asked = self._asked, ()
        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Compute figures"),
            lambda _progress, _is_cancelled: figures.figures(workspace, project_code, as_of),
            owner=self,
            done=self._show,
            is_quiet=True,
        )

    def go_to(self, figure_id: str) -> None:
        """Choose a figure; when they are still being computed, as soon as they are there."""
        self._wanted = figure_id
        self.search.clear()
        self._filter("")

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP_M)
        left.addLayout(row(self.search, None, self._count))
        left.addWidget(framed(self.list), 1)
        right.addWidget(self.sources)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_M)
        column.addWidget(halves(left, right, least=(440, 380), sizes=(1080, 920)))

    def _show(self, found: list[Figure]) -> None:
        self._all = found
        self.list.set_placeholder(self.tr("No figures."))
        chosen = self.list.current_row()
        self._wanted = self._wanted or (chosen.id if chosen is not None else "")
        self._filter(self.search.text().strip())

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [f for f in self._all if all(w in f"{group_text(f)} {what_text(f)} {f.id}".casefold() for w in words)]
        self.rows.show(fitting)
        self._count.setText(self.tr("{n} figures").format(n=number_text(len(fitting))))
        ids = [f.id for f in fitting]
        if self._wanted in ids:
            self.list.selectRow(ids.index(self._wanted))
            self.list.scrollTo(self.list.currentIndex())
            self._wanted = ""
        elif fitting:
            self.list.selectRow(0)
