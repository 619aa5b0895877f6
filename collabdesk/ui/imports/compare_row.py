"""One compared row: what changes in it, field by field, above the sheet that it stands in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.compare_lines import Line, LinesView
from collabdesk.ui.imports.compare_rows import Shown
from collabdesk.ui.imports.compare_words import meaning_text, row_text, values_text
from collabdesk.ui.imports.draft import Draft
from collabdesk.ui.imports.preview import SheetPreview
from collabdesk.ui.imports.sheet_reading import SheetReading
from collabdesk.ui.imports.sheet_tones import place_of
from collabdesk.ui.imports.words import attribute_text, noun_text
from collabdesk.ui.widgets import ElidedLabel, label
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases.comparison import FieldChange, GoneRecord, RowCompared, What
from collabdesk.usecases.imports import SheetPage

_MOST_LINES = 3


class RowPanel(QWidget):
    """Shows what the list is at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "strong")
        self.said = label("", "secondary", wrap=True)
        self.lines = LinesView(desk.theme, self.tr("What changes in this row"))
        self.lines.pointed.connect(lambda line: self._jump(line.place))
        self.lines.opened.connect(lambda line: self._jump(line.place))
        self._frame = framed(self.lines)
        self.preview = SheetPreview(desk.theme)
        self._reading = SheetReading(desk, self)
        self._reading.arrived.connect(self._take)
        self.preview.wanted.connect(self._reading.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self._frame)
        column.addWidget(self.preview, 1)
        column.addStretch(0)
        self._sheet: tuple[Any, ...] = ()
        self._place: tuple[int, int] | None = None
        self._is_seen = False
        self.clear()

    def clear(self) -> None:
        """Nothing is chosen."""
        self.title.setText("")
        self.said.setText(self.tr("Choose a row to see what changes in it and where it stands."))
        self._frame.hide()
        self.preview.hide()

    def show_row(self, draft: Draft, shown: Shown) -> None:
        """Show one row; the sheet moves to it."""
        row = shown.row
        self.title.setText(row.label or self.tr("Without a name"))
        if isinstance(row, GoneRecord):
            self._show_gone(row)
            return
        self._show_sheet(draft, shown)
        lines = [_line(change, row) for change in row.changes]
        self.lines.show_lines(lines)
        self.lines.fit_height(_MOST_LINES)
        self._frame.setMaximumHeight(self.lines.maximumHeight() + 2)
        self._frame.setVisible(bool(lines))
        several = len(list(draft.plan.tables())) > 1
        self.said.setText(f"{draft.name(shown.key)}  ·  {_said(row)}" if several else _said(row))
        self.preview.show()
        cell = next((change.new_cell for change in row.changes if change.new_cell), "")
        if not self._jump(cell):
            first = shown.table.mapped[0].place if shown.table.mapped else None
            at = first.cell(row.row, row.column) if first is not None else (0, 0)
            if all(at):
                self._go_to(at)

    def _show_gone(self, gone: GoneRecord) -> None:
        words = [meaning_text(What.GONE), self.tr("It stood in {cell}.").format(cell=gone.cell) if gone.cell else ""]
        if gone.why_kept:
            words = [self.tr("It cannot be removed: {why}").format(why=gone.why_kept), words[1]]
        self.said.setText(" ".join(word for word in words if word))
        self._frame.hide()
        self.preview.hide()

    def _show_sheet(self, draft: Draft, shown: Shown) -> None:
        sheet = (id(draft), shown.key, id(shown.table))
        if sheet != self._sheet:
            self._sheet, self._is_seen = sheet, False
            is_other = self._reading.turn_to(draft, shown.key)
            self.preview.show_table(shown.table, keep_texts=not is_other)

    def _jump(self, cell: str) -> bool:
        place = place_of(cell)
        if place is not None:
            self._go_to(place)
        return place is not None

    def _go_to(self, place: tuple[int, int]) -> None:
        self._place = place
        self.preview.go_to(*place)

    def _take(self, page: SheetPage) -> None:
        """A page of the sheet is there; the first one shows its head, so that the row is looked up again."""
        self.preview.take(page)
        if self._place and not self._is_seen:
            self._is_seen = True
            # The columns got other widths just now; only then is it known how far to scroll.
            QTimer.singleShot(0, self, self._go_again)

    def _go_again(self) -> None:
        if self._place is not None:
            self.preview.go_to(*self._place)


def _said(row: RowCompared) -> str:
    """`Participation. 2 fields are something else now.`"""
    words = [f"{noun_text(row.noun)}.", row_text(row)]
    if row.moved_from:
        words.append(QCoreApplication.translate("Compare", "It stood in {place}.").format(place=row.moved_from))
    return " ".join(words)


def _line(change: FieldChange, row: RowCompared) -> Line:
    noun, _, _ = change.field.partition(".")
    name = attribute_text(change.field)
    return Line(
        name if noun == row.noun else f"{name}  ·  {noun_text(noun)}",
        *values_text(change),
        change.new_cell.rpartition("!")[2],
        change.old_from,
        place=change.new_cell,
        tone="accent",
    )
