"""Figures as a table: what each is, of whom, its value, and why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.figures import Figure
from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.figuretiles import is_money
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.projects.parts.looking import reading
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, money_text, number_text, share_text
from collabdesk.ui.widgets.framed import framed


def value_text(figure: Figure) -> str:
    """The value as a table writes it, whole: an amount with its currency, a ratio in per cent."""
    if figure.value is None:
        return QCoreApplication.translate("Figures", "n/a")
    if is_money(figure) or figure.unit not in ("ratio", "days", "count", "points"):
        return money_text(figure.value, figure.unit, 2)
    if figure.unit == "ratio":
        return share_text(figure.value, 2)
    if figure.unit == "days":
        return QCoreApplication.translate("Figures", "{n} days").format(n=number_text(figure.value))
    return number_text(figure.value, 0 if figure.value == round(figure.value) else 2)


def value_column(text: Callable[[Figure], str] = value_text) -> Column:
    """The values, written by `text`; what cannot be computed is muted."""
    return Column(
        QT_TRANSLATE_NOOP("Columns", "Value"), "value", show_row=text, kind="number", width=170,
        tone=lambda figure: "muted" if figure.value is None else "",
    )  # fmt: skip


REMARK = Column(
    QT_TRANSLATE_NOOP("Columns", "Remark"), lambda figure: figure.note or "", width=0,
    show=lambda note: note or DASH, tone=lambda _: "secondary", tip=lambda figure: figure.note or "",
)  # fmt: skip
COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Figure"), "label", width=250),
    Column(QT_TRANSLATE_NOOP("Columns", "Of"), "detail", width=230, tone=lambda _: "secondary"),
    value_column(),
    REMARK,
)  # fmt: skip


class FigureTable(QWidget):
    """A table that is given its figures."""

    def __init__(self, desk: Desk, placeholder: str, columns: Sequence[Column] = COLUMNS) -> None:
        super().__init__()
        self._placeholder = placeholder
        self._model = MemoryRows(columns)
        self._model.setParent(self)
        self.table = TableView(self._model, desk.theme, placeholder=reading())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(framed(self.table))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show what was read; that there is nothing is said only now."""
        self._model.show(figures)
        self.table.set_placeholder(self._placeholder)
