"""Tiles that show figures by their slug, a few in a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
    beside_name: str = ""


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
    """Find a figure whose id is `F<n>-<slug>`, or in a portfolio `F0-<slug>-<currency>`: that of the largest sums."""
    known = {figure.id.partition("-")[2]: figure for figure in figures}
    sums = [f for f in figures if is_money(f) and f.value is not None]
    size: dict[str, Decimal] = {}
    for figure in sums:
        size[figure.unit] = max(size.get(figure.unit, Decimal(0)), abs(figure.value or Decimal(0)))
    largest = sorted(size, key=lambda unit: -size[unit])

    def find(slug: str) -> Figure | None:
        names = [slug, *(f"{slug}-{currency.lower()}" for currency in largest)] if slug else []
        return next((known[name] for name in names if name in known), None)

    return find


def is_money(figure: Figure) -> bool:
    """Whether the figure's unit is a currency."""
    return len(figure.unit) == len("EUR") and figure.unit.isupper()


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
            others = _in_other_currencies(figure, figures)
            note = others or _note(figure, beside, one.beside_name)
            tile.show_value(figure_text(figure), note, _tone(one.slug, figure))


def _in_other_currencies(figure: Figure | None, figures: Sequence[Figure]) -> str:
    """`and 870,000 CHF`: what is granted in other currencies stands beside, for currencies are never added."""
    if figure is None or figure.project is not None or not is_money(figure):
        return ""
    same = {f.id: f for f in figures if f.rule == figure.rule and f.label == figure.label and f.id != figure.id}
    texts = ", ".join(figure_text(f) for f in same.values() if f.value is not None and not f.detail)
    return QCoreApplication.translate("Figures", "and {others}").format(others=texts) if texts else ""


def _note(figure: Figure | None, beside: Figure | None, name: str) -> str:
    if beside is not None and beside.value is not None:
        return f"{name or beside.label}: {figure_text(beside)}"
    if figure is not None and figure.note:
        return figure.note if len(figure.note) < 48 else f"{figure.note[:47]}…"
    return QCoreApplication.translate("Figures", "Nothing recorded") if figure is None or figure.value is None else " "


def _tone(slug: str, figure: Figure | None) -> str:
    is_late = slug.endswith("overdue") and figure is not None and bool(figure.value)
    return "bad" if is_late else ""
