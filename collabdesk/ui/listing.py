"""A list of the workspace as a panel: search, count and table, looking again when its records change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, in_one_currency
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import PagedRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import SearchField, icon_button, label
from collabdesk.ui.widgets.wrapping import WrappingRow


class ListPanel(QWidget):
    """`opened` carries the row that was chosen; edits are passed on as `edited(row, field, value)`."""

    opened = Signal(object)
    chosen = Signal(object)
    edited = Signal(object, str, object)

    def __init__(
        self,
        desk: Desk,
        list_name: str,
        columns: Sequence[Column],
        *,
        where: Mapping[str, object] | None = None,
        search_hint: str = "",
        placeholder: str = "",
        tools: Sequence[QWidget] = (),
        also: Sequence[str] = ("project", "partner"),
    ) -> None:
        """`tools` stand right of the search field; `also` names the nouns whose fields the list joins."""
        super().__init__()
        self._desk = desk
        self._nouns = {list_name, *also}
        self._placeholder = placeholder
        self._is_stale = False
        self.rows = self._make_rows(list_name, columns)
        self.rows.setParent(self)
        self.rows.edited.connect(self.edited)
        self.rows.mistyped.connect(desk.fail)
        self.table = self._make_table()
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self.chosen)
        self.search = SearchField(search_hint or self.tr("Search this list"))
        self.search.searched.connect(self._search)
        self._count = label("", "muted")
        self._list = list_name
        self.export = icon_button("save", self.tr("Save this list as a workbook or as CSV…"))
        self.export.clicked.connect(lambda _: self._ask_file())
        self._lay_out(tools)
        desk.changed.connect(self._hear)
        self.look(where or {})

    def _make_rows(self, list_name: str, columns: Sequence[Column]) -> PagedRows:
        return PagedRows(self._desk.workspace, list_name, columns)

    def _make_table(self) -> TableView:
        return TableView(self.rows, self._desk.theme, placeholder=self._placeholder)

    def _lay_out(self, tools: Sequence[QWidget]) -> None:
        frame = QFrame()
        frame.setProperty("framed", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(WrappingRow([self.search, *tools], [self._count, self.export]))
        column.addWidget(frame, 1)

    def look(self, where: Mapping[str, object]) -> None:
        """Show the records that match."""
        self.rows.look(where)
        self._show_count()

    def again(self) -> None:
        """Look again with the same filter."""
        self.rows.look()
        self._show_count()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbooks") + " (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx"))
        dialog.selectFile(self._list)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write what the list shows, in its order, with every field of its records."""
        workspace, noun, ids = self._desk.workspace, self._list, list(self.rows.ids)

        def work(*_: Any) -> int:
            from collabdesk.usecases.listing_files import write_list  # in the worker: it imports what writes workbooks

            return write_list(workspace, noun, path, ids)

        self._desk.tasks.run(
            self.tr("Save {file}").format(file=path.name), work, owner=self,
            done=lambda _: self._desk.tell(self.tr("Saved as {file}").format(file=path.name)),
        )  # fmt: skip

    def _search(self, text: str) -> None:
        self.rows.look(search=text)
        self.table.set_placeholder(
            self.tr("Nothing matches “{text}”.").format(text=text) if text else self._placeholder
        )
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.rows.ids)
        self._count.setText(self.tr("1 entry") if count == 1 else self.tr("{n} entries").format(n=number_text(count)))

    def _can_look(self) -> bool:
        return self.isVisible()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if not self._nouns & change.nouns:
            return
        if self._can_look():
            self.again()
        else:
            self._is_stale = True

    def showEvent(self, event: Any) -> None:
        # A hidden list waits: an import must not make every list of the program look at once.
        if self._is_stale:
            self._is_stale = False
            self.again()
        super().showEvent(event)


def filled(desk: Desk, noun: str, columns: Sequence[Column], where: Mapping[str, object]) -> list[Column]:
    """The columns that hold a number in some record, and all of other kinds; a single currency goes to the heading."""
    numbers = [str(c.value) for c in columns if c.kind == "number" and isinstance(c.value, str)]
    counts: dict[str, int] = dict.fromkeys(numbers, 0)
    for part in desk.workspace.sums(noun, numbers, where=where):
        counts |= {name: part.counts[name] for name in numbers}
    shown = [c for c in columns if c.kind != "number" or not isinstance(c.value, str) or counts[c.value]]
    if not any(c.is_money for c in shown):
        return shown
    currencies = desk.workspace.sums(noun, (), by=("currency",), where=where)
    return in_one_currency(shown, (part.key[0] for part in currencies))
