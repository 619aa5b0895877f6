"""Two partners side by side: what agrees, what differs, and what a person says about them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from collabdesk.domain.partners import Partner
from collabdesk.ui.design.scale import GAP_L, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.partners.facts import FIELDS, called, field_text, said
from collabdesk.ui.partners.merging import ask_to_merge
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets import Badge, Card, button, clear, label, link, primary, row
from collabdesk.usecases import partners
from collabdesk.usecases.partners import Pair


class PairCard(Card):
    """`opened` carries the id of the partner whose page is wanted."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        self.merge = primary(QCoreApplication.translate("PairCard", "&Merge…"), "link")
        self.apart = button(QCoreApplication.translate("PairCard", "&Not the same"))
        super().__init__(" ", self.apart, self.merge)
        self._desk = desk
        self._pair: Pair | None = None
        self.apart.setToolTip(self.tr("Remember that these are two organisations, and do not ask again"))
        self.merge.clicked.connect(self._ask)
        self.apart.clicked.connect(self._tell_apart)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP_XS)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.column.addLayout(self._grid)

    def show_pair(self, pair: Pair | None) -> None:
        """Show two partners; nothing for None."""
        self._pair = pair
        self.setVisible(pair is not None)
        clear(self._grid)
        if pair is None:
            return
        self.heading.setText(f"{pair.why[:1].upper()}{pair.why[1:]}")
        for column, partner in ((1, pair.kept), (2, pair.other)):
            name = link(called(partner))
            name.setToolTip(self.tr("Open this partner"))
            name.clicked.connect(lambda _=False, number=partner.id: self.opened.emit(number))
            self._grid.addWidget(name, 0, column, Qt.AlignmentFlag.AlignLeft)
        line = 1
        for field, _ in FIELDS:
            if field != "name" and (pair.kept, pair.other) and self._states(pair, field):
                self._add(line, field, pair.kept, pair.other)
                line += 1

    def _states(self, pair: Pair, field: str) -> bool:
        return any(said(p, field) != DASH for p in (pair.kept, pair.other))

    def _add(self, line: int, field: str, one: Partner, other: Partner) -> None:
        self._grid.addWidget(label(field_text(field), "label"), line, 0)
        texts = said(one, field), said(other, field)
        for column, text in enumerate(texts, 1):
            self._grid.addWidget(label(text, "muted" if text == DASH else "", wrap=True), line, column)
        self._grid.addWidget(_verdict(*texts), line, 3)

    def _ask(self) -> None:
        if self._pair is None:
            return
        ask_to_merge(self._desk, self._pair.kept, self._pair.other, self)

    def _tell_apart(self) -> None:
        if self._pair is None:
            return
        workspace, one, other = self._desk.workspace, self._pair.kept.id or 0, self._pair.other.id or 0
        self._desk.write(
            self.tr("Tell two partners apart"), lambda: partners.tell_apart(workspace, one, other), owner=self,
            done=lambda _: self._desk.tell(self.tr("They stay two, and are not asked about again.")),
        )  # fmt: skip


def _verdict(one: str, other: str) -> QWidget:
    if DASH in (one, other):
        return label(QCoreApplication.translate("PairCard", "stated by one"), "small")
    if " ".join(one.split()).casefold() == " ".join(other.split()).casefold():
        return _badge(QCoreApplication.translate("PairCard", "agrees"), "good")
    return _badge(QCoreApplication.translate("PairCard", "differs"), "warn")


def _badge(text: str, tone: str) -> QWidget:
    held = QWidget()
    held.setLayout(row(Badge(text, tone), None))
    return held
