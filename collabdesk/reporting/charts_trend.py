"""The milestone trend chart: what was forecast, over the days on which it was reported.

A level line keeps its word, a rising one slips; a milestone is reached where its line meets the slanting one, on which
a forecast is the day of the report itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect
from reportlab.lib.colors import HexColor

from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Figure
from collabdesk.domain.spans import months_later
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import write
from collabdesk.reporting.charts_time import TimeAxis, draw_axis
from collabdesk.reporting.language import month, n, t
from collabdesk.reporting.style_fonts import fitting
from collabdesk.reporting.style_palette import Palette

TREND_HEIGHT = 300.0
_HEAD, _FOOT, _LEFT, _RIGHT = 26.0, 22.0, 46.0, 132.0
_TEXT, _SMALL = 7.0, 6.6
_MOST = 24
_DASHES: tuple[list[float] | None, ...] = (None, [4, 2], [1, 1.6], [6, 2, 1, 2])
_SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One milestone: the forecasts by the day of their report, and where it was reached."""

    label: str
    points: tuple[tuple[date, date], ...]
    reached: date | None

    @property
    def moved(self) -> int:
        return (self.points[-1][1] - self.points[0][1]).days


@dataclass(frozen=True, slots=True)
class Trend:
    """All lines, those that moved most first."""

    lines: tuple[TrendLine, ...]


def trend_of(figures: Sequence[Figure]) -> list[Trend]:
    """The chart of the figures' forecasts, as a list of one; empty where nothing was reported."""
    lines = [line for f in figures if f.rule.startswith("plan.trend@") and f.detail and (line := _line(f))]
    return [Trend(tuple(sorted(lines, key=lambda line: (-abs(line.moved), line.label))))] if lines else []


def draw_trend(trend: Trend, width: float, height: float, palette: Palette) -> Drawing:
    """The lines of the milestones that moved most; how many are left out is said."""
    drawing = Drawing(width, height)
    lines = trend.lines[:_MOST]
    right = width - min(_RIGHT, width * 0.3)
    reports = [day for line in lines for day, _ in line.points]
    forecasts = [day for line in lines for _, day in line.points]
    pad = timedelta(days=max((max(reports) - min(reports)).days // 20, 10))
    across = TimeAxis(min(reports) - pad, max(reports) + pad, _LEFT, right)
    up = _Upward(min(forecasts) - pad, max(forecasts) + pad, _FOOT, height - _HEAD)
    draw_axis(drawing, across, height, _FOOT, palette)
    _levels(drawing, up, right, palette)
    _slant(drawing, across, up, palette)
    ends = []
    for i, line in enumerate(lines):
        ends.append(_draw(drawing, line, i, across, up, palette))
    _labels(drawing, lines, ends, (right, width, height), palette)
    _told(drawing, width, palette, len(trend.lines) - len(lines))
    return drawing


@dataclass(frozen=True, slots=True)
class _Upward:
    """Forecast days to heights."""

    first: date
    last: date
    bottom: float
    top: float

    def place(self, day: date) -> float:
        return self.bottom + (day - self.first).days / max((self.last - self.first).days, 1) * (self.top - self.bottom)


def _line(figure: Figure) -> TrendLine | None:
    said: Mapping[str, str] = figure.inputs
    points = tuple(
        (date.fromisoformat(name.removeprefix("reported ")), date.fromisoformat(day))
        for name, day in sorted(said.items())
        if name.startswith("reported ")
    )
    text = said.get("reached", "")
    reached = latest(text) if text[:4].isdigit() else None
    if reached is not None:  # its line ends where it was reached, whatever was reported afterwards
        points = (*(p for p in points if p[0] < reached), (reached, reached))
    return TrendLine(figure.detail, points, reached) if points else None


def _levels(drawing: Drawing, up: _Upward, right: float, palette: Palette) -> None:
    """Lines at the forecast days, as many as can be told apart."""
    months = max((up.last - up.first).days / 30.4, 1)
    step = next((s for s in (1, 3, 6, 12, 24) if s * (up.top - up.bottom) / months >= 16), 60)
    day = date(up.first.year, 1, 1)
    while day <= up.last:
        if day >= up.first:
            y = up.place(day)
            drawing.add(Line(_LEFT, y, right, y, strokeColor=HexColor(palette.rule), strokeWidth=0.4))
            short = f"{month(day.month)} {day.year}" if step < 12 else str(day.year)
            write(drawing, _LEFT - 4, y - 2.3, short, font=fonts.REGULAR, size=_SMALL, ink=palette.muted, anchor="end")
        day = months_later(day, step)


def _slant(drawing: Drawing, across: TimeAxis, up: _Upward, palette: Palette) -> None:
    first, last = max(across.first, up.first), min(across.last, up.last)
    if first >= last:
        return
    ends = (across.place(first), up.place(first), across.place(last), up.place(last))
    drawing.add(Line(*ends, strokeColor=HexColor(palette.muted), strokeWidth=1.6))


def _draw(drawing: Drawing, line: TrendLine, number: int, across: TimeAxis, up: _Upward,
          palette: Palette) -> tuple[float, float]:  # fmt: skip
    """Draws one line; gives where it ends."""
    ink = palette.alarm if line.moved > 0 else palette.series[0]
    places = [(across.place(day), up.place(forecast)) for day, forecast in line.points]
    if len(places) > 1:
        path = PolyLine([v for place in places for v in place], strokeColor=HexColor(ink), strokeWidth=1.1)
        path.strokeDashArray = _DASHES[number // len(_SHAPES) % len(_DASHES)]
        drawing.add(path)
    for place in places:
        _shape(drawing, _SHAPES[number % len(_SHAPES)], place, palette.paper, ink)
    if line.reached is not None:
        _shape(drawing, _SHAPES[number % len(_SHAPES)], places[-1], ink, ink)
    return places[-1]


def _shape(drawing: Drawing, shape: str, at: tuple[float, float], fill: str, edge: str) -> None:
    (x, y), s = at, 2.7
    look = {"fillColor": HexColor(fill), "strokeColor": HexColor(edge), "strokeWidth": 0.9}
    if shape == "circle":
        drawing.add(Circle(x, y, s, **look))
    elif shape == "square":
        drawing.add(Rect(x - s * 0.85, y - s * 0.85, s * 1.7, s * 1.7, **look))
    elif shape == "diamond":
        drawing.add(Polygon([x - s * 1.2, y, x, y + s * 1.2, x + s * 1.2, y, x, y - s * 1.2], **look))
    else:
        drawing.add(Polygon([x - s * 1.1, y - s * 0.9, x, y + s * 1.1, x + s * 1.1, y - s * 0.9], **look))


def _labels(drawing: Drawing, lines: Sequence[TrendLine], ends: Sequence[tuple[float, float]],
            room: tuple[float, float, float], palette: Palette) -> None:  # fmt: skip
    """Each name beside its line's end, pushed apart where they would lie on each other."""
    right, width, height = room
    least = 8.6
    order = sorted(range(len(lines)), key=lambda i: -ends[i][1])
    y = height - _HEAD + least
    places: dict[int, float] = {}
    for i in order:
        y = min(ends[i][1], y - least)
        places[i] = y
    below = _FOOT - min(places.values())
    if below > 0:  # those at the foot are lifted, and lift the ones above them
        floor = _FOOT
        for i in reversed(order):
            places[i] = max(places[i], floor)
            floor = places[i] + least
    for i in order:
        x, end = ends[i]
        leader = PolyLine([x + 4, end, right + 4, places[i], right + 9, places[i]],
                          strokeColor=HexColor(palette.rule), strokeWidth=0.5)  # fmt: skip
        drawing.add(leader)
        moved = lines[i].moved
        code, _, title = lines[i].label.partition(" ")
        days = t("{n} d", n=f"{moved:+d}".replace("-", "\u2212")) if moved else ""
        told = "  ".join(part for part in (code, days, title) if part)
        ink = palette.alarm if moved > 0 else palette.ink
        cut = fitting(told, fonts.REGULAR, _TEXT, width - right - 12)
        write(drawing, right + 11, places[i] - 2.4, cut, font=fonts.REGULAR, size=_TEXT, ink=ink)


def _told(drawing: Drawing, width: float, palette: Palette, left_out: int) -> None:
    text = t("Across: day of the report. Up: day that was forecast. The slanting line: reached.")
    write(drawing, _LEFT, 4, text, font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
    if left_out > 0:
        more = n(left_out, "and {n} that moved less", "and {n} that moved less")
        write(drawing, width, 4, more, font=fonts.ITALIC, size=_SMALL, ink=palette.muted, anchor="end")
