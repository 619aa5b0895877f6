"""The room of rates: what the manager keeps, what the bank fixed, and what an amount is worth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.rates.bank import BankRates
from collabdesk.ui.rates.explain import ExplainConversion
from collabdesk.ui.rates.own import own_rates
from collabdesk.ui.widgets import PageHeader, SegmentBar, primary, row


class RatesRoom(QWidget):
    """`enter(part="explain")` shows one of the parts: own, bank or explain."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        bring = primary(self.tr("Import rates"), "imports")
        bring.clicked.connect(self._choose_file)
        header = PageHeader(
            self.tr("Rates"),
            self.tr(
                "Your own tables go before the European Central Bank’s fixings. Without a rate there is no figure."
            ),
            bring,
        )
        self.own = own_rates(desk)
        self.bank = BankRates(desk)
        self.explain = ExplainConversion(desk)
        self._parts: dict[str, QWidget] = {"explain": self.explain, "own": self.own, "bank": self.bank}
        self.segments = SegmentBar([
            ("explain", self.tr("Convert an amount")),
            ("own", self.tr("Own tables")),
            ("bank", self.tr("European Central Bank")),
        ])  # fmt: skip
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.segments.chosen.connect(lambda key: self._stack.setCurrentWidget(self._parts[key]))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        column.addWidget(header)
        column.addLayout(row(self.segments, None))
        column.addWidget(self._stack, 1)

    def enter(self, part: str = "", **_: Any) -> None:
        """Show the part that was asked for."""
        if part in self._parts:
            self.segments.choose(part)

    def search(self) -> None:
        """Put the cursor into the search field of the own tables."""
        self.segments.choose("own")
        self.own.search.setFocus()

    def bring(self, file: Path) -> None:
        """Keep a file of rates as one step, in the worker."""
        workspace = self._desk.workspace

        def keep() -> Any:
            from collabdesk.usecases.rates import importing

            return importing.bring(workspace, file)

        self._desk.write(self.tr("Import rates"), keep, owner=self, done=self._show_kept)

    def _choose_file(self) -> None:
        kinds = self.tr("Tables (*.xlsx *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import rates"), "", kinds)
        if name:
            self.bring(Path(name))

    def _show_kept(self, count: int) -> None:
        self.segments.choose("own")
        self._desk.tell(self.tr("1 rate was kept.") if count == 1 else self.tr("{n} rates were kept.").format(n=count))
