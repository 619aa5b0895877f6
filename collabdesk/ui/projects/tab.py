"""A tab of a project's page: its title, its place in the row, and what builds it when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collabdesk.domain.projects import Project
    from collabdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Tab:
    """`title` is marked with QT_TRANSLATE_NOOP("Tabs", …). `build` imports and makes the widget, so that a page opens
    with one tab's cost only. The widget may offer `search()`.
    """

    key: str
    title: object
    order: int
    build: Callable[[Desk, Project], QWidget]
