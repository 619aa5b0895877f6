"""What a figure rests on: its rule, its inputs, and the cells of the funders' files it was counted from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from collabdesk.domain.figures import Figure, Source
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.tasks import Task
from collabdesk.ui.texts import amount_text, count_text, number_text
from collabdesk.ui.widgets import Card, EmptyState, FactGrid, IconLabel, Page, clear, label, row, separator

_SHOWN = 40


class SourcesPanel(Page):
    """Shows one figure; its sources are looked up in the worker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._figure: Figure | None = None
        self._task: Task | None = None
        self.column.setContentsMargins(0, 0, GAP_M, 0)
        self.show_figure(None)

    def show_figure(self, figure: Figure | None) -> None:
        """Show what a figure rests on."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._figure = figure
        clear(self.column)
        if figure is None:
            text = self.tr("Choose a figure to see the cells of the funders’ files that it was counted from.")
            self.column.addWidget(EmptyState("search", self.tr("No figure chosen"), text))
            return
        self.column.addWidget(self._facts(figure))
        self.sources = Card(self.tr("Sources"), margin=GAP_L)
        self.sources.column.setSpacing(GAP_S)
        self.sources.column.addWidget(label(self.tr("Looking up the cells…"), "muted"))
        self.column.addWidget(self.sources)
        self.column.addStretch(1)
        self._look_up(figure)

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
            grid.add_text(name.replace("_", " "), _input_text(str(value)))
        card.column.addWidget(grid)
        return card

    def _look_up(self, figure: Figure) -> None:
        workspace = self._desk.workspace

        def work(_progress: Any, _is_cancelled: Any) -> tuple[Source, ...]:
            from collabdesk.usecases import provenance

            return tuple(provenance.sources_of(workspace, figure))

        self._task = self._desk.tasks.run(
            self.tr("Look up sources"),
            work,
            owner=self,
            done=lambda found: self._show(figure, found),
            is_quiet=True,
        )

    def _show(self, figure: Figure, found: tuple[Source, ...]) -> None:
        if figure is not self._figure:
            return
        self._task = None
        column = self.sources.column
        while column.count() > 1:
            item = column.takeAt(1)
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not found:
            column.addWidget(label(self.tr("This figure rests on no cells: nothing is recorded for it."), "secondary", wrap=True))
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


def _input_text(text: str) -> str:
    """An input as people read it: numbers grouped, everything else as it is."""
    from decimal import Decimal, InvalidOperation

    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return amount_text(value) if value != value.to_integral_value() else number_text(value)
