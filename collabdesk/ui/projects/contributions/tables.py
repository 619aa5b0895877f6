"""Tables over contributions: what each partner pledged and brought, and members' years of assessed contributions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.contributions.columns import BY_PARTNER, YEARS
from collabdesk.ui.projects.parts.read_table import ReadTable
from collabdesk.usecases.contributions.looking import View


class ByPartner(ReadTable):
    """What each partner pledged, was called for, brought, and is short of or late with."""

    def __init__(self, desk: Desk) -> None:
        empty = QCoreApplication.translate("Contributions", "No contributions are recorded.")
        super().__init__(desk, BY_PARTNER, empty)

    def show_view(self, found: View) -> None:
        """Show the partners of a view."""
        self.show_rows(found.partners)
        self.say(found.problems_of("pledges", "credits"))


class Years(ReadTable):
    """Members' years: share, assessed, received, in arrears."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, YEARS, QCoreApplication.translate("Contributions", "Nothing is assessed yet."))

    def show_view(self, found: View) -> None:
        """Show the years of a view."""
        self.show_rows(found.years)
        self.say(found.problems_of("assessments"))
