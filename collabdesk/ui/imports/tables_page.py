"""Step two: the tables that were found, file by file, with what was left out and what could not be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.imports.compare_words import compared_text
from collabdesk.ui.imports.draft import Draft, TableKey, errors_of, is_not_understood, warnings_of
from collabdesk.ui.imports.profile_all import Offers, ProfilesBar, choices_as_saved, usable
from collabdesk.ui.imports.words import kind_text
from collabdesk.ui.texts import count_text, number_text
from collabdesk.ui.widgets import Badge, Card, ElidedLabel, IconLabel, Page, button, clear, label, row, separator
from collabdesk.usecases.staged import StagedFile, StagedTable


class TablesPage(Page):
    """`opened(key)` asks for a table's columns; `taken(key, bool)` tells which tables to import; `decided(choices)`
    asks for a new look at tables, by key, as saved readings have them."""

    opened = Signal(tuple)
    taken = Signal(tuple, bool)
    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(0, 0, GAP_L, 0)
        self._controls: list[QWidget] = []
        self.profiles: ProfilesBar | None = None
        self._compared: dict[TableKey, QLabel] = {}

    def show_draft(self, draft: Draft, offers: Offers) -> None:
        """Show every file of a look, under what saved readings would read otherwise."""
        clear(self.column)
        self._controls, self._compared = [], {}
        self.profiles = None
        if usable(offers):
            self.profiles = ProfilesBar(offers)
            self.profiles.used.connect(lambda: self.decided.emit(choices_as_saved(draft, offers)))
            self.column.addWidget(self.profiles)
            self._controls.append(self.profiles.use)
        for number, file in enumerate(draft.staged.files):
            self.column.addWidget(self._file(draft, number, file))
        self.column.addStretch(1)
        self.show_plan(draft)

    def show_plan(self, draft: Draft) -> None:
        """Say of each table how it compares with what is there, as far as that is known."""
        known = set(draft.plan.tables())
        for key, said in self._compared.items():
            said.setVisible(key in known)
            if key in known:
                said.setText(compared_text(draft.plan, key))

    def controls(self) -> list[QWidget]:
        """The controls from top to bottom."""
        return self._controls

    def _file(self, draft: Draft, number: int, file: StagedFile) -> Card:
        card = Card(margin=GAP_L)
        card.column.setSpacing(0)
        if file.tables and not file.ignored_sheets:
            # The last table's own distance is enough below it.
            card.column.setContentsMargins(GAP_L, GAP_L - 2, GAP_L, GAP_XS)
        head = row(IconLabel("spreadsheet", "bad" if file.refused else "accent"), ElidedLabel(file.name, "heading"))
        card.column.addLayout(head)
        card.column.addSpacing(GAP_S)
        if file.refused:
            card.column.addLayout(_line("error", "bad", file.refused))
            return card
        for table_number, table in enumerate(file.tables):
            card.column.addWidget(separator())
            card.column.addWidget(self._table(draft, (number, table_number), table))
        if not file.tables:
            card.column.addLayout(_line("info", "info", self.tr("No table was found in this file.")))
        if file.ignored_sheets and (file.tables or len(file.ignored_sheets) > 1):
            if not file.tables:
                card.column.addSpacing(GAP_M)
            card.column.addWidget(separator())
            card.column.addSpacing(GAP_M)
            card.column.addWidget(label(self._ignored(file), "small", wrap=True))
        return card

    def _table(self, draft: Draft, key: TableKey, table: StagedTable) -> QWidget:
        take = QCheckBox()
        take.setChecked(draft.is_taken(key))
        take.setAccessibleName(self.tr("Import {table}").format(table=draft.name(key)))
        take.toggled.connect(lambda is_taken: self.taken.emit(key, is_taken))
        look = button(self.tr("Check columns"))
        look.setAccessibleName(self.tr("Check the columns of {table}").format(table=draft.name(key)))
        look.clicked.connect(lambda: self.opened.emit(key))
        # A file without sheets is one table, and its name stands above already.
        is_file = draft.name(key) == draft.file_name(key)  # which stands above already
        name = ElidedLabel(self._kind(table) if is_file else draft.name(key), "strong")
        facts = label("  ·  ".join(self._facts(table)[is_file:]), "secondary", wrap=True)
        texts = row(gap=GAP_XS)
        texts.setDirection(texts.Direction.TopToBottom)
        texts.addWidget(name)
        texts.addWidget(facts)
        self._compared[key] = label("", "secondary", wrap=True)
        texts.addWidget(self._compared[key])
        self._controls += [take, look]
        line = QWidget()
        across = row(gap=GAP_M)
        across.setContentsMargins(0, GAP_M, 0, GAP_M)
        across.addWidget(take, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(texts, 1)
        for badge in self._badges(table):
            across.addWidget(badge)
        across.addWidget(look)
        line.setLayout(across)
        return line

    def _kind(self, table: StagedTable) -> str:
        return self.tr("What it lists is not known") if is_not_understood(table) else kind_text(table.kind)

    def _facts(self, table: StagedTable) -> list[str]:
        is_open = is_not_understood(table)
        rows = table.rows_rejected if is_open else table.rows_accepted
        parts = [
            self._kind(table),
            count_text("TablesPage", "%n row", "%n rows", rows),
            self.tr("{mapped} of {all} columns understood").format(mapped=len(table.mapped), all=len(table.columns)),
        ]
        if table.set_aside:
            parts.append(self.tr("{count} set aside").format(count=number_text(len(table.set_aside))))
        if table.rows_rejected and not is_open:
            parts.append(self.tr("{count} rejected").format(count=number_text(table.rows_rejected)))
        return parts

    def _badges(self, table: StagedTable) -> list[Badge]:
        if is_not_understood(table):
            return [Badge(self.tr("Say which column holds what"), "warn")]
        errors, warnings = errors_of(table), warnings_of(table)
        badges = []
        if errors:
            badges.append(Badge(count_text("TablesPage", "%n problem", "%n problems", errors), "bad"))
        if warnings:
            badges.append(Badge(count_text("TablesPage", "%n warning", "%n warnings", warnings), "warn"))
        if table.problems and not badges:
            return [Badge(count_text("TablesPage", "%n note", "%n notes", len(table.problems)), "neutral")]
        return badges or [Badge(self.tr("No problems"), "good")]

    def _ignored(self, file: StagedFile) -> str:
        sheets = ", ".join(f"{sheet or file.name} ({why})" for sheet, why in file.ignored_sheets)
        return self.tr("Sheets left out: {sheets}").format(sheets=sheets)


def _line(icon: str, tone: str, text: str) -> QHBoxLayout:
    line = row(gap=GAP_S)
    line.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, wrap=True), 1)
    return line
