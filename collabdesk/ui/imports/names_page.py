"""Partners whose names look alike: pair by pair, the same or not, or decided later."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import THIN, count_text, number_text
from collabdesk.ui.widgets import Card, button, label, row
from collabdesk.ui.widgets.framed import framed

if TYPE_CHECKING:
    from collabdesk.usecases.partners import Likeness

translate = QCoreApplication.translate

SAME, DIFFERENT, LATER = "same", "different", ""
_KEYS = {Qt.Key.Key_S: SAME, Qt.Key.Key_N: DIFFERENT, Qt.Key.Key_L: LATER}
_TONES = {SAME: "good", DIFFERENT: "info", LATER: "neutral"}


class NamesList(TableView):
    """The pairs; S, N and L decide about those that are selected."""

    decided = Signal(str)

    def __init__(self, model: MemoryRows, theme: Theme) -> None:
        super().__init__(model, theme)
        self.setAccessibleName(self.tr("Names that look alike"))
        self.setAccessibleDescription(self.tr("S: the same partner. N: not the same. L: decide later."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verdict = _KEYS.get(Qt.Key(event.key()))
        if verdict is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.decided.emit(verdict)
        else:
            super().keyPressEvent(event)


class NamesPage(QWidget):
    """`decided` tells that a pair was decided otherwise; nothing is said of pairs that stay open."""

    decided = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.said = label("", "secondary", wrap=True)
        self.pairs = MemoryRows(self._columns())
        self.view = NamesList(self.pairs, desk.theme)
        self.view.decided.connect(self.decide)
        self.view.chosen.connect(self._show_pair)
        self.same = button(self.tr("&Same partner"), "check")
        self.different = button(self.tr("&Not the same"), "close")
        self.later = button(self.tr("Decide &later"))
        for made, verdict, key in ((self.same, SAME, "S"), (self.different, DIFFERENT, "N"), (self.later, LATER, "L")):
            made.setToolTip(self.tr("In the list: the key {key}").format(key=key))
            made.clicked.connect(lambda _=False, verdict=verdict: self.decide(verdict))
        self._make_pair()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.said)
        column.addWidget(framed(self.view), 1)
        column.addWidget(self.pair)

    def show_draft(self, draft: Draft) -> None:
        """Show the pairs of a draft, from the first that is open."""
        self._draft = draft
        self.pairs.show(draft.plan.alike or [])
        self._tell()
        self._go_on(-1)

    def decide(self, verdict: str) -> None:
        """Decide about the selected pairs and go on to the next that is open."""
        if self._draft is None:
            return
        pairs = self.view.selected_rows()
        for pair in pairs:
            self._draft.plan.decide(pair, verdict)
        self.view.viewport().update()
        self._tell()
        if len(pairs) == 1:
            self._go_on(self.view.currentIndex().row())
        self.decided.emit()

    def _columns(self) -> list[Column]:
        return [
            Column(QT_TRANSLATE_NOOP("Columns", "Name in the file"), "name", width=0),
            Column(QT_TRANSLATE_NOOP("Columns", "Looks like"), "partner_name", width=0),
            Column(
                QT_TRANSLATE_NOOP("Columns", "Likeness"),
                lambda pair: Decimal(pair.score) / 100,
                show=lambda share: f"{number_text(share * 100)}{THIN}%",
                kind="share",
                width=130,
            ),
            Column(
                QT_TRANSLATE_NOOP("Columns", "Decision"),
                self._verdict,
                show_row=lambda pair: _verdict_text(self._verdict(pair), is_new=pair.partner_id is None),
                kind="status",
                tone=lambda pair: _TONES[self._verdict(pair)],
                width=130,
            ),
        ]

    def _verdict(self, pair: Likeness) -> str:
        return self._draft.plan.verdict(pair) if self._draft is not None else LATER

    def _make_pair(self) -> None:
        self.pair = Card(margin=GAP_L)
        self.pair.column.setSpacing(GAP_S)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_L)
        grid.setVerticalSpacing(GAP_XS)
        self._theirs, self._ours = label("", "strong", wrap=True), label("", "strong", wrap=True)
        self._where, self._known = label("", "secondary", wrap=True), label("", "secondary", wrap=True)
        self._here = label("", "label")
        for column, widgets in enumerate(
            ((label(self.tr("In the file"), "label"), self._theirs, self._where), (self._here, self._ours, self._known))
        ):
            grid.setColumnStretch(column, 1)
            for line, widget in enumerate(widgets):
                grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignTop)
        self._why = label("", "secondary", wrap=True)
        self.pair.column.addLayout(grid)
        self.pair.column.addWidget(self._why)
        self.pair.column.addLayout(row(self.same, self.different, self.later, None))

    def _show_pair(self, pair: Likeness | None) -> None:
        self.pair.setVisible(pair is not None)
        if pair is None:
            return
        self._theirs.setText(pair.name)
        rows = count_text("Imports", "%n row", "%n rows", pair.rows)
        self._where.setText("  ·  ".join(part for part in (_code(pair.code), rows, pair.where) if part))
        self._ours.setText(pair.partner_name)
        self._known.setText(_code(pair.partner_code))
        is_new = pair.partner_id is None
        self._here.setText(self.tr("Also in the file, and new as well") if is_new else self.tr("Here already"))
        later = self.tr("Both come in; under Partners they can be made one.")
        self._why.setText(f"{_sentence(pair.why)} {later}" if is_new else _sentence(pair.why))
        for made in (self.same, self.different, self.later):
            made.setEnabled(not is_new)

    def _go_on(self, after: int) -> None:
        """To the next pair that is open, from here to the end and then from the top; else stay."""
        count = self.pairs.rowCount()
        order = [n % count for n in range(after + 1, after + 1 + count)] if count else []
        is_open = (
            n for n in order if not self._verdict(self.pairs.row(n)) and self.pairs.row(n).partner_id is not None
        )
        at = next(is_open, max(after, 0) if count else -1)
        if at >= 0:
            self.view.selectRow(at)
        self._show_pair(self.view.current_row())

    def _tell(self) -> None:
        assert self._draft is not None
        plan = self._draft.plan
        count = len(plan.alike or ())
        words = count_text("Imports", "%n pair of names looks alike.", "%n pairs of names look alike.", count)
        if not count:
            words, rest = self.tr("No pair of names was found that looks alike."), ""
        elif plan.undecided:
            rest = self.tr("What you leave open is kept apart and asked again next time.")
        elif all(pair.partner_id is None for pair in plan.alike or ()):
            rest = self.tr("All of them are new, so there is nothing to decide yet.")
        else:
            rest = self.tr("All that can be decided now is decided.")
        note = plan.alike.note if plan.alike is not None else ""
        self.said.setText(" ".join(part for part in (words, rest, note) if part))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _verdict_text(verdict: str, *, is_new: bool) -> str:
    if is_new:
        return translate("Imports", "After the import")
    return {
        SAME: translate("Imports", "The same"),
        DIFFERENT: translate("Imports", "Not the same"),
        LATER: translate("Imports", "Later"),
    }[verdict]


def _code(code: str) -> str:
    return (
        translate("Imports", "Identifier {code}").format(code=code) if code else translate("Imports", "No identifier")
    )
