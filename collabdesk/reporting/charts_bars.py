"""Two ways to draw rows of numbers, used by every chart: bars against a target, and dots against a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor

from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.language import n
from collabdesk.reporting.style_fonts import fitting
from collabdesk.reporting.style_palette import Palette

R = TypeVar("R")
_TEXT, _SMALL = 7.6, 6.8
_LEGEND = 20.0
_SLOT_LARGEST, _SLOT_LEAST = 34.0, 13.0
_BESIDE = 9.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a pale bar up to `whole` (a target, a pledge), dark `parts` in front, and the number in words."""

    label: str
    whole: float | None
    parts: tuple[float, ...]
    shown: str
    is_alarming: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One row of a dot plot: days early (negative) or late; `is_open` where it is a forecast still."""

    label: str
    days: float
    shown: str
    is_open: bool = False


def height_for(rows: int) -> float:
    """A comfortable height in points for so many rows, with legend; never more than a page holds."""
    return _LEGEND + min(max(rows, 1), 24) * 19.0 + 8


def write(
    group: Drawing | Group, x: float, y: float, text: str, *, font: str, size: float, ink: str, anchor: str = "start"
) -> None:
    """Add text at (x, y) with a fallback font where needed."""
    if anchor != "start":
        x -= fonts.width(text, font, size) * (1.0 if anchor == "end" else 0.5)
    for name, piece in fonts.runs(text, font):
        group.add(String(x, y, piece, fontName=name, fontSize=size, fillColor=HexColor(ink)))
        x += fonts.width(piece, name, size)


def nothing(width: float, height: float, palette: Palette, why: str) -> Drawing:
    """The chart's place when there is nothing to draw, saying so."""
    drawing = Drawing(width, height)
    drawing.add(Rect(0, 0, width, height, rx=3, ry=3, fillColor=HexColor(palette.tint), strokeColor=None))
    write(drawing, width / 2, height / 2 - 3, why, font=fonts.REGULAR, size=8.4, ink=palette.muted, anchor="middle")
    return drawing


def bars(
    rows: Sequence[Bar], width: float, height: float, palette: Palette, legend: Sequence[str], mark: float | None = None
) -> Drawing:
    """Horizontal bars on a scale that begins at zero; `mark` draws a line at that value (a target of 100 %)."""
    drawing = Drawing(width, height)
    shown, slot = _slots(rows, height)
    names = _label_room(width, [r.label for r in shown])
    numbers = 8 + max((fonts.width(r.shown, fonts.MEDIUM, _TEXT) for r in shown), default=0)
    room = max(width - names - numbers, 40.0)
    top = max([*(_reach(r) for r in rows), mark or 0.0, 0.0]) or 1.0
    line = None if mark is None else names + mark * room / top
    _legend(drawing, height, palette, legend)
    _baseline(drawing, names, height, slot * len(shown), palette)
    for i, row in enumerate(shown):
        middle = height - _LEGEND - slot * (i + 0.5)
        _label(drawing, row.label, names, middle, palette)
        end = _one_bar(drawing, row, names, middle, slot, room / top, palette)
        ink = palette.alarm if row.is_alarming else palette.ink
        at = end + 5
        if line is not None and at - 3 < line < at + fonts.width(row.shown, fonts.MEDIUM, _TEXT) + 3:
            at = line + 5
        write(drawing, at, middle - 2.7, row.shown, font=fonts.MEDIUM, size=_TEXT, ink=ink)
    if line is not None:
        _mark(drawing, line, height - _LEGEND, slot * len(shown), palette)
    _rest(drawing, len(rows) - len(shown), palette)
    return drawing


def dots(rows: Sequence[Dot], width: float, height: float, palette: Palette, legend: Sequence[str]) -> Drawing:
    """Days early or late, one dot a row, on a common axis through zero."""
    drawing = Drawing(width, height)
    shown, slot = _slots(rows, height)
    names = _label_room(width, [r.label for r in shown])
    numbers = 14 + max((fonts.width(r.shown, fonts.MEDIUM, _TEXT) for r in shown), default=0)
    least, most = min([0.0, *(r.days for r in shown)]), max([0.0, *(r.days for r in shown)])
    left = names + (numbers if least < 0 else 4)
    scale = max(width - left - numbers, 40.0) / ((most - least) or 1.0)
    zero = left - least * scale
    _dot_legend(drawing, height, palette, legend)
    _baseline(drawing, zero, height, slot * len(shown), palette)
    for i, row in enumerate(shown):
        middle = height - _LEGEND - slot * (i + 0.5)
        _label(drawing, row.label, names, middle, palette)
        _one_dot(drawing, row, zero, middle, scale, palette)
    _rest(drawing, len(rows) - len(shown), palette)
    return drawing


def _slots(rows: Sequence[R], height: float) -> tuple[Sequence[R], float]:
    room = height - _LEGEND - 4
    fit = max(1, int(room / _SLOT_LEAST))
    if len(rows) > fit:
        room -= 11
        rows = rows[: max(1, int(room / _SLOT_LEAST))]
    return rows, min(_SLOT_LARGEST, room / max(len(rows), 1))


def _label_room(width: float, labels: Sequence[str]) -> float:
    widest = max((fonts.width(label, fonts.REGULAR, _TEXT) for label in labels), default=0.0)
    return min(widest, width * 0.38) + _BESIDE


def _reach(row: Bar) -> float:
    return max(row.whole or 0.0, sum(p for p in row.parts if p > 0))


def _label(drawing: Drawing, text: str, room: float, middle: float, palette: Palette) -> None:
    cut = fitting(
        text, fonts.REGULAR, _TEXT, room - _BESIDE + 0.1
    )  # the widest is exactly as wide, but for a last digit
    write(drawing, room - 8, middle - 2.7, cut, font=fonts.REGULAR, size=_TEXT, ink=palette.ink, anchor="end")


def _one_bar(drawing: Drawing, row: Bar, x: float, middle: float, slot: float, scale: float, palette: Palette) -> float:
    thick = min(slot * 0.62, 13.0)
    thin = thick * (0.5 if row.whole is not None else 0.86)
    if row.whole is not None:
        _rect(drawing, x, middle - thick / 2, max(row.whole, 0) * scale, thick, palette.series[2], palette.series[1])
    at = x
    for part, fill in zip(row.parts, palette.series, strict=False):
        long = max(part, 0.0) * scale
        _rect(drawing, at, middle - thin / 2, max(long, 0.6 if part > 0 else 0.0), thin, fill, palette.series[0])
        at += long
    return max(x + max(row.whole or 0.0, 0.0) * scale, at)


def _rect(drawing: Drawing, x: float, y: float, long: float, thick: float, fill: str, edge: str) -> None:
    if long > 0:
        drawing.add(Rect(x, y, long, thick, fillColor=HexColor(fill), strokeColor=HexColor(edge), strokeWidth=0.4))


def _one_dot(drawing: Drawing, row: Dot, zero: float, middle: float, scale: float, palette: Palette) -> None:
    ink = palette.alarm if row.days > 0 else palette.series[0]
    x = zero + row.days * scale
    drawing.add(Line(zero, middle, x, middle, strokeColor=HexColor(ink), strokeWidth=1.2))
    fill = palette.paper if row.is_open else ink
    drawing.add(Circle(x, middle, 3.1, fillColor=HexColor(fill), strokeColor=HexColor(ink), strokeWidth=1.2))
    late = row.days >= 0
    write(
        drawing, x + (7 if late else -7), middle - 2.7, row.shown,
        font=fonts.MEDIUM, size=_TEXT, ink=palette.ink, anchor="start" if late else "end",
    )  # fmt: skip


def _baseline(drawing: Drawing, x: float, height: float, long: float, palette: Palette) -> None:
    top = height - _LEGEND
    drawing.add(Line(x, top, x, top - long, strokeColor=HexColor(palette.muted), strokeWidth=0.7))


def _mark(drawing: Drawing, x: float, top: float, long: float, palette: Palette) -> None:
    line = Line(x, top, x, top - long, strokeColor=HexColor(palette.ink), strokeWidth=0.8)
    line.strokeDashArray = [2, 2]
    drawing.add(line)


def _legend(drawing: Drawing, height: float, palette: Palette, words: Sequence[str]) -> None:
    # Parts first, then what the pale bar stands for, as the caller lists them.
    x, y = 0.0, height - 9
    fills = [palette.series[0], palette.series[1], palette.series[2]]
    for word, fill in zip(words, fills if len(words) == 3 else [fills[0], fills[2]], strict=False):
        _rect(drawing, x, y, 9, 6.5, fill, palette.series[1] if fill == palette.series[2] else palette.series[0])
        write(drawing, x + 13, y + 0.6, word, font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
        x += 13 + fonts.width(word, fonts.REGULAR, _SMALL) + 16


def _dot_legend(drawing: Drawing, height: float, palette: Palette, words: Sequence[str]) -> None:
    x, y = 4.0, height - 6
    for word, is_open in zip(words, (False, True), strict=False):
        ink = palette.series[0]
        fill = palette.paper if is_open else ink
        drawing.add(Circle(x, y, 3, fillColor=HexColor(fill), strokeColor=HexColor(ink), strokeWidth=1.1))
        write(drawing, x + 8, y - 2.4, word, font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
        x += 8 + fonts.width(word, fonts.REGULAR, _SMALL) + 20


def _rest(drawing: Drawing, left_out: int, palette: Palette) -> None:
    if left_out > 0:
        text = n(left_out, "and {n} more, in the annex of sources", "and {n} more, in the annex of sources")
        write(drawing, 0, 1, text, font=fonts.ITALIC, size=_SMALL, ink=palette.muted)
