"""Step three: one table's columns, problems and control totals beside its sheet, each changeable by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.places import column_number
from collabdesk.ui.design.scale import GAP_M, GAP_S, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.columns_panel import ColumnsPanel
from collabdesk.ui.imports.draft import Choices, Draft, header_key
from collabdesk.ui.imports.dragging import Carried, column_mime, drag
from collabdesk.ui.imports.field_palette import FieldPalette
from collabdesk.ui.imports.preview import SheetPreview
from collabdesk.ui.imports.problems_panel import ProblemsPanel
from collabdesk.ui.imports.profile_notice import ProfileNotice
from collabdesk.ui.imports.question_bar import QuestionBar
from collabdesk.ui.imports.questions import questions_of
from collabdesk.ui.imports.reading import ReadingBar
from collabdesk.ui.imports.rechecked import changes_text
from collabdesk.ui.imports.sheet_reading import SheetReading
from collabdesk.ui.imports.sheet_tones import place_of
from collabdesk.ui.imports.totals import TotalsPanel
from collabdesk.ui.imports.words import field_text
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import ElidedLabel, FormField, TabBar, icon_button, row
from collabdesk.usecases import profiles
from collabdesk.usecases.decisions import TableKey
from collabdesk.usecases.staged import StagedColumn, StagedTable

_TABS = ("columns", "problems", "totals")
_SHARES = (52, 18, 48)
_LEAST = (300, 168, 200)


class TablePage(QWidget):
    """`decided(key, choices)` asks for a new look; `turned(key)` tells that another table is shown.

    `notices` is a place above the columns for what is to be said about the table shown.
    """

    decided = Signal(tuple, object)
    turned = Signal(tuple)

    def __init__(self, desk: Desk, fields: Sequence[str], kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Draft | None = None
        self._key: TableKey = (0, 0)
        self._shown: StagedTable | None = None
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(14)
        self.which.activated.connect(lambda n: self.turned.emit(self.which.itemData(n)))
        self._which_field = FormField(self.tr("&Table"), self.which)
        self.reading = ReadingBar(kinds)
        self.profile = ProfileNotice()
        self.question = QuestionBar(self)
        self.carried = Carried(self)
        self.panel = ColumnsPanel(desk.theme, fields, self.carried)
        self.columns = self.panel.view
        self.palette_ = FieldPalette(desk.theme, fields, self.carried)
        self.problem_list = ProblemsPanel(desk.theme)
        self.problems, self.problem_rows = self.problem_list.view, self.problem_list.rows
        self.totals = TotalsPanel()
        self.preview = SheetPreview(desk.theme)
        self.sheet = SheetReading(desk, self)
        self.fields = icon_button("columns", self.tr("Show the fields, to drag them onto columns (Alt+S)"))
        self.fields.setCheckable(True)
        self.fields.setShortcut(QKeySequence("Alt+S"))
        self.fields.setAccessibleName(self.tr("Fields to drag"))
        self.said = ElidedLabel("", "small")
        self._connect()
        self._lay_out()
        self._make_keys()

    def show_table(self, draft: Draft, key: TableKey, *, is_new_look: bool = False) -> None:
        """Show one table; after a new look the sheet stays where it is, and what has changed is said."""
        table = draft.table(key)
        is_same = is_new_look and draft is self._draft and key == self._key
        self.said.setText(changes_text(self._shown, table) if is_same and self._shown is not None else "")
        self._draft, self._key, self._shown = draft, key, table
        self.profile.show_offer(profiles.offer_for(self._desk.workspace, table))
        self._fill_which(draft, key)
        self.reading.show_table(table, draft.choices.get(key, Choices()))
        self.question.show_questions(questions_of(table))
        is_other_sheet = self.sheet.turn_to(draft, key)
        self.preview.show_table(table, keep_texts=not is_other_sheet, is_same=is_same)
        self.panel.show_table(table, is_same=is_same)
        used = _letters(table)
        self.columns.chooser.show_used(used)
        self.palette_.show_used(used)
        self.problem_list.show_problems(table.problems)
        self.totals.show_table(table)
        self._name_tabs(table)
        if not is_new_look:
            self.tabs.choose("columns")

    def stop_checking(self) -> None:
        """A new look was given up: what is shown holds."""
        self.said.setText("")

    def search(self) -> None:
        """Put the cursor into the search of the columns, where they are many."""
        self.tabs.choose("columns")
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def key(self) -> TableKey:
        return self._key

    def _connect(self) -> None:
        self.reading.decided.connect(self._decide)
        self.profile.used.connect(lambda offer: self._decide(self._choices().with_profile(offer)))
        self.profile.unused.connect(lambda: self._decide(self._choices().with_profile(None)))
        self.question.answered.connect(self._answer)
        self.question.pointed.connect(self.preview.go_to)
        self.columns.changed.connect(self._map)
        self.columns.pointed.connect(self._show_column)
        self.columns.chooser.chosen.connect(lambda _: self.columns.setFocus())
        self.carried.landed.connect(self._land)
        self.carried.changed.connect(self._tell_carried)
        self.palette_.left.connect(self.columns.setFocus)
        self.fields.toggled.connect(self._show_palette)
        self.problem_list.pointed.connect(self.preview.go_to)
        self.problem_list.opened.connect(self._go_to_cell)
        self.sheet.arrived.connect(self.preview.take)
        self.preview.wanted.connect(self.sheet.ask)
        self.preview.pointed.connect(self._follow)
        view = self.preview.view
        view.dropped.connect(self._drop)
        view.chosen.connect(self._choose_at)
        view.left_out.connect(lambda r, c: self._at(r, c, lambda column: self._map(column, "")))
        view.picked.connect(lambda r, c: self._at(r, c, self._pick))
        view.across.dropped.connect(lambda section, field: self._drop(0, section + 1, field))
        view.down.dropped.connect(lambda section, field: self._drop(section + 1, 0, field))
        view.across.dragged.connect(lambda section: self._at(0, section + 1, self._drag))
        view.down.dragged.connect(lambda section: self._at(section + 1, 0, self._drag))

    def _lay_out(self) -> None:
        self.tabs = TabBar([(key, "") for key in _TABS])
        self.panels = QStackedWidget()
        for panel in (self.panel, self.problem_list, self.totals):
            self.panels.addWidget(panel)
        self.tabs.chosen.connect(lambda key: self.panels.setCurrentIndex(_TABS.index(key)))
        left, right, middle = QWidget(), QWidget(), QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, GAP_S, 0)
        inner.setSpacing(0)
        head = row(gap=GAP_S)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.fields)
        inner.addLayout(head)
        inner.addWidget(self.panels, 1)
        self.said.setFixedHeight(20)
        inner.addWidget(self.said)
        for ground, widget in ((middle, self.palette_), (right, self.preview)):
            beside = QVBoxLayout(ground)
            beside.setContentsMargins(GAP_S, 0, GAP_S if ground is middle else 0, 0)
            beside.addWidget(widget)
        self._palette_ground = middle
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for number, part in enumerate((left, middle, right)):
            part.setMinimumWidth(_LEAST[number])
            self.split.addWidget(part)
            self.split.setStretchFactor(number, _SHARES[number])
        self.split.setSizes([share * 20 for share in _SHARES])
        middle.hide()
        self.notices = QVBoxLayout()
        self.notices.setSpacing(GAP_XS)
        self.notices.addWidget(self.profile)
        self.notices.addWidget(self.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addLayout(row(self._which_field, self.reading, None, gap=GAP_S))
        column.addLayout(self.notices)
        column.addWidget(self.split, 1)

    def _make_keys(self) -> None:
        asked = (self.question.show_cell, self.question.all, *self.question.answers)
        for one, other in zip((self.reading.date_order, *asked), asked, strict=False):
            QWidget.setTabOrder(one, other)
        for keys, act in (
            ("F8", lambda: self.preview.step(1)),
            ("Shift+F8", lambda: self.preview.step(-1)),
            ("Ctrl+G", self.preview.ask_place),
        ):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    def _fill_which(self, draft: Draft, key: TableKey) -> None:
        self.which.clear()
        for other, _ in draft.tables():
            name, file = draft.name(other), draft.file_name(other)
            self.which.addItem(name if name == file else f"{name}  –  {file}", other)
        self.which.setCurrentIndex([self.which.itemData(n) for n in range(self.which.count())].index(key))
        self.which.setToolTip(self.which.currentText())
        self._which_field.setVisible(self.which.count() > 1)

    def _name_tabs(self, table: StagedTable) -> None:
        mapped = f"{len(table.mapped)} / {len(table.columns)}"
        self.tabs.show_text("columns", self.tr("&Columns {count}").format(count=mapped))
        count = number_text(len(table.problems))
        self.tabs.show_text("problems", self.tr("P&roblems {count}").format(count=count))
        self.tabs.show_text("totals", self.tr("T&otals"))

    def _decide(self, choices: Choices) -> None:
        self.said.setText(self.tr("Checking again…"))
        self.decided.emit(self._key, choices)

    def _choices(self) -> Choices:
        assert self._draft is not None
        return self._draft.choices.get(self._key, Choices())

    def _map(self, column: StagedColumn, field: str) -> None:
        if (column.field or "") != field:
            self._decide(self._choices().with_field(header_key(column), field))

    def _answer(self, columns: Sequence[StagedColumn], way: str) -> None:
        self._decide(self._choices().with_written([header_key(c) for c in columns], way))

    def _land(self, column: StagedColumn, field: str) -> None:
        self.columns.go_to(column)
        self.columns.setFocus()
        self._map(column, field)

    def _tell_carried(self) -> None:
        """Say what is carried and how it is put down; the other side takes the keyboard."""
        carried = self.carried
        if carried.field is not None:
            name = field_text(carried.field) if carried.field else self.tr("Left out")
            said = self.tr("“{name}” is picked up: arrow keys to a column, Enter drops it, Escape lets go.")
            self.said.setText(said.format(name=name))
            self.tabs.choose("columns")
            self.columns.setFocus()
        elif carried.column is not None:
            self.fields.setChecked(True)
            said = self.tr("Column {letter} is picked up: choose a field, Enter drops it there, Escape lets go.")
            self.said.setText(said.format(letter=carried.column.letter))
            self.palette_.list.mark(carried.column.field or "")
            self.palette_.list.setFocus()
        else:
            self.said.setText("")

    def _show_palette(self, is_shown: bool) -> None:
        self._palette_ground.setVisible(is_shown)
        QTimer.singleShot(0, self.preview.keep_in_sight)
        if is_shown and self.carried.column is None and self.fields.hasFocus():
            self.palette_.search.setFocus()

    def _at(self, sheet_row: int, sheet_column: int, act: object) -> None:
        tones = self.preview.cells.tones
        column = tones.column_at(sheet_row, sheet_column) if tones else None
        if column is not None:
            act(column)  # type: ignore[operator]

    def _drop(self, sheet_row: int, sheet_column: int, field: str) -> None:
        self._at(sheet_row, sheet_column, lambda column: self._land(column, field))

    def _choose_at(self, sheet_row: int, sheet_column: int) -> None:
        if self.carried.field is not None:
            self._at(sheet_row, sheet_column, self.carried.land_on_column)
        else:
            self._at(sheet_row, sheet_column, self._open_chooser)

    def _open_chooser(self, column: StagedColumn) -> None:
        self.tabs.choose("columns")
        self.columns.go_to(column)
        self.columns.open_chooser()

    def _pick(self, column: StagedColumn) -> None:
        if self.carried.field is not None:
            self.carried.land_on_column(column)
        else:
            self.carried.pick_column(column)

    def _drag(self, column: StagedColumn) -> None:
        self.carried.pick_column(column)
        text = f"{column.letter}  {column.header}".replace("\n", " ")
        drag(self.preview, column_mime(column), text, self._desk.theme.roles)
        self.carried.let_go()

    def _show_column(self, column: StagedColumn) -> None:
        if (place := place_of(column.letter)) is not None:
            self.preview.go_to(*place)
        else:
            self.preview.show_column(column.place.column or column_number(column.letter))

    def _follow(self, sheet_row: int, sheet_column: int) -> None:
        # The list follows the sheet silently: answering would move the sheet away from the cell.
        with QSignalBlocker(self.columns):
            self._at(sheet_row, sheet_column, self.columns.go_to)

    def _go_to_cell(self, sheet_row: int, sheet_column: int) -> None:
        self.preview.go_to(sheet_row, sheet_column)
        self.preview.view.setFocus()


def _letters(table: StagedTable) -> dict[str, str]:
    """`{"project.title": "E, F"}`: which columns use each field."""
    used: dict[str, list[str]] = {}
    for column in table.mapped:
        used.setdefault(column.field or "", []).append(column.letter)
    return {field: ", ".join(letters) for field, letters in used.items()}
