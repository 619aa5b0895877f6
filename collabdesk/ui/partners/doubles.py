"""Partners that may be one: each pair side by side, to be merged or told apart."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.partners.facts import called
from collabdesk.ui.partners.pair import PairCard
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import EmptyState
from collabdesk.usecases import partners
from collabdesk.usecases.partners import CONFIDENT, Pair

PAIRS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), lambda p: called(p.kept), width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "May be the same as"), lambda p: called(p.other), width=300),
    Column(QT_TRANSLATE_NOOP("Columns", "Why"), "why", width=280, tone=lambda _: "secondary", tip=lambda p: p.why),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Likeness"),
        "score",
        show=lambda score: f"{number_text(score)} %",
        kind="status",
        width=96,
        tone=lambda p: "good" if p.score >= CONFIDENT else "neutral",
    ),
)


class Doubles(QWidget):
    """`counted` tells how many pairs there are; `opened` carries the id of a partner to look at."""

    counted = Signal(int)
    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_stale = True
        self.pairs = MemoryRows(PAIRS)
        self.pairs.setParent(self)
        self.table = TableView(self.pairs, desk.theme)
        self.table.setAccessibleName(self.tr("Pairs of partners that may be one"))
        self.card = PairCard(desk)
        self.card.opened.connect(self.opened)
        self.table.chosen.connect(self.card.show_pair)
        self.table.opened.connect(lambda _: self.card.merge.setFocus(Qt.FocusReason.TabFocusReason))
        frame = QFrame()
        frame.setProperty("framed", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(frame, 1)
        column.addWidget(self.card)
        none = EmptyState("check-circle", self.tr("No partner looks like another"), self.tr(
            "Names that may mean one organisation are shown here side by side. Nothing is ever merged without you."
        ))  # fmt: skip
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(none)
        self._pages.setCurrentIndex(1)
        desk.changed.connect(self._hear)

    def look(self) -> None:
        """Compare all partners again, in the worker."""
        self._is_stale = False
        workspace = self._desk.workspace
        self._desk.tasks.run(
            self.tr("Look for partners that may be one"),
            lambda _progress, is_cancelled: partners.possible_doubles(workspace, is_cancelled=is_cancelled),
            owner=self,
            done=self._show,
            is_quiet=True,
        )

    def _show(self, pairs: list[Pair]) -> None:
        place = max(0, self.table.currentIndex().row())
        self.pairs.show(pairs)
        self._pages.setCurrentIndex(0 if pairs else 1)
        if pairs:
            self.table.selectRow(min(place, len(pairs) - 1))
            self.card.show_pair(pairs[min(place, len(pairs) - 1)])
        self.counted.emit(len(pairs))

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if not {"partner", "partner_name"} & change.nouns:
            return
        self._is_stale = True
        if self.isVisible():
            self.look()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.look()
        super().showEvent(event)
