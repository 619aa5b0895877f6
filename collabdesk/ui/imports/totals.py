"""Control totals in words: every row accounted for, every amount column against what the file states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.imports.words import field_text, rows_text, sum_text, why_text
from collabdesk.ui.texts import amount_text, number_text
from collabdesk.ui.widgets import Card, IconLabel, Page, clear, label, row, separator
from collabdesk.usecases.staged import StagedTable

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One amount field's control total as the list shows it."""

    field: str
    sum: Decimal
    cells: int
    blank: int
    stated: Decimal | None
    difference: Decimal | None
    factor: Decimal

    @property
    def verdict(self) -> str:
        """Whether the file's own total is met, in words."""
        if self.stated is None or self.difference is None:
            return translate("Imports", "No total in the file")
        if self.difference == 0:
            return translate("Imports", "✓ Agrees")
        return translate("Imports", "✗ Differs by {amount}").format(amount=amount_text(self.difference))

    @property
    def tone(self) -> str:
        return "muted" if self.stated is None else "good" if self.difference == 0 else "bad"


def lines_of(table: StagedTable) -> list[TotalLine]:
    """The control totals of a table, in the file's own unit."""
    return [
        TotalLine(f, t.sum, t.cells, t.blank, t.stated_total, t.difference, t.factor) for f, t in table.totals.items()
    ]


def rows_sentence(table: StagedTable) -> tuple[str, bool]:
    """`100 rows read = 99 imported + 1 set aside + 0 rejected`, and whether that is so."""
    said = rows_text(table.rows_read, table.rows_accepted, len(table.set_aside), table.rows_rejected)
    return said, table.rows_read == table.rows_accepted + len(table.set_aside) + table.rows_rejected


def aside_sentence(table: StagedTable) -> str:
    """`Row 101: a total`: the rows set aside, the first few by number; "" when there are none."""
    parts = [
        translate("Imports", "row {row} is {why}").format(row=number_text(s.row), why=why_text(s.why))
        for s in table.set_aside[:4]
    ]
    if not parts:
        return ""
    more = len(table.set_aside) - len(parts)
    if more:
        parts.append(translate("Imports", "and {count} more").format(count=number_text(more)))
    return translate("Imports", "Set aside: {rows}.").format(rows=", ".join(parts))


def factor_sentence(table: StagedTable) -> str:
    """What the headers say of their unit, where they state one; "" else."""
    factors = {t.factor for t in table.totals.values() if t.factor != 1}
    if not factors:
        return ""
    said = ", ".join(number_text(f, 0 if f == f.to_integral_value() else 4) for f in sorted(factors))
    return translate("Imports", "Sums are in the file’s own unit; kept amounts are multiplied by {factor}.").format(
        factor=said
    )


class TotalsPanel(Page):
    """The rows' account above the sum of each amount field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=GAP_M)
        self.column.setContentsMargins(0, GAP_M, GAP_M, 0)
        self.account = label("", "strong", wrap=True)

    def show_table(self, table: StagedTable) -> None:
        self.show_tables([("", table)])

    def show_tables(self, named: Sequence[tuple[str, StagedTable]]) -> None:
        """Show tables one after the other, each below its name where there are several."""
        clear(self.column)
        for name, table in named:
            if len(named) > 1:
                self.column.addWidget(label(name, "heading", wrap=True))
            self._add(table)
        self.column.addStretch(1)

    def _add(self, table: StagedTable) -> None:
        self.column.addWidget(self._rows(table))
        lines = lines_of(table)
        if lines:
            card = Card(margin=GAP_L)
            for number, line in enumerate(lines):
                if number:
                    card.column.addWidget(separator())
                card.column.addLayout(_amount(line, table.currency))
            self.column.addWidget(card)
        else:
            self.column.addWidget(label(self.tr("This table has no amounts."), "muted"))

    def _rows(self, table: StagedTable) -> Card:
        card = Card(margin=GAP_L)
        card.column.setSpacing(GAP_S)
        said, is_footing = rows_sentence(table)
        self.account = label(said, "strong", wrap=True)
        line = row(gap=GAP_S)
        icon = IconLabel("check-circle", "good") if is_footing else IconLabel("error", "bad")
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.account, 1)
        card.column.addLayout(line)
        verdict = self.tr("Every row is accounted for.") if is_footing else self.tr("The rows do not add up.")
        for words in (verdict, aside_sentence(table), factor_sentence(table)):
            if words:
                card.column.addWidget(label(words, "secondary", wrap=True))
        return card


def _amount(line: TotalLine, currency: str) -> QVBoxLayout:
    """Name and sum above; cells, blanks, the file's own total and the verdict below."""
    counted = translate("Imports", "{cells} cells, {blank} blank").format(
        cells=number_text(line.cells), blank=number_text(line.blank)
    )
    stated = ""
    if line.stated is not None:
        stated = translate("Imports", "File’s total {amount}").format(amount=amount_text(line.stated))
    total = sum_text(line.field, line.sum, currency if line.factor == 1 else "")
    lines = QVBoxLayout()
    lines.setSpacing(GAP_XS)
    lines.addLayout(row(label(field_text(line.field), "strong"), None, label(total, "strong")))
    lines.addLayout(row(label(counted, "secondary"), None, label(stated, "secondary")))
    if line.stated is not None:
        lines.addLayout(row(None, label(line.verdict, tone=line.tone)))
    return lines
