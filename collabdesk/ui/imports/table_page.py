"""Step three: one table's columns, problems and control totals beside its sheet, each changeable by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.places import column_number
from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports import problems
from collabdesk.ui.imports.columns_view import ColumnsView
from collabdesk.ui.imports.draft import Choices, Draft, TableKey, header_key
from collabdesk.ui.imports.preview import SheetPreview
from collabdesk.ui.imports.reading import ReadingBar
from collabdesk.ui.imports.sheet_tones import place_of
from collabdesk.ui.imports.totals import TotalsPanel
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import FormField, TabBar, label, row
from collabdesk.usecases.staged import StagedColumn, StagedTable

_LEFT_SHARE, _RIGHT_SHARE, _LEFT_LEAST = 54, 46, 440


class TablePage(QWidget):
    """`decided(key, choices)` asks for a new look; `turned(key)` tells that another table is shown."""

    decided = Signal(tuple, object)
    turned = Signal(tuple)

    def __init__(self, desk: Desk, fields: Sequence[str], kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._key: TableKey = (0, 0)
        self.which = QComboBox()
        self.which.setMinimumWidth(260)
        self.which.activated.connect(lambda n: self.turned.emit(self.which.itemData(n)))
        self._which_field = FormField(self.tr("&Table"), self.which)
        self.reading = ReadingBar(kinds)
        self.reading.decided.connect(self._decide)
        self.preview = SheetPreview(desk.theme)
        self._make_panels(desk, fields)
        self._lay_out()

    def show_table(self, draft: Draft, key: TableKey, *, is_new_look: bool = False) -> None:
        """Show one table; after a new look the sheet stays where it is."""
        table = draft.table(key)
        self._draft, self._key = draft, key
        self._fill_which(draft, key)
        self.reading.show_table(table, draft.choices.get(key, Choices()))
        self.preview.show_table(table, keep_texts=is_new_look)
        self.columns.show_columns(table.columns)
        self.problem_rows.show(problems.sorted_problems(table.problems))
        self.whole_text.setText("")
        self.totals.show_table(table)
        self._name_tabs(table)
        if not is_new_look:
            self.tabs.choose("columns")

    @property
    def key(self) -> TableKey:
        return self._key

    def _make_panels(self, desk: Desk, fields: Sequence[str]) -> None:
        self.columns = ColumnsView(desk.theme, fields)
        self.columns.changed.connect(self._map)
        self.columns.pointed.connect(self._show_column)
        self.problem_rows = MemoryRows(problems.COLUMNS)
        self.problems = TableView(
            self.problem_rows, desk.theme, placeholder=self.tr("No problems: every cell could be read.")
        )
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.chosen.connect(self._jump)
        self.problems.opened.connect(self._jump)
        self.totals = TotalsPanel()
        self.preview.pointed.connect(self._follow)
        self.tabs = TabBar([("columns", ""), ("problems", ""), ("totals", self.tr("Control totals"))])
        self.panels = QStackedWidget()
        self.whole_text = label("", "secondary", wrap=True)
        self.whole_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP_S)
        inside.addWidget(self.problems, 1)
        inside.addWidget(self.whole_text)
        for panel in (self.columns, listed, self.totals):
            self.panels.addWidget(panel)
        self.tabs.chosen.connect(lambda key: self.panels.setCurrentIndex(("columns", "problems", "totals").index(key)))

    def _lay_out(self) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, GAP_M, 0)
        inner.setSpacing(0)
        inner.addWidget(self.tabs)
        inner.addWidget(self.panels, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GAP_M, 0, 0, 0)
        beside.addWidget(self.preview)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        left.setMinimumWidth(_LEFT_LEAST)
        split.setStretchFactor(0, _LEFT_SHARE)
        split.setStretchFactor(1, _RIGHT_SHARE)
        split.setSizes([_LEFT_SHARE * 20, _RIGHT_SHARE * 20])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(self._which_field, self.reading, None, gap=GAP_S))
        column.addWidget(split, 1)

    def _fill_which(self, draft: Draft, key: TableKey) -> None:
        self.which.clear()
        for other, _ in draft.tables():
            name, file = draft.name(other), draft.file_name(other)
            self.which.addItem(name if name == file else f"{name}  –  {file}", other)
        self.which.setCurrentIndex([self.which.itemData(n) for n in range(self.which.count())].index(key))
        self._which_field.setVisible(self.which.count() > 1)

    def _name_tabs(self, table: StagedTable) -> None:
        mapped = f"{len(table.mapped)} / {len(table.columns)}"
        self.tabs.show_text("columns", self.tr("Columns {count}").format(count=mapped))
        count = number_text(len(table.problems))
        self.tabs.show_text("problems", self.tr("Problems {count}").format(count=count))

    def _choices(self) -> Choices:
        assert self._draft is not None
        return self._draft.choices.get(self._key, Choices())

    def _decide(self, choices: Choices) -> None:
        self.decided.emit(self._key, choices)

    def _map(self, column: StagedColumn, field: str) -> None:
        self._decide(self._choices().with_field(header_key(column), field))

    def _show_column(self, column: StagedColumn) -> None:
        if column.place.row is None and column.place.column is not None:
            self.preview.show_column(column.place.column)
        elif (place := place_of(column.letter)) is not None:
            self.preview.go_to(*place)
        else:
            self.preview.show_column(column_number(column.letter))

    def _follow(self, _row: int, sheet_column: int) -> None:
        # The list follows the sheet silently: answering would move the sheet away from the cell.
        with QSignalBlocker(self.columns):
            self.columns.go_to(sheet_column)

    def _jump(self, problem: object) -> None:
        self.whole_text.setText(getattr(problem, "text", ""))
        place = place_of(getattr(problem, "cell", "") or "")
        if place is not None:
            self.preview.go_to(*place)
