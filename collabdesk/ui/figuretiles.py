"""Tiles that show figures by their slug, a few in a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabdesk.domain.figures import Figure
from collabdesk.ui.design.scale import GAP_L
from collabdesk.ui.texts import DASH, number_text, share_text, short_money_text
from collabdesk.ui.widgets import StatTile


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figure a tile shows, and which one it mentions below it."""

    slug: str
    name: str
    icon: str
    beside: str = ""


def figure_text(figure: Figure | None) -> str:
    """A figure as a tile writes it: money shortened, ratios in per cent."""
    if figure is None or figure.value is None:
        return DASH
    if figure.unit == "ratio":
        return share_text(figure.value)
    if figure.unit == "days":
        return QCoreApplication.translate("Figures", "{n} days").format(n=number_text(figure.value))
    if figure.unit in ("count", "points"):
        return number_text(figure.value)
    return short_money_text(figure.value, figure.unit)


def by_slug(figures: Sequence[Figure]) -> Callable[[str], Figure | None]:
    """Find the first figure whose id is `F<n>-<slug>`, also when a currency follows it in a portfolio's ids."""
    known: dict[str, Figure] = {}
    for figure in figures:
        slug = figure.id.partition("-")[2]
        known.setdefault(slug, figure)
        if figure.project is None and not figure.detail:
            known.setdefault(slug.rpartition("-")[0], figure)
    return known.get


class TileRow(QWidget):
    """Tiles of equal width; `pressed` tells the slug of the one that was chosen."""

    pressed = Signal(str)

    def __init__(self, wanted: Sequence[Wanted], *, is_active: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = wanted
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_L)
        self._tiles: list[StatTile] = []
        for one in wanted:
            tile = StatTile(one.name, one.icon, is_active=is_active)
            tile.show_value(DASH, " ")
            tile.activated.connect(lambda slug=one.slug: self.pressed.emit(slug))
            self._tiles.append(tile)
            line.addWidget(tile, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show those of the figures that the tiles want."""
        find = by_slug(figures)
        for one, tile in zip(self._wanted, self._tiles, strict=True):
            figure, beside = find(one.slug), find(one.beside)
            tile.show_value(figure_text(figure), _note(figure, beside), _tone(one.slug, figure))


def _note(figure: Figure | None, beside: Figure | None) -> str:
    if beside is not None and beside.value is not None:
        return f"{beside.label}: {figure_text(beside)}"
    if figure is not None and figure.note:
        return figure.note if len(figure.note) < 48 else f"{figure.note[:47]}…"
    return QCoreApplication.translate("Figures", "Nothing recorded") if figure is None or figure.value is None else " "


def _tone(slug: str, figure: Figure | None) -> str:
    is_late = slug.endswith("overdue") and figure is not None and bool(figure.value)
    return "bad" if is_late else ""
