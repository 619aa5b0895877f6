"""Headline numbers side by side: each a tile with its label, its value and the code that leads to its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.content import Cite, Text, Tile
from collabdesk.reporting.pdf_paper import Paper
from collabdesk.reporting.pdf_text import Line, at_most, lines_of, plain_lines
from collabdesk.reporting.style import STYLES, Style
from collabdesk.reporting.style_palette import palette

_A_ROW = 3
_GAP, _LEFT, _RIGHT, _TOP, _BOTTOM = 12.0, 10.0, 8.0, 8.0, 9.0
_LEAST_SIZE = 9.0
_AFTER = 12.0


@dataclass(frozen=True, slots=True)
class _Set:
    """A tile cut into lines."""

    tile: Tile
    label: list[Line]
    value: list[Line]
    value_style: Style
    note: list[Line]

    @property
    def height(self) -> float:
        label, note = STYLES["tile_label"].leading, STYLES["tile_note"].leading
        return len(self.label) * label + len(self.value) * self.value_style.leading + len(self.note) * note


class TileRow(Flowable):  # type: ignore[misc]
    """Up to three tiles."""

    def __init__(self, items: Sequence[Tile], room: float) -> None:
        super().__init__()
        self.wide = (room - _GAP * (_A_ROW - 1)) / _A_ROW
        self.tiles = [_set(item, self.wide - _LEFT - _RIGHT) for item in items]
        self.spaceAfter = _AFTER

    @classmethod
    def rows(cls, items: Sequence[Tile], room: float) -> list[Flowable]:
        """All tiles, three in a row."""
        return [cls(items[i : i + _A_ROW], room) for i in range(0, len(items), _A_ROW)]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, max(tile.height for tile in self.tiles) + _TOP + _BOTTOM
        return self.width, self.height

    def draw(self) -> None:
        paper: Paper = self.canv
        for i, tile in enumerate(self.tiles):
            x = i * (self.wide + _GAP)
            paper.setFillColor(palette().of("tint"))
            paper.rect(x, 0, self.wide, self.height, stroke=0, fill=1)
            paper.setStrokeColor(palette().of("second"))
            paper.setLineWidth(1.6)
            paper.line(x, self.height, x + self.wide, self.height)
            self._draw(paper, tile, x + _LEFT)

    def _draw(self, paper: Paper, tile: _Set, x: float) -> None:
        room, y = self.wide - _LEFT - _RIGHT, self.height - _TOP
        for lines, style in (
            (tile.label, STYLES["tile_label"]),
            (tile.value, tile.value_style),
            (tile.note, STYLES["tile_note"]),
        ):
            paper.set_lines(lines, x, y, style, room)
            below = y - len(lines) * style.leading
            if lines is tile.value:
                paper.cite(tile.tile.code, (x, below, x + room, y))
            y = below


def _set(tile: Tile, room: float) -> _Set:
    style = STYLES["tile_value"]
    while fonts.width(tile.value, style.font, style.size) > room and style.size > _LEAST_SIZE:
        style = replace(style, size=style.size - 1)
    note: Text = (tile.note, Cite(tile.code)) if tile.note else (Cite(tile.code),)
    return _Set(
        tile,
        at_most(plain_lines(tile.label, STYLES["tile_label"], room), 4),
        at_most(plain_lines(tile.value, style, room), 3),
        style,
        at_most(lines_of(note, STYLES["tile_note"], room), 8),
    )
