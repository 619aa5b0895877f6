"""Asks for what a new partner must have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.entry.begin import Asked, BeginDialog

translate = QCoreApplication.translate


def new_partner(desk: Desk, parent: QWidget) -> BeginDialog:
    """The dialog; its `begun` carries the id of the partner."""
    asked = (
        Asked("name", translate("NewPartner", "&Name"), "", translate("NewPartner", "Give its name.")),
        Asked("short_name", translate("NewPartner", "&Short name")),
        Asked("country", translate("NewPartner", "&Country"), translate("NewPartner", "Two letters, as NO")),
        Asked("code", translate("NewPartner", "&Identifier"), translate("NewPartner", "PIC, UEI, ROR or another")),
    )
    return BeginDialog(
        desk,
        "partner",
        translate("NewPartner", "New partner"),
        asked,
        translate("NewPartner", "Add the partner"),
        parent,
    )
