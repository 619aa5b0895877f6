"""The day as of which a part of a project is looked at; today until the person says another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.widgets import label, row
from collabdesk.ui.widgets.day import DayField


class AsOf(QWidget):
    """A day field with its name before it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = QCoreApplication.translate("AsOf", "As of")
        said = label(name, "label")
        self.field = DayField()
        self.field.setAccessibleName(name)
        said.setBuddy(self.field)
        self.field.dateChanged.connect(lambda _: self.changed.emit())
        inner = row(said, GAP_S, self.field)
        inner.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inner)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.field.day
