"""The filters beside a list's search field: each lets through one value, the first also what has problems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

Offers = Sequence[tuple[str, object]]
"""Texts, and the condition (a mapping) that each stands for."""
_LETTERS = 9


class Filters(QObject):
    """`chosen` tells when the person has chosen; `where` is then what all of them let through."""

    chosen = Signal()

    def __init__(self, names: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._broken: Sequence[int] = ()
        self.combos = [self._combo(name) for name in names]

    def fill(self, offers: Sequence[Offers]) -> None:
        """Offer these, one sequence a filter; what was chosen stays chosen where it is still offered."""
        for combo, offered in zip(self.combos, offers, strict=True):
            before = combo.currentText()
            combo.clear()
            for text, condition in offered:
                combo.addItem(text, condition)
            if combo is self.combos[0]:
                self._offer_broken()
            combo.setCurrentIndex(max(0, combo.findText(before)))
            combo.setToolTip(f"{combo.accessibleName()}: {combo.currentText()}")

    def show_broken(self, ids: Sequence[int]) -> None:
        """Let the first filter show these alone."""
        self._broken = ids
        self._offer_broken()

    def where(self) -> dict[str, object]:
        """The condition of all filters together."""
        found: dict[str, object] = {}
        for combo in self.combos:
            found |= combo.currentData() or {}
        return found

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setMinimumContentsLength(_LETTERS)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(lambda _: self._choose(made))
        return made

    def _choose(self, combo: QComboBox) -> None:
        combo.setToolTip(f"{combo.accessibleName()}: {combo.currentText()}")
        self.chosen.emit()

    def _offer_broken(self) -> None:
        combo, text = self.combos[0], self.tr("With problems")
        place = combo.findText(text)
        if place < 0:
            place = min(1, combo.count())
            combo.insertItem(place, text)
        combo.setItemData(place, {"id": list(self._broken)})
