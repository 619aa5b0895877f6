"""Chooses what an audit or a report is of: the portfolio or one project."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from collabdesk.domain.projects import Project
from collabdesk.usecases.listing import handle
from collabdesk.usecases.workspace import Workspace


def project_name(project: Project | None) -> str:
    """`TIDELINE – Autonomous observation …`: acronym (or code) and title."""
    if project is None:
        return ""
    name = project.acronym or project.code
    return f"{name} – {project.title}" if name and project.title else name or project.title


class SubjectField(QComboBox):
    """The portfolio first, then every project; typing finds by any part of the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setEditable(True)
        line = self.lineEdit()
        assert line is not None
        self._line = line
        self.setCompleter(completer)
        self._line.editingFinished.connect(self._settle)
        # The beginning of a long name says more than its end.
        self.currentIndexChanged.connect(lambda _: self._line.setCursorPosition(0))

    def fill(self, workspace: Workspace, project_id: int | None = None) -> None:
        """Offer what there is now, with one project chosen (None: the portfolio)."""
        self.clear()
        self.addItem(self.tr("The whole portfolio"), None)
        projects = [p for p in workspace.find("project") if isinstance(p, Project)]
        for project in sorted(projects, key=lambda p: project_name(p).casefold()):
            self.addItem(project_name(project), (project.id, handle(project)))
        self.choose(project_id)

    def choose(self, project_id: int | None) -> None:
        """Choose one project by its id, or the portfolio."""
        ids = [(self.itemData(n) or (None,))[0] for n in range(self.count())]
        self.setCurrentIndex(ids.index(project_id) if project_id in ids else 0)
        self._line.setCursorPosition(0)

    @property
    def project_code(self) -> str | None:
        """The chosen project's code; None for the portfolio."""
        data = self.currentData()
        return data[1] if data else None

    @property
    def project_id(self) -> int | None:
        """The chosen project's id; None for the portfolio."""
        data = self.currentData()
        return data[0] if data else None

    def _settle(self) -> None:
        # What was typed and is no entry goes back to the entry that is chosen.
        self.setEditText(self.itemText(self.currentIndex()))
        self._line.setCursorPosition(0)
