"""The room of partners: the list with its possible doubles, and the page of the one that was opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.partners.list import PartnerList


class PartnersRoom(QStackedWidget):
    """`enter(partner_id=3)` opens one partner, `enter(doubles=True)` those that may be one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = PartnerList(desk)
        self.list.opened.connect(self.open)
        self.addWidget(self.list)

    def enter(self, partner_id: int | None = None, *, doubles: bool = False, **_: Any) -> None:
        if partner_id is not None:
            self.open(partner_id)
        elif doubles:
            self.back()
            self.list.choose("doubles")

    def open(self, partner_id: int) -> None:
        """Show one partner's page."""
        from collabdesk.ui.partners.page import PartnerPage

        self._drop_page()
        page = PartnerPage(self._desk, partner_id)
        page.left.connect(self.back)
        self.addWidget(page)
        self.setCurrentWidget(page)

    def back(self) -> None:
        """From a partner to the list."""
        self.setCurrentWidget(self.list)
        self._drop_page()
        self.list.panel.table.setFocus()

    def search(self) -> None:
        """Put the cursor into the list's search field."""
        self.back()
        self.list.search()

    def _drop_page(self) -> None:
        while (page := self.widget(1)) is not None:
            self.removeWidget(page)
            page.deleteLater()
