"""The pages of an import: one for each step, and the one at which the comparison is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.compare_page import ComparePage
from collabdesk.ui.imports.draft import Draft, TableKey
from collabdesk.ui.imports.names_page import NamesPage
from collabdesk.ui.imports.next_step import COLUMNS, COMPARE, DONE, NAMES, TABLES
from collabdesk.ui.imports.outcome import OutcomePage
from collabdesk.ui.imports.table_page import TablePage
from collabdesk.ui.imports.tables_page import TablesPage
from collabdesk.ui.imports.waiting import WaitingPage
from collabdesk.usecases import mappings, profiles


class WizardPages(QStackedWidget):
    """Fills the page of a step from the draft, shows it and puts the focus where work begins."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tables = TablesPage()
        self.table = TablePage(desk, mappings.field_names(), mappings.kind_names())
        self.names = NamesPage(desk)
        self.compare = ComparePage(desk)
        self.outcome = OutcomePage(desk)
        self.waiting = WaitingPage()
        self._by_step: dict[str, QWidget] = {
            TABLES: self.tables, COLUMNS: self.table, NAMES: self.names, COMPARE: self.compare, DONE: self.outcome,
        }  # fmt: skip
        for page in (*self._by_step.values(), self.waiting):
            self.addWidget(page)

    def fill(self, step: str, draft: Draft) -> None:
        """Show the page of a step as the draft is now; the columns are filled by the table that is opened."""
        if step == TABLES:
            self.tables.show_draft(draft, profiles.offers(self._desk.workspace, draft.staged))
        elif step == NAMES:
            self.names.show_draft(draft)
        elif step == COMPARE:
            self.compare.show_draft(draft)
        self.setCurrentWidget(self._by_step[step])

    def open_table(self, draft: Draft, key: TableKey, *, is_new_look: bool = False) -> None:
        """Fill the page of the columns with one table."""
        self.table.show_table(draft, key, is_new_look=is_new_look)

    def wait(self) -> None:
        """Show that the comparison is waited for."""
        self.waiting.begin(self.tr("Comparing with what is there"))
        self.setCurrentWidget(self.waiting)

    def focus(self, step: str, foot: Sequence[QWidget], on: QWidget) -> None:
        """Begin where the work of a step is: in its list, or at `on` of the `foot` where there is only to go on."""
        if step == NAMES:
            self.names.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif step == COMPARE:
            self.compare.focus_list()
        elif step == COLUMNS:
            self.table.columns.setFocus()
        elif step == TABLES:
            # Made anew for each file, the tables would come after the foot when Tab walks the page.
            for one, other in pairwise([*self.tables.controls(), *foot]):
                QWidget.setTabOrder(one, other)
            on.setFocus()
