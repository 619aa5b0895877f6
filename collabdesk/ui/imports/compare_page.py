"""Step five: how the files compare with what is there, row by row, and what is done about each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.compare_figures import FiguresPanel
from collabdesk.ui.imports.compare_list import CompareList
from collabdesk.ui.imports.compare_plan import TICKED, Plan
from collabdesk.ui.imports.compare_row import RowPanel
from collabdesk.ui.imports.compare_rows import ComparedRows, Shown, gone_columns, row_columns
from collabdesk.ui.imports.compare_words import CLASSES, WORTH, class_text, meaning_text, none_text
from collabdesk.ui.imports.draft import Draft, TableKey
from collabdesk.ui.imports.totals import TotalsPanel
from collabdesk.ui.widgets import SegmentBar, TabBar, button, label, row
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases.comparison import Compared, GoneRecord, What

_LIST_SHARE, _PANEL_SHARE = 56, 44
_LIST_LEAST, _PANEL_LEAST = 360, 320
_ROW_WIDTH, _DECISION_WIDTH = 76, 116


class ComparePage(QWidget):
    """`decided` tells that the person accepts or leaves out something else now."""

    decided = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._compared: Compared | None = None
        self._key: TableKey | None = None
        self.classes = SegmentBar([(what.value, class_text(what, 0)) for what in CLASSES])
        self.classes.setAccessibleName(self.tr("What becomes of the rows"))
        self.classes.chosen.connect(lambda _: self._show_class())
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Table"))
        self.which.activated.connect(self._turn)
        self._which_label = label(self.tr("&Table"), "label")
        self._which_label.setBuddy(self.which)
        self.meaning = label("", "secondary", wrap=True)
        self.all = button(self.tr("Accept a&ll of these"), "", "quiet")
        self.none = button(self.tr("Accept &none of these"), "", "quiet")
        self.all.clicked.connect(lambda: self._take_all(True))
        self.none.clicked.connect(lambda: self._take_all(False))
        self._make_lists(desk)
        self._make_panels(desk)
        self._lay_out()

    @property
    def plan(self) -> Plan:
        assert self._draft is not None
        return self._draft.plan

    @property
    def what(self) -> What:
        """The class that is shown."""
        return What(self.classes.key)

    def show_draft(self, draft: Draft) -> None:
        """Show a comparison; another one begins with the class that is most worth a look."""
        is_new = draft is not self._draft or draft.plan.compared is not self._compared
        self._draft, self._compared = draft, draft.plan.compared
        if is_new:
            self._key = None
            self._fill_which(draft)
            first = next((what for what in WORTH if draft.plan.count(what)), What.ADDED)
            self.classes.choose(first.value)
        else:
            self._show_class()
        self.show_figures()

    def show_figures(self) -> None:
        """The figures were worked out."""
        if self._draft is not None:
            self.figures.show_plan(self.plan)

    def focus_list(self) -> None:
        """Begin in the list, where there is one."""
        (self.view if self.view.model().rowCount() else self.classes).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def view(self) -> CompareList:
        """The list that is shown."""
        return self.gone if self.what == What.GONE else self.rows

    def _make_lists(self, desk: Desk) -> None:
        self.row_model = ComparedRows(row_columns(), self._tick)
        self.gone_model = ComparedRows(gone_columns(lambda: self.plan), self._tick)
        self.rows = CompareList(self.row_model, desk.theme, self.tr("Rows of the file"), _ROW_WIDTH)
        name = self.tr("Records that the file has no more")
        self.gone = CompareList(self.gone_model, desk.theme, name, _DECISION_WIDTH)
        self.lists = QStackedWidget()
        for view in (self.rows, self.gone):
            self.lists.addWidget(view)
            view.chosen.connect(self._choose)
            view.ticked.connect(self._turn_ticks)
            view.opened.connect(lambda _: self._look_closer())

    def _make_panels(self, desk: Desk) -> None:
        self.row = RowPanel(desk)
        self.figures = FiguresPanel(desk.theme)
        self.totals = TotalsPanel()
        names = [
            ("row", self.tr("This &row")),
            ("figures", self.tr("Key fig&ures")),
            ("totals", self.tr("&Control totals")),
        ]
        self.tabs = TabBar(names)
        self.panels = QStackedWidget()
        for panel in (self.row, self.figures, self.totals):
            self.panels.addWidget(panel)
        self.tabs.chosen.connect(lambda key: self.panels.setCurrentIndex([k for k, _ in names].index(key)))
        every = QAction(self.tr("Accept or leave out"), self, shortcut=QKeySequence("Ctrl+Space"))
        every.triggered.connect(lambda: self._turn_ticks(list(self.view.selected_numbers())))
        self.addAction(every)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP_S)
        left.addWidget(self.meaning)
        left.addWidget(framed(self.lists), 1)
        left.addLayout(row(self.all, self.none, None))
        right.setSpacing(0)
        right.addWidget(self.tabs)
        right.addWidget(self.panels, 1)
        sizes = (_LIST_SHARE * 20, _PANEL_SHARE * 20)
        split = halves(left, right, least=(_LIST_LEAST, _PANEL_LEAST), sizes=sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        top = QHBoxLayout()
        top.setSpacing(GAP_S)
        top.addWidget(self.classes)
        top.addStretch(1)
        top.addWidget(self._which_label)
        top.addWidget(self.which)
        column.addLayout(top)
        column.addWidget(split, 1)

    def _fill_which(self, draft: Draft) -> None:
        self.which.clear()
        self.which.addItem(self.tr("All tables"), None)
        for key in draft.plan.tables():
            self.which.addItem(draft.name(key), key)
        several = self.which.count() > 2
        self.which.setVisible(several)
        self._which_label.setVisible(several)

    def _turn(self, number: int) -> None:
        self._key = self.which.itemData(number)
        self._show_class()

    def _show_class(self) -> None:
        if self._draft is None:
            return
        for what in CLASSES:
            self.classes.show_text(what.value, class_text(what, self.plan.count(what, self._key)))
        what = self.what
        view, model = (self.gone, self.gone_model) if what == What.GONE else (self.rows, self.row_model)
        self.lists.setCurrentWidget(view)
        view.set_placeholder(none_text(what))
        model.show_class(self._draft, what, self._key)
        count = model.rowCount()
        self.meaning.setText(meaning_text(what) if count else "")
        self.all.setText(self.tr("Remove a&ll of these") if what == What.GONE else self.tr("Accept a&ll of these"))
        self.none.setText(self.tr("&Keep all of these") if what == What.GONE else self.tr("Accept &none of these"))
        can_tick = bool(count) and (what in TICKED or what == What.GONE)
        self.all.setVisible(can_tick)
        self.none.setVisible(can_tick)
        self._show_totals()
        if count:
            view.selectRow(0)
        else:
            self.row.clear()

    def _show_totals(self) -> None:
        assert self._draft is not None
        self.totals.show_tables([(self._draft.name(k), self._draft.table(k)) for k in self.plan.tables(self._key)])

    def _choose(self, shown: Shown | None) -> None:
        if shown is not None and self._draft is not None:
            self.row.show_row(self._draft, shown)

    def _look_closer(self) -> None:
        """Enter in the list: to what changes in the row, or to the row in its sheet."""
        self.tabs.choose("row")
        if self.row.lines.isVisible():
            self.row.lines.setCurrentIndex(self.row.lines.lines.index(0))
            self.row.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.row.preview.isVisible():
            self.row.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, shown: Shown) -> bool | None:
        row_ = shown.row
        if isinstance(row_, GoneRecord):
            return None if row_.why_kept else self.plan.is_removed(row_)
        return self.plan.is_in(shown.key, row_.index) if row_.what in TICKED else None

    def _turn_ticks(self, numbers: list[int]) -> None:
        """All of them get what the first that can be ticked has not."""
        model = self.gone_model if self.what == What.GONE else self.row_model
        first = next((t for n in numbers if (t := self._tick(model.row(n))) is not None), None)
        if first is None:
            return
        by_table: dict[TableKey, list[int]] = {}
        for n in numbers:
            shown = model.row(n)
            if isinstance(shown.row, GoneRecord):
                self.plan.remove(shown.row, not first)
            else:
                by_table.setdefault(shown.key, []).append(shown.row.index)
        for key, indexes in by_table.items():
            (self.plan.leave_out if first else self.plan.let_in)(key, self.what, indexes)
        self._tell(model)

    def _take_all(self, is_taken: bool) -> None:
        """Accept all of the rows that are shown or none; of gone records, remove all or keep them."""
        compared = self.plan.compared
        assert compared is not None
        for key in self.plan.tables(self._key):
            table = compared.tables[key]
            if self.what == What.GONE:
                for gone in table.gone:
                    self.plan.remove(gone, is_taken)
            else:
                change = self.plan.let_in if is_taken else self.plan.leave_out
                change(key, self.what, table.places.get(self.what, ()))
        self._tell(self.gone_model if self.what == What.GONE else self.row_model)

    def _tell(self, model: ComparedRows) -> None:
        model.ticks_changed()
        self.show_figures()
        self.decided.emit()
