"""All partners in one table, and beside it those that may be one."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.partners import Partner
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.partners.doubles import Doubles
from collabdesk.ui.partners.merging import ask_to_merge
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import EmptyState, PageHeader, SegmentBar, button, primary, row

_TWO = 2


class PartnerList(QWidget):
    """`opened` carries the id of the chosen partner."""

    opened = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._projects: dict[int, int] = {}
        import_ = primary(self.tr("Import a spreadsheet"), "imports")
        import_.clicked.connect(lambda: desk.go("imports", choose=True))
        self._header = PageHeader(self.tr("Partners"), " ")
        self.segments = SegmentBar([("all", self.tr("All partners")), ("doubles", self.tr("Possible doubles"))])
        self.segments.chosen.connect(self._show_part)
        self._count_projects()
        self.new = button(self.tr("New partner"), "plus")
        self.new.clicked.connect(self.begin)
        self.merge = button(self.tr("&Merge…"), "link")
        self.merge.setToolTip(self.tr("Select two partners that are one (with Ctrl) and make them one"))
        self.merge.clicked.connect(self._ask_to_merge)
        self.panel = ListPanel(
            desk, "partner", self._columns(), search_hint=self.tr("Search partners"), also=("participation",),
            tools=[self.new, self.merge],
            placeholder=self.tr("No partner is recorded."),
        )  # fmt: skip
        self.panel.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.panel.table.selectionModel().selectionChanged.connect(self._offer_merge)
        self.panel.rows.modelReset.connect(self._offer_merge)
        self._offer_merge()
        self.panel.opened.connect(lambda chosen: self.opened.emit(chosen["id"]))
        self.doubles = Doubles(desk)
        self.doubles.opened.connect(self.opened)
        self.doubles.counted.connect(self._show_doubles)
        self._parts = QStackedWidget()
        self._parts.addWidget(self.panel)
        self._parts.addWidget(self.doubles)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        column.addWidget(self._header)
        column.addLayout(row(self.segments, None))
        column.addWidget(self._parts, 1)
        first = button(self.tr("New partner"), "plus")
        first.clicked.connect(self.begin)
        empty = EmptyState("partners", self.tr("No partners yet"), self.tr(
            "Partners come from the spreadsheets that your funders send: lists of beneficiaries, participants and"
            " contributions. Import one, and each organisation is listed here once. Or type one in."
        ), import_, first)  # fmt: skip
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        # Before the panel looks again, so that its rows are counted anew.
        desk.changed.connect(self._hear)
        self.panel.rows.modelReset.connect(self._refresh)
        self._refresh()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "name", width=0, tip=lambda p: p.get("name") or ""),
            Column(QT_TRANSLATE_NOOP("Columns", "Short name"), "short_name", width=130),
            Column(QT_TRANSLATE_NOOP("Columns", "Identifier"), "code", width=150, tone=lambda _: "secondary"),
            Column(QT_TRANSLATE_NOOP("Columns", "Country"), "country", width=110),
            Column(QT_TRANSLATE_NOOP("Columns", "Kind"), "kind", width=150, tone=lambda _: "secondary"),
            Column(QT_TRANSLATE_NOOP("Columns", "Projects"), self._projects_of, show=number_text, kind="number",
                   width=96),
        )  # fmt: skip

    def _projects_of(self, partner: Row) -> int:
        return self._projects.get(partner["id"], 0)

    def _count_projects(self) -> None:
        there = self._desk.workspace.kept_columns("participation", ("partner_id", "project_id"))
        pairs = set(zip(there["partner_id"], there["project_id"], strict=True))  # two roles in one project are one
        self._projects = Counter(partner for partner, project in pairs if project is not None)

    def begin(self) -> None:
        """Ask for a new partner and open it."""
        from collabdesk.ui.partners.new_partner import new_partner

        dialog = new_partner(self._desk, self)
        dialog.begun.connect(self.opened)
        dialog.open()

    def choose(self, key: str) -> None:
        """Show a part as if it had been clicked."""
        self.segments.choose(key)

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.choose("all")
        self.panel.search.setFocus()
        self.panel.search.selectAll()

    def _offer_merge(self, *_: object) -> None:
        self.merge.setEnabled(len(self.panel.table.selectionModel().selectedRows()) == _TWO)

    def _ask_to_merge(self) -> None:
        workspace = self._desk.workspace
        found = [workspace.get("partner", chosen["id"]) for chosen in self.panel.table.selected_rows()]
        two = [one for one in found if isinstance(one, Partner)]
        if len(two) == _TWO:
            ask_to_merge(self._desk, two[0], two[1], self)

    def _show_part(self, key: str) -> None:
        self._parts.setCurrentWidget(self.panel if key == "all" else self.doubles)

    def _show_doubles(self, count: int) -> None:
        text = self.tr("Possible doubles")
        self.segments.show_text("doubles", f"{text} ({number_text(count)})" if count else text)

    def _hear(self, change: Any) -> None:
        if "participation" in change.nouns:
            self._count_projects()

    def _refresh(self) -> None:
        count = self._desk.workspace.count("partner")
        self._pages.setCurrentIndex(0 if count else 1)
        countries = {str(c).casefold() for c in self._desk.workspace.stated("partner", "country") if c}
        text = QCoreApplication.translate("PartnerList", "{n} organisations in {countries} countries")
        if count == 1:
            text = QCoreApplication.translate("PartnerList", "1 organisation")
        elif len(countries) <= 1:
            text = QCoreApplication.translate("PartnerList", "{n} organisations")
        said = text.format(n=number_text(count), countries=number_text(len(countries)))
        self._header.show_texts(self.tr("Partners"), said)
