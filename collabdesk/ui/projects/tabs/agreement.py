"""The tab 'agreement' of a project's page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.tab import Tab


def _build(desk: Desk, project: Project) -> QWidget:
    from collabdesk.ui.projects.agreement.page import Agreement

    return Agreement(desk, project)


TAB = Tab("agreement", QT_TRANSLATE_NOOP("Tabs", "Agreement"), 85, _build)
