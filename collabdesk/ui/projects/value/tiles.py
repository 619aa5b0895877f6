"""Tiles of earned value: where a project stands in cost and time, and where that leads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L
from collabdesk.ui.projects.value import words
from collabdesk.ui.projects.value.words import Found, value_text, why_not, why_short
from collabdesk.ui.texts import DASH
from collabdesk.ui.widgets import StatTile

MAIN = ("cpi", "spi", "eac", "ieac-t")
REST = ("ev", "ac", "tcpi-bac", "spi-t")


class ValueTiles(QWidget):
    """One row; a value that cannot be computed says n/a, and why."""

    def __init__(self, slugs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "ev": (self.tr("Earned value"), "check-circle"),
            "ac": (self.tr("Actual cost"), "coins"),
            "cpi": (self.tr("Cost index (CPI)"), "chart"),
            "spi": (self.tr("Schedule index (SPI)"), "chart"),
            "eac": (self.tr("Estimate at completion"), "coins"),
            "tcpi-bac": (self.tr("Index still needed (TCPI)"), "flag"),
            "spi-t": (self.tr("Index in time, SPI(t)"), "clock"),
            "ieac-t": (self.tr("Expected end"), "calendar"),
        }
        self._tiles = {slug: StatTile(*names[slug]) for slug in slugs}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_L)
        for tile in self._tiles.values():
            line.addWidget(tile, 1)
            tile.show_value(DASH, self.tr("Reading…"))

    def show_found(self, found: Found) -> None:
        """Show the project's figures, by their slug."""
        for slug, tile in self._tiles.items():
            figure = found.get(slug)
            if figure is None or figure.value is None:
                tile.show_value(words.not_known(), why_short(figure))
                tile.setToolTip(why_not(figure))
                continue
            note, tone = self._note(slug, found)
            shown = words.end_text(found) if slug == "ieac-t" else value_text(figure, short=True)
            tile.show_value(shown, note or " ", tone)
            tile.setToolTip("")

    def _note(self, slug: str, found: Found) -> tuple[str, str]:
        figure = found[slug]
        planned, whole = found.get("pv"), found.get("bac")
        if slug == "ev":
            return self.tr("Planned by this day: {value}").format(value=value_text(planned, short=True)), ""
        if slug == "ac":
            return words.difference(found, "cv", self.tr("Cost variance"))
        if slug == "cpi":
            return words.COST(figure)
        if slug == "spi":
            return words.SCHEDULE(figure)
        if slug == "eac":
            is_over = whole is not None and whole.value is not None and (figure.value or 0) > whole.value
            return self.tr("Budget: {value}").format(value=value_text(whole, short=True)), "bad" if is_over else ""
        if slug == "tcpi-bac":
            return figure.note or self.tr("To end within the budget"), ""
        if slug == "spi-t":
            return words.time_said(found)
        return words.duration_said(figure, found.get("pd"))
