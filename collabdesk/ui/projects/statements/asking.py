"""What is asked for: the kind of statement, whose, of which period, cut how, and as of which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from collabdesk.domain.dates import today
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.widgets import SegmentBar, label
from collabdesk.ui.widgets.day import DayField
from collabdesk.usecases import statements

translate = QCoreApplication.translate
_TITLES: dict[str, Any] = {
    "financial": QT_TRANSLATE_NOOP("Statements", "Financial statement"),
    "sf425": QT_TRANSLATE_NOOP("Statements", "SF-425"),
    "contribution": QT_TRANSLATE_NOOP("Statements", "Contributions"),
    "budget": QT_TRANSLATE_NOOP("Statements", "Budget versus actual"),
}
_CUTS: dict[str, Any] = {
    "category": QT_TRANSLATE_NOOP("Statements", "by category"),
    "partner": QT_TRANSLATE_NOOP("Statements", "by partner"),
    "work_package": QT_TRANSLATE_NOOP("Statements", "by work package"),
    "period": QT_TRANSLATE_NOOP("Statements", "by period"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the bar says now."""

    kind: str
    partner: str
    period: str
    by: str
    as_of: date


class AskingBar(QWidget):
    """The kinds in a row; `fields` are what the chosen kind can be asked for. `asked` tells that something changed."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds = {kind.key: kind for kind in statements.kinds()}
        self._reasons: dict[str, str] = {}
        self._is_offered = False
        self.segments = SegmentBar(
            [(k, translate("Statements", _TITLES.get(k, kind.title))) for k, kind in self._kinds.items()]
        )
        self.partner, self.period, self.by = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.partner, translate("Statements", "Partner")),
            (self.period, translate("Statements", "Reporting period")),
            (self.by, translate("Statements", "Cut")),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(300)
        for axis in statements.AXES:
            self.by.addItem(translate("Statements", _CUTS[axis]), axis)
        self.as_of = DayField(today())
        self.as_of.setAccessibleName(translate("Statements", "As of"))
        self.fields = QWidget()
        line = QHBoxLayout(self.fields)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_M)
        for field in (self.partner, self.period, self.by):
            line.addWidget(field)
        line.addWidget(label(translate("Statements", "as of"), "secondary"))
        line.addWidget(self.as_of)
        above = QHBoxLayout(self)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.segments)
        above.addStretch(1)
        self._show_fields()
        self.segments.chosen.connect(lambda _: self._changed())
        for box in (self.partner, self.period, self.by):
            box.currentIndexChanged.connect(lambda _: self._changed())
        self.as_of.dateChanged.connect(lambda _: self._changed())

    def wish(self) -> Wish:
        """What is asked for."""
        return Wish(
            self.segments.key,
            str(self.partner.currentData() or ""),
            str(self.period.currentData() or ""),
            str(self.by.currentData()),
            self.as_of.day,
        )

    def why_not(self, kind: str) -> str:
        """Why the project has no such statement; "" where it has."""
        reason = self._reasons.get(kind, "")
        return f"{reason[:1].upper()}{reason[1:]}." if reason else ""

    def offer(self, found: statements.Choices) -> None:
        """What there is to choose from; the first look shows a kind that the project has."""
        self._reasons = dict(found.reasons)
        every = translate("Statements", "All partners"), translate("Statements", "The whole action")
        offered = (self.partner, every[0], found.partners), (self.period, every[1], found.periods)
        for box, whole, offers in offered:
            now = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(whole, "")
            for text, data in offers:
                box.addItem(text, data)
            box.setCurrentIndex(max(0, box.findData(now)))
            box.blockSignals(False)
        if not self._is_offered:
            self._is_offered = True
            there = [kind for kind in self._kinds if not self._reasons.get(kind)]
            if there and self.segments.key not in there:
                self.segments.blockSignals(True)
                self.segments.choose(there[0])
                self.segments.blockSignals(False)
        self._show_fields()

    def _changed(self) -> None:
        self._show_fields()
        self.asked.emit()

    def _show_fields(self) -> None:
        """Only what the kind can be asked for; a statement that needs a partner offers no “all partners”."""
        kind = self._kinds[self.segments.key]
        for name, box in (("partner", self.partner), ("period", self.period), ("by", self.by)):
            box.setVisible(name in kind.asks)
        if "partner" in kind.needs and not self.partner.currentData() and self.partner.count() > 1:
            self.partner.blockSignals(True)
            self.partner.setCurrentIndex(1)
            self.partner.blockSignals(False)
