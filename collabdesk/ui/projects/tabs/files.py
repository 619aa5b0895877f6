"""The tab 'files and history' of a project's page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.tab import Tab


def _build(desk: Desk, project: Project) -> QWidget:
    from collabdesk.ui.projects.parts.files import FilesAndHistory

    return FilesAndHistory(desk, project)


TAB = Tab("files", QT_TRANSLATE_NOOP("Tabs", "Files"), 90, _build)
