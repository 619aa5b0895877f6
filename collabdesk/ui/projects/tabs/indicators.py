"""The tab 'indicators' of a project's page: what was to be reached, and what may come in the way."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.tab import Tab


def _build(desk: Desk, project: Project) -> QWidget:
    from collabdesk.ui.projects.parts.indicators import IndicatorsAndRisks

    return IndicatorsAndRisks(desk, project)


TAB = Tab("indicators", QT_TRANSLATE_NOOP("Tabs", "Indicators"), 68, _build)
