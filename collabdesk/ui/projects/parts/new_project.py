"""Asks for what a new project must have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.entry.begin import Asked, BeginDialog

translate = QCoreApplication.translate


def new_project(desk: Desk, parent: QWidget) -> BeginDialog:
    """The dialog; its `begun` carries the id of the project."""
    asked = (
        Asked(
            "code",
            translate("NewProject", "&Number"),
            translate("NewProject", "As the funder writes it; no two have the same"),
            translate("NewProject", "Give its number."),
        ),
        Asked("acronym", translate("NewProject", "&Acronym")),
        Asked("title", translate("NewProject", "&Title")),
        Asked(
            "currency",
            translate("NewProject", "C&urrency"),
            translate("NewProject", "Three letters, as EUR"),
            translate("NewProject", "Give the currency of its amounts."),
        ),
        Asked("start", translate("NewProject", "&Start")),
        Asked("end", translate("NewProject", "&End")),
    )
    return BeginDialog(
        desk,
        "project",
        translate("NewProject", "New project"),
        asked,
        translate("NewProject", "Begin the project"),
        parent,
    )
