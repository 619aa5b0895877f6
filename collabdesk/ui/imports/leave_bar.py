"""Asks before an import is left in which the person has chosen something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.widgets.confirm import ConfirmBar


class LeaveBar(ConfirmBar):
    """One question, and only where there is something to lose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.no.setText(self.tr("&Stay"))

    def ask_to_leave(self, draft: Draft | None, leave: Callable[[], None]) -> None:
        """Call `leave` at once, or once the person agrees to lose what was chosen."""
        if draft is None or not draft.is_decided:
            leave()
            return
        question = self.tr("Leave this import? Nothing has been kept, and what you chose for it is lost.")
        self.ask(question, self.tr("&Leave"), leave)
