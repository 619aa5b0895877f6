"""The time axis of charts: days to points of paper, with years, quarters or months, and the project's own months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.graphics.shapes import Drawing, Line
from reportlab.lib.colors import HexColor

from collabdesk.domain.spans import months_later, months_of
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import write
from collabdesk.reporting.language import month, t
from collabdesk.reporting.style_palette import Palette

_SMALL = 6.6
_STEPS = (1, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last` between two places on paper; a day has its width, so a bar ends when its day does."""

    first: date
    last: date
    left: float
    right: float

    @property
    def scale(self) -> float:
        """Points a day."""
        return (self.right - self.left) / max((self.last - self.first).days + 1, 1)

    def place(self, day: date, *, at_end: bool = False) -> float:
        """Where a day begins, or ends."""
        return self.left + ((day - self.first).days + at_end) * self.scale

    def start(self, day: date | None) -> float | None:
        return None if day is None else self.place(day)

    def end(self, day: date | None) -> float | None:
        return None if day is None else self.place(day, at_end=True)

    def span(self, days: tuple[date | None, date | None]) -> tuple[float, float] | None:
        """The places between which a bar lies; None without both days."""
        first, last = days
        if first is None or last is None or last < first:
            return None
        return self.place(first), self.place(last, at_end=True)


def draw_axis(drawing: Drawing, axis: TimeAxis, height: float, bottom: float, palette: Palette,
              start: date | None = None) -> None:  # fmt: skip
    """Years above, their parts below, with lines down to `bottom`; the project's months in a third line."""
    step = _step(axis, max((month(m) for m in range(1, 13)), key=len))
    y = height - 8
    for day in _firsts(axis, 12):
        x = axis.place(day)
        drawing.add(Line(x, height, x, bottom, strokeColor=HexColor(palette.rule), strokeWidth=0.8))
    for day, x, room in _labels(axis, 12):
        text = str(day.year)
        if fonts.width(text, fonts.SEMIBOLD, _SMALL) + 3 <= room:
            write(drawing, x + 2, y, text, font=fonts.SEMIBOLD, size=_SMALL, ink=palette.ink)
    if step < 12:
        for day, x, room in _labels(axis, step):
            if day.month != 1:
                drawing.add(Line(x, y - 3, x, bottom, strokeColor=HexColor(palette.rule), strokeWidth=0.35))
            text = t("Q{n}", n=(day.month + 2) // 3) if step == 3 else month(day.month)
            if fonts.width(text, fonts.REGULAR, _SMALL) + 2 <= room:
                write(drawing, x + 2, y - 10, text, font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
    if start is not None:
        _project_months(drawing, axis, y - 20, start, palette)
    drawing.add(Line(axis.left, bottom, axis.right, bottom, strokeColor=HexColor(palette.rule), strokeWidth=0.6))


def _step(axis: TimeAxis, widest: str) -> int:
    """The least number of months whose label fits between two ticks."""
    long = axis.scale * 30.4
    return next((s for s in _STEPS if s * long >= fonts.width(widest, fonts.REGULAR, _SMALL) + 4), _STEPS[-1])


def _firsts(axis: TimeAxis, step: int) -> Iterator[date]:
    """The first days of the months that begin a step, within the axis."""
    day = date(axis.first.year, 1, 1)
    while day <= axis.last:
        if day >= axis.first:
            yield day
        day = months_later(day, step)


def _labels(axis: TimeAxis, step: int) -> Iterator[tuple[date, float, float]]:
    """Each step, where its label begins, and the room that it has; the first may have begun before the axis."""
    day = date(axis.first.year, 1, 1)
    while day <= axis.last:
        after = months_later(day, step)
        left, right = max(axis.place(day), axis.left), min(axis.place(after), axis.right)
        if right > left:
            yield day, left, right - left
        day = after


def _project_months(drawing: Drawing, axis: TimeAxis, y: float, start: date, palette: Palette) -> None:
    step = max(_step(axis, "M000"), 1)
    for number in range(1, (axis.last.year - start.year + 1) * 12 + 1):
        # M1, and then the months that are whole steps: M6, M12 …
        if number != 1 and number % step:
            continue
        its = months_of(start, number)
        x = axis.place(its.first)
        if its.first > axis.last or x < axis.left:
            continue
        text = t("M{n}", n=number)
        if x + fonts.width(text, fonts.REGULAR, _SMALL) <= axis.right:
            drawing.add(Line(x, y + 6, x, y + 3.5, strokeColor=HexColor(palette.muted), strokeWidth=0.4))
            write(drawing, x + 2, y, text, font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
