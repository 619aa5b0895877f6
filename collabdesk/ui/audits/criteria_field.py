"""The field in which an audit's criteria set is chosen, with the way to look at the sets and to load one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from collabdesk.ui.audits.criteria_dialog import CriteriaDialog
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import button, label, row
from collabdesk.usecases import criteria


class CriteriaField(QWidget):
    """`key` is the set's; `changed` says that another one was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box = QComboBox()
        self.setFocusProxy(self.box)
        self.look = button(self.tr("Look at them…"))
        self.look.setToolTip(self.tr("See what each set asks; load one of your own or hand one on"))
        self.look.clicked.connect(lambda _: self.open())
        self._source = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        line = row(self.box, self.look)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self._source)
        self.box.currentIndexChanged.connect(lambda _: self._tell())
        desk.changed.connect(self._hear)
        self._fill(criteria.USUAL)

    @property
    def key(self) -> str:
        """The chosen set's."""
        choice = self.box.currentData()
        return choice.key if choice is not None else criteria.USUAL

    def choose(self, key: str) -> None:
        """Take this set."""
        place = next((i for i in range(self.box.count()) if self.box.itemData(i).key == key), 0)
        self.box.setCurrentIndex(place)

    def open(self) -> CriteriaDialog:
        """Show the sets; the one that is used there is chosen here."""
        dialog = CriteriaDialog(self._desk, self.key, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.choose)
        dialog.open()
        return dialog

    def _fill(self, key: str) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        for choice in criteria.choices(self._desk.workspace):
            self.box.addItem(str(choice.title), choice)
        self.choose(key)
        self.box.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        choice = self.box.currentData()
        if choice is not None:
            text = self.tr("{source}. Version {version}.")
            self._source.setText(text.format(source=choice.source, version=choice.version))
        self.changed.emit()

    def _hear(self, change: Any) -> None:
        if "criteria_set" in change.nouns:
            self._fill(self.key)
