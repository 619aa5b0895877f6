"""The readings of progress: how much of a work package, or of the project, was done on a day."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui import entry
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import label

translate = QCoreApplication.translate
COLUMNS = (
    entry.day(QT_TRANSLATE_NOOP("Columns", "Day"), "day", width=130),
    entry.reference("work_package", QT_TRANSLATE_NOOP("Columns", "Work package"), width=220),
    entry.percent(QT_TRANSLATE_NOOP("Columns", "Done"), "done", width=110),
    entry.words(QT_TRANSLATE_NOOP("Columns", "Note"), "note", width=0),
)


class Readings(QWidget):
    """Typed as in a spreadsheet; a line without a work package is a reading of the project as a whole."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self.panel = entry.EntryPanel(
            desk, "progress", COLUMNS, where={"project_id": project.id}, called=translate("Value", "readings"),
            search_hint=self.tr("Search readings"), also=(),
            placeholder=self.tr("No progress is read yet. Type the first reading here."),
        )  # fmt: skip
        hint = label(
            self.tr("A reading holds until the next one. Without a work package it is one of the whole project. "
                    "100 % says that it is finished."),
            "secondary", wrap=True,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(hint)
        column.addWidget(self.panel, 1)

    @property
    def search(self) -> QWidget:
        """The field to search by."""
        return self.panel.search
