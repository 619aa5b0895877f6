"""Which version of a budget is looked at: chosen once for all views of the tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.dates import today
from collabdesk.ui.texts import status_text
from collabdesk.ui.widgets import label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a project as they are now, and which of them is in force today (None: the imported budget)."""

    there: tuple[BudgetVersion, ...]
    held: BudgetVersion | None

    @classmethod
    def of(cls, there: Sequence[BudgetVersion]) -> Versions:
        return cls(tuple(there), in_force(there, today()))

    def by_id(self, number: int | None) -> BudgetVersion | None:
        return next((v for v in self.there if v.id == number), None)

    @property
    def first_shown(self) -> int | None:
        """The version that a person who opens the tab wants to see: an open draft, else the one in force."""
        is_open = [v for v in self.there if v.status in ("draft", "proposed")]
        chosen = is_open[-1] if is_open else self.held
        return chosen.id if chosen else None


def version_text(version: BudgetVersion | None, versions: Versions) -> str:
    """`V2 · Approved · in force`."""
    if version is None:
        parts = [translate("Budget", "As imported")]
    else:
        parts = [version.code or f"#{version.id}", status_text(version.status)]
    if version == versions.held:
        parts.append(translate("Budget", "in force"))
    return " · ".join(parts)


class VersionChooser(QWidget):
    """`chosen` tells that another version was chosen; `version_id` None is the imported budget."""

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        named = label(name, "label")
        named.setBuddy(self.box)
        self.box.setAccessibleName(name.replace("&", ""))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(named)
        line.addWidget(self.box)
        self.box.currentIndexChanged.connect(lambda _: self.chosen.emit())

    @property
    def version_id(self) -> int | None:
        number = self.box.currentData()
        return None if number is None else int(number)

    def show_versions(self, versions: Versions, choose: int | None) -> None:
        """Offer these versions; `choose` becomes the current one without a signal."""
        self.box.blockSignals(True)
        self.box.clear()
        for version in (None, *versions.there):
            self.box.addItem(version_text(version, versions), version.id if version else None)
        place = next((n for n in range(self.box.count()) if self.box.itemData(n) == choose), 0)
        self.box.setCurrentIndex(place)
        self.box.blockSignals(False)


def choice(name: str, options: Sequence[tuple[str, str]], chosen: Callable[[], None]) -> tuple[QWidget, QComboBox]:
    """A labelled choice of (key, text); gives the whole and the box."""
    box = QComboBox()
    for key, text in options:
        box.addItem(text, key)
    box.setAccessibleName(name)
    box.currentIndexChanged.connect(lambda _: chosen())
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(label(name, "label"))
    line.addWidget(box)
    return whole, box


def axis_text(axis: str) -> str:
    """What an axis is called."""
    return {
        "partner": translate("Budget", "Partner"),
        "category": translate("Budget", "Category"),
        "work_package": translate("Budget", "Work package"),
        "period": translate("Budget", "Period"),
    }[axis]
