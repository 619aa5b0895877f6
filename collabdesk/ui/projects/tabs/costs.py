"""The tab 'costs' of a project's page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.tab import Tab


def _build(desk: Desk, project: Project) -> QWidget:
    from collabdesk.ui.projects.costs.parts import Costs

    return Costs(desk, project)


TAB = Tab("costs", QT_TRANSLATE_NOOP("Tabs", "Costs"), 45, _build)
