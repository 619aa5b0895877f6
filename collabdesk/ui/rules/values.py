"""A pack's values in a table, and below it the chosen one in full: its source, its dates, its note."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.pack_values import title_of
from collabdesk.domain.packs import Pack, PackValue
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.rules.columns import dates_text, value_text, values
from collabdesk.ui.table import TableView
from collabdesk.ui.widgets import label
from collabdesk.ui.widgets.framed import framed


class ValuesTable(QWidget):
    """`show_pack` fills it."""

    def __init__(self, desk: Desk, pack: Pack) -> None:
        super().__init__()
        self._pack = pack
        self.rows = MemoryRows(values(lambda: self._pack))
        self.rows.setParent(self)
        self.table = TableView(self.rows, desk.theme, placeholder=self.tr("This pack has no values."))
        self.table.setAccessibleName(self.tr("Values of the rule pack"))
        self.table.chosen.connect(self._tell)
        self.said = label("", "secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(framed(self.table), 1)
        column.addWidget(self.said)
        self.show_pack(pack)

    def show_pack(self, pack: Pack) -> None:
        """Show the values of a pack; the first is told in full."""
        self._pack = pack
        found = list(pack.values.values())
        self.rows.show(found)
        self._tell(found[0] if found else None)

    def _tell(self, value: PackValue | None) -> None:
        if value is None:
            self.said.setText("")
            return
        said = QCoreApplication.translate("Rules", "{title}: {value} (awards: {dates}). Source: {source}.").format(
            title=title_of(value.name), value=value_text(value, self._pack.currency),
            dates=dates_text(value.since, value.until), source=value.source.rstrip("."),
        )  # fmt: skip
        note = f" {value.note[0].upper()}{value.note[1:].rstrip('.')}." if value.note else ""
        self.said.setText(said + note)
