"""The S-curve: planned value, earned value and actual cost over time, the estimate to the end, and the day itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect
from reportlab.lib.colors import HexColor

from collabdesk.domain.told import told
from collabdesk.reporting import language
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import write
from collabdesk.reporting.curve_points import Curve, Points
from collabdesk.reporting.language import t
from collabdesk.reporting.style_palette import Palette
from collabdesk.reporting.wording import number

CURVE_HEIGHT = 230.0
_SMALL = 6.8
_LEGEND, _FOOT, _LEFT, _RIGHT = 22.0, 16.0, 40.0, 34.0
_MOST_MARKS = 40
_TICKS = 5


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where a day and an amount stand on paper."""

    left: float
    bottom: float
    width: float
    height: float
    first: date
    last: date
    top: float

    def x(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return self.left + self.width * min(max((day - self.first).days / whole, 0.0), 1.0)

    def y(self, amount: float) -> float:
        return self.bottom + self.height * max(amount, 0.0) / self.top


def draw_curve(curve: Curve, width: float, height: float, palette: Palette) -> Drawing:
    """The curves, told apart by thickness, marks and dashes and by a name at their end: also when printed in grey."""
    drawing = Drawing(width, height)
    axes = _axes(curve, width, height)
    _scale(drawing, axes, palette)
    _days(drawing, axes, palette)
    if curve.budget:
        _level(drawing, axes, curve.budget, palette)
    if curve.as_of and axes.first <= curve.as_of <= axes.last:
        _today(drawing, axes, curve.as_of, palette)
    ends = [("PV", curve.planned[-1], palette.muted)]
    _line(drawing, axes, curve.planned, palette.muted, 1.1)
    if curve.estimate and curve.spent:
        _line(drawing, axes, (curve.spent[-1], curve.estimate), palette.alarm, 1.1, dashes=(4, 2.4))
        _square(drawing, axes, curve.estimate, palette.alarm, palette.paper)
        ends.append(("EAC", curve.estimate, palette.alarm))
    if curve.spent:
        _line(drawing, axes, curve.spent, palette.alarm, 1.3)
        _marks(curve.spent, lambda at: _square(drawing, axes, at, palette.alarm, palette.paper))
        ends.append(("AC", curve.spent[-1], palette.alarm))
    if curve.earned:
        _line(drawing, axes, curve.earned, palette.series[0], 2.2)
        _marks(curve.earned, lambda at: _dot(drawing, axes, at, palette.series[0]))
        ends.append(("EV", curve.earned[-1], palette.series[0]))
    _names(drawing, axes, ends, curve)
    _legend(drawing, curve, height, palette)
    return drawing


def _axes(curve: Curve, width: float, height: float) -> _Axes:
    every = [*curve.planned, *curve.earned, *curve.spent, *([curve.estimate] if curve.estimate else [])]
    most = max([amount for _, amount in every] + [curve.budget or 0.0]) or 1.0
    step = _step(most)
    top = step * -(-most // step)
    days = [day for day, _ in every]
    return _Axes(_LEFT, _FOOT, width - _LEFT - _RIGHT, height - _FOOT - _LEGEND, min(days), max(days), top * 1.02)


def _step(most: float) -> float:
    """A round step of which the scale needs at most five."""
    size = 10.0 ** (len(str(int(most / _TICKS) or 1)) - 1)
    return next((size * f for f in (1, 2, 2.5, 5) if size * f * _TICKS >= most), size * 10)


def _scale(drawing: Drawing, axes: _Axes, palette: Palette) -> None:
    step = _step(axes.top / 1.02)
    for n in range(int(axes.top / step) + 1):
        y = axes.y(n * step)
        drawing.add(Line(axes.left, y, axes.left + axes.width, y, strokeColor=HexColor(palette.rule), strokeWidth=0.4))
        write(drawing, axes.left - 5, y - 2.3, _short(n * step, step), font=fonts.REGULAR, size=_SMALL,
              ink=palette.muted, anchor="end")  # fmt: skip


def _short(amount: float, step: float) -> str:
    """`200 k`, `1.5 m`: a decimal only where the steps of the scale need one."""
    for size, word in ((1e9, told("{n} bn")), (1e6, told("{n} m")), (1e3, told("{n} k"))):
        if step >= size / 2:
            places = 0 if step % size == 0 else 1
            return t(word, n=number(Decimal(str(amount / size)), places)) if amount else "0"
    return number(Decimal(str(amount)), 0 if step >= 1 else 1)


def _days(drawing: Drawing, axes: _Axes, palette: Palette) -> None:
    """The ends of months or years below the axis, as many as fit."""
    base = axes.bottom
    drawing.add(
        Line(axes.left, base, axes.left + axes.width, base, strokeColor=HexColor(palette.muted), strokeWidth=0.7)
    )
    months = (axes.last.year - axes.first.year) * 12 + axes.last.month - axes.first.month
    fit = max(int(axes.width / 56), 1)
    every = next((n for n in (1, 2, 3, 6, 12, 24, 60, 120) if months / n <= fit), 240)
    for day in _firsts(axes.first, axes.last, every):
        x = axes.x(day)
        drawing.add(Line(x, base, x, base - 2.5, strokeColor=HexColor(palette.muted), strokeWidth=0.6))
        write(drawing, x, base - 10.5, _month(day), font=fonts.REGULAR, size=_SMALL, ink=palette.muted, anchor="middle")


def _month(day: date) -> str:
    """`Jan 2025`."""
    return f"{language.month(day.month)} {day.year}"


def _firsts(first: date, last: date, every: int) -> list[date]:
    """First days of months; of years and quarters where not every month is named."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    days = [date((m - 1) // 12, (m - 1) % 12 + 1, 1) for m in months if (m - 1) % every == 0]
    return [day for day in days if first <= day <= last]


def _line(drawing: Drawing, axes: _Axes, points: Points, ink: str, thick: float,
          dashes: tuple[float, ...] = ()) -> None:  # fmt: skip
    flat = [at for day, amount in points for at in (axes.x(day), axes.y(amount))]
    if len(points) > 1:
        line = PolyLine(flat, strokeColor=HexColor(ink), strokeWidth=thick, strokeLineJoin=1)
        if dashes:
            line.strokeDashArray = list(dashes)
        drawing.add(line)


def _marks(points: Points, mark: Callable[[tuple[date, float]], None]) -> None:
    """A mark where the curve has moved, and at its end; where that is nearly everywhere, at its end only."""
    moved = [now for before, now in pairwise(points) if now[1] != before[1] or now == points[-1]]
    for at in moved if len(moved) <= _MOST_MARKS else points[-1:]:
        mark(at)


def _dot(drawing: Drawing, axes: _Axes, at: tuple[date, float], ink: str) -> None:
    drawing.add(Circle(axes.x(at[0]), axes.y(at[1]), 2.4, fillColor=HexColor(ink), strokeColor=None))


def _square(drawing: Drawing, axes: _Axes, at: tuple[date, float], ink: str, fill: str) -> None:
    x, y = axes.x(at[0]), axes.y(at[1])
    drawing.add(Rect(x - 2, y - 2, 4, 4, fillColor=HexColor(fill), strokeColor=HexColor(ink), strokeWidth=0.9))


def _level(drawing: Drawing, axes: _Axes, budget: float, palette: Palette) -> None:
    y = axes.y(budget)
    line = Line(axes.left, y, axes.left + axes.width, y, strokeColor=HexColor(palette.ink), strokeWidth=0.8)
    line.strokeDashArray = [1, 2]
    drawing.add(line)
    write(drawing, axes.left + 4, y + 2.6, t("BAC"), font=fonts.MEDIUM, size=_SMALL, ink=palette.ink)


def _today(drawing: Drawing, axes: _Axes, day: date, palette: Palette) -> None:
    x, top = axes.x(day), axes.bottom + axes.height
    drawing.add(Line(x, axes.bottom, x, top, strokeColor=HexColor(palette.ink), strokeWidth=0.6))
    words = language.day(day.isoformat())
    room = fonts.width(words, fonts.REGULAR, _SMALL)
    before = x + room + 5 > axes.left + axes.width
    write(drawing, x - 4 if before else x + 4, axes.bottom + 3, words, font=fonts.REGULAR, size=_SMALL,
          ink=palette.ink, anchor="end" if before else "start")  # fmt: skip


def _names(drawing: Drawing, axes: _Axes, ends: Sequence[tuple[str, tuple[date, float], str]], curve: Curve) -> None:
    """Each curve's name at its end: the plan's below the level of the budget, the cost's beside the line that goes on
    from it; moved where two would touch.
    """
    taken: list[tuple[float, float]] = []
    for name, (day, amount), ink in sorted(ends, key=lambda end: end[1][1]):
        x, y = axes.x(day) + 5, axes.y(amount) - (9.0 if name == "PV" and amount == curve.budget else 2.4)
        is_left = name == "AC" and curve.estimate is not None
        if is_left:
            x, y = x - 10, y + 4
        while any(abs(y - other) < _SMALL + 0.6 and abs(x - beside) < 22 for beside, other in taken):
            y += 1.5
        taken.append((x, y))
        write(
            drawing, x, y, name, font=fonts.SEMIBOLD, size=_SMALL + 0.4, ink=ink, anchor="end" if is_left else "start"
        )


def _legend(drawing: Drawing, curve: Curve, height: float, palette: Palette) -> None:
    x, y = 0.0, height - 8
    words = (
        (told("Planned value (PV)"), palette.muted, 1.1, ()),
        (told("Earned value (EV)"), palette.series[0], 2.2, ()),
        (told("Actual cost (AC)"), palette.alarm, 1.3, ()),
        (told("Estimate at completion (EAC)"), palette.alarm, 1.1, (4, 2.4)),
    )
    for (word, ink, thick, dashes), is_there in zip(
        words, (True, bool(curve.earned), bool(curve.spent), bool(curve.estimate and curve.spent)), strict=True
    ):
        if not is_there:
            continue
        line = Line(x, y + 2.3, x + 16, y + 2.3, strokeColor=HexColor(ink), strokeWidth=thick)
        if dashes:
            line.strokeDashArray = list(dashes)
        drawing.add(line)
        if word.startswith("Earned"):
            drawing.add(Circle(x + 8, y + 2.3, 2.4, fillColor=HexColor(ink), strokeColor=None))
        if word.startswith("Actual"):
            drawing.add(Rect(x + 6, y + 0.3, 4, 4, fillColor=HexColor(palette.paper), strokeColor=HexColor(ink)))
        write(drawing, x + 20, y, t(word), font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
        x += 20 + fonts.width(t(word), fonts.REGULAR, _SMALL) + 14
    if curve.currency:
        write(
            drawing, drawing.width, y, curve.currency, font=fonts.REGULAR, size=_SMALL, ink=palette.muted, anchor="end"
        )
