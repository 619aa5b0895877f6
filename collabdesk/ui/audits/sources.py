"""What a figure rests on: its rule, its inputs, and the cells of the funders' files it was counted from."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer
from PySide6.QtWidgets import QWidget

from collabdesk.domain.figures import Figure, Source
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.tasks import Task
from collabdesk.ui.texts import amount_text, count_text, date_text, moment_text, number_text, text
from collabdesk.ui.widgets import Card, EmptyState, FactGrid, IconLabel, Page, clear, label, row, separator
from collabdesk.usecases import provenance

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_SHOWN = 40
_CELLS_IN_SIGHT = 8
_WAIT_MS = 200


def input_text(said: str) -> str:
    """An input as people read it: numbers grouped, days as days, everything else as it is."""
    if _DAY.fullmatch(said):
        return date_text(said)
    try:
        value = Decimal(said)
    except InvalidOperation:
        return said
    return amount_text(value) if value != value.to_integral_value() else number_text(value)


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Cell"), lambda c: f"{c.sheet}!{c.cell}" if c.sheet else c.cell, width=92),
    Column(QT_TRANSLATE_NOOP("Columns", "In the file"), "raw", width=0, tip=lambda c: c.raw),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Kept as"),
        "value",
        show=input_text,
        width=116,
        tip=lambda c: c.value,
    ),
)


class SourcesPanel(Page):
    """Shows one figure; its sources are looked up in the worker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._figure: Figure | None = None
        self._task: Task | None = None
        # Going through the list with the arrow keys does not read a file at every step.
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._look_up)
        self.column.setContentsMargins(0, 0, GAP_M, 0)
        self.show_figure(None)

    def show_figure(self, figure: Figure | None) -> None:
        """Show what a figure rests on."""
        self._wait.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._figure = figure
        clear(self.column)
        if figure is None:
            hint = self.tr("Choose a figure to see the cells of the funders’ files that it was counted from.")
            self.column.addWidget(EmptyState("search", self.tr("No figure chosen"), hint))
            return
        self.column.addWidget(self._facts(figure))
        self.sources = Card(self.tr("Sources"), margin=GAP_L)
        self.sources.column.setSpacing(GAP_S)
        self.sources.column.addWidget(label(self.tr("Looking up the cells…"), "muted"))
        self.column.addWidget(self.sources)
        self.column.addStretch(1)
        self._wait.start()

    def _facts(self, figure: Figure) -> Card:
        from collabdesk.ui.audits.figures import value_text, what_text

        card = Card(margin=GAP_L)
        card.column.addWidget(label(what_text(figure), "strong", wrap=True))
        card.column.addWidget(label(value_text(figure), "title"))
        if figure.note:
            card.column.addWidget(label(figure.note, "secondary", wrap=True))
        card.column.addWidget(separator())
        grid = FactGrid(1)
        grid.add_text(self.tr("Figure"), figure.id)
        grid.add_text(self.tr("Rule"), figure.rule)
        for name, value in figure.inputs.items():
            grid.add_text(name.replace("_", " ").capitalize(), input_text(str(value)))
        card.column.addWidget(grid)
        return card

    def _look_up(self) -> None:
        workspace, figure = self._desk.workspace, self._figure
        if figure is None:
            return
        self._task = self._desk.tasks.run(
            self.tr("Look up sources"),
            lambda _progress, _is_cancelled: provenance.trace(workspace, figure),
            owner=self,
            done=self._show,
            is_quiet=True,
        )

    def _show(self, trace: provenance.Trace) -> None:
        if trace.figure is not self._figure:
            return
        self._task = None
        self._show_sources(trace.sources)
        if any(c.file for c in trace.cells):
            self.column.insertWidget(2, self._cells(trace))
        if trace.edits:
            self.column.insertWidget(self.column.count() - 1, self._edits(trace))

    def _cells(self, trace: provenance.Trace) -> Card:
        """The cells with their raw texts beside what was kept of them."""
        card = Card(self.tr("Cells"), margin=GAP_L)
        rows = MemoryRows(COLUMNS, [c for c in trace.cells if c.file])
        view = TableView(rows, self._desk.theme)
        rows.setParent(view)
        view.setAccessibleName(self.tr("Cells with their raw texts"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.fit_height(_CELLS_IN_SIGHT)
        card.column.addWidget(view)
        return card

    def _edits(self, trace: provenance.Trace) -> Card:
        """What was changed by hand since the import."""
        card = Card(self.tr("Changed since the import"), margin=GAP_L)
        for edit in trace.edits[:_SHOWN]:
            said = self.tr("{when}, {who}: {old} became {new}").format(
                when=moment_text(edit.at), who=edit.person, old=text(edit.old), new=text(edit.new)
            )
            card.column.addWidget(label(said, wrap=True))
        return card

    def _show_sources(self, found: tuple[Source, ...]) -> None:
        column = self.sources.column
        while column.count() > 1:
            item = column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if not found:
            column.addWidget(
                label(self.tr("This figure rests on no cells: nothing is recorded for it."), "secondary", wrap=True)
            )
        for number, source in enumerate(found[:_SHOWN]):
            if number:
                column.addWidget(separator())
            column.addLayout(self._source(source))
        if len(found) > _SHOWN:
            more = self.tr("… and {n} more").format(n=number_text(len(found) - _SHOWN))
            column.addWidget(label(more, "muted"))

    def _source(self, source: Source) -> Any:
        lines = row(gap=GAP_XS)
        lines.setDirection(lines.Direction.TopToBottom)
        name = source.file or self.tr("Typed by hand")
        head = row(gap=GAP_S)
        head.addWidget(IconLabel("spreadsheet" if source.file else "edit", "accent", 16))
        head.addWidget(label(name, "strong", wrap=True), 1)
        lines.addLayout(head)
        where = f"{source.sheet}!{source.cells}" if source.sheet and source.cells else source.sheet or source.cells
        if where:
            cells = label(where, wrap=True)
            cells.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(cells)
        facts = [count_text("SourcesPanel", "%n record", "%n records", source.records)]
        if source.total is not None:
            facts.append(self.tr("sum {amount}").format(amount=amount_text(source.total)))
        lines.addWidget(label("  ·  ".join(facts), "secondary"))
        if source.sha256:
            digest = label(f"SHA-256 {source.sha256[:16]}…", "small")
            digest.setToolTip(source.sha256)
            lines.addWidget(digest)
        return lines
