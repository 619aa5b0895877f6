"""The Gantt chart: baseline, forecast and actual bars, milestones, dependencies, critical path and the day itself.

Everything is told by shape and lightness too, so that it stays apart when printed in grey: what is done is dark, what
is open pale, what is critical hatched; the baseline is hollow.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.graphics.shapes import Drawing, Line, Polygon, PolyLine, Rect
from reportlab.lib.colors import HexColor

from collabdesk.domain.told import told
from collabdesk.reporting import language
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import write
from collabdesk.reporting.charts_time import TimeAxis, draw_axis
from collabdesk.reporting.gantt_rows import Gantt, GanttRow
from collabdesk.reporting.language import n, t
from collabdesk.reporting.style_fonts import fitting
from collabdesk.reporting.style_palette import Palette

HEAD, FOOT, SLOT = 46.0, 20.0, 15.0
ROWS_A_PAGE = 36
_LEAST_SLOT = 9.6
_TEXT, _SMALL = 7.2, 6.6
_INDENT, _GAP = 8.0, 8.0
_LEGEND = (
    ("done", told("Done")), ("open", told("Forecast")), ("critical", told("Critical, open")),
    ("baseline", told("Baseline")), ("milestone", told("Milestone")), ("was", told("its baseline")),
    ("deliverable", told("Deliverable")),
)  # fmt: skip


def gantt_height(gantt: Gantt) -> float:
    """The height in points at which every row is comfortable to read."""
    return HEAD + FOOT + SLOT * len(gantt.rows)


def draw_gantt(gantt: Gantt, width: float, height: float, palette: Palette) -> Drawing:
    """All rows that fit, from the top; how many are left out is said below them."""
    drawing = Drawing(width, height)
    room = height - HEAD - FOOT
    fit = max(1, int(room / _LEAST_SLOT))
    rows = gantt.rows[:fit]
    slot = min(SLOT * 1.4, room / len(rows))
    names = _name_room(rows, width)
    axis = TimeAxis(gantt.first, gantt.last, names, width - 6)
    top = height - HEAD
    middles = {i: top - slot * (i + 0.5) for i in range(len(rows))}
    _stripes(drawing, rows, width, top, slot, palette)
    draw_axis(drawing, axis, height, top - slot * len(rows), palette, gantt.start)
    _arrows(drawing, rows, axis, middles, slot, palette)
    for i, row in enumerate(rows):
        _name(drawing, row, names, middles[i], palette)
        _one(drawing, row, axis, middles[i], slot, palette)
    if gantt.as_of and axis.first <= gantt.as_of <= axis.last:
        _day_line(drawing, axis, gantt.as_of, top, slot * len(rows), palette)
    _legend(drawing, width, palette, len(gantt.rows) - len(rows))
    return drawing


def _name_room(rows: Sequence[GanttRow], width: float) -> float:
    widest = max(_INDENT * row.level + fonts.width(row.label, _font(row), _TEXT) for row in rows)
    return min(widest, width * 0.34) + _GAP


def _font(row: GanttRow) -> str:
    return fonts.SEMIBOLD if row.level == 0 and not row.is_point else fonts.REGULAR


def _name(drawing: Drawing, row: GanttRow, room: float, middle: float, palette: Palette) -> None:
    x = min(_INDENT * row.level, room / 3)
    cut = fitting(row.label, _font(row), _TEXT, room - _GAP - x)
    ink = palette.muted if row.is_cancelled else palette.ink
    write(drawing, x, middle - 2.5, cut, font=_font(row), size=_TEXT, ink=ink)
    if row.is_cancelled:
        long = fonts.width(cut, _font(row), _TEXT)
        drawing.add(Line(x, middle, x + long, middle, strokeColor=HexColor(palette.muted), strokeWidth=0.6))


def _stripes(drawing: Drawing, rows: Sequence[GanttRow], width: float, top: float, slot: float,
             palette: Palette) -> None:  # fmt: skip
    for i, row in enumerate(rows):
        if row.level == 0 and not row.is_point:
            drawing.add(Rect(0, top - slot * (i + 1), width, slot, fillColor=HexColor(palette.tint), strokeColor=None))


def _one(drawing: Drawing, row: GanttRow, axis: TimeAxis, middle: float, slot: float, palette: Palette) -> None:
    if row.is_cancelled:
        return
    thick = min(slot * 0.4, 6.0)
    if row.is_point:
        _points(drawing, row, axis, middle, slot, palette)
        return
    was, now = axis.span(row.baseline), axis.span(row.now)
    under = middle - thick * 0.95 if row.kind == "task" else middle - thick * 0.6
    if was:
        _bar(drawing, was, under, thick * 0.5, palette.paper, palette.muted)
    if now and row.kind == "summary":
        _bracket(drawing, now, middle, thick, palette)
    elif now:
        _task(drawing, row, now, middle - thick * 0.25, thick, palette)


def _bar(drawing: Drawing, span: tuple[float, float], y: float, thick: float, fill: str, edge: str) -> None:
    long = max(span[1] - span[0], 0.8)
    drawing.add(Rect(span[0], y, long, thick, fillColor=HexColor(fill), strokeColor=HexColor(edge), strokeWidth=0.6))


def _task(drawing: Drawing, row: GanttRow, span: tuple[float, float], y: float, thick: float, palette: Palette) -> None:
    edge = palette.alarm if row.is_critical else palette.series[0]
    _bar(drawing, span, y, thick, palette.series[2] if row.is_critical else palette.series[1], edge)
    if row.is_critical:
        _hatch(drawing, span, y, thick, palette.alarm)
    if row.done > 0:
        end = span[0] + (span[1] - span[0]) * row.done
        _bar(drawing, (span[0], end), y, thick, palette.series[0], palette.series[0])


def _hatch(drawing: Drawing, span: tuple[float, float], y: float, thick: float, ink: str) -> None:
    x = span[0] - thick
    while x < span[1]:
        left, right = max(x, span[0]), min(x + thick, span[1])
        if right > left:
            drawing.add(Line(left, y + left - x, right, y + right - x, strokeColor=HexColor(ink), strokeWidth=0.7))
        x += 2.6


def _bracket(drawing: Drawing, span: tuple[float, float], middle: float, thick: float, palette: Palette) -> None:
    """A whole with parts: a thin bar with feet at its ends."""
    left, right = span[0], max(span[1], span[0] + 2)
    y, foot = middle + thick * 0.1, min(3.0, (right - left) / 2)
    points = [left, y - 3.2, left, y + 1.6, right, y + 1.6, right, y - 3.2, right - foot, y - 1, left + foot, y - 1]
    drawing.add(Polygon(points, fillColor=HexColor(palette.ink), strokeColor=None))


def _points(drawing: Drawing, row: GanttRow, axis: TimeAxis, middle: float, slot: float, palette: Palette) -> None:
    was, now = axis.end(row.baseline[1]), axis.end(row.now[1])
    size = min(slot * 0.3, 4.2)
    if was is not None and now is not None and abs(was - now) > 1:
        line = Line(was, middle, now, middle, strokeColor=HexColor(palette.muted), strokeWidth=0.5)
        line.strokeDashArray = [1.5, 1.5]
        drawing.add(line)
    if was is not None:
        _mark(drawing, row.kind, was, middle, size, palette.paper, palette.muted)
    if now is not None:
        edge = palette.alarm if row.is_critical and not row.is_done else palette.series[0]
        fill = palette.series[0] if row.is_done else edge if row.is_critical else palette.series[1]
        _mark(drawing, row.kind, now, middle, size, fill, edge)
        if row.is_critical and not row.is_done:  # a bright heart, which stays to be seen in grey
            _mark(drawing, row.kind, now, middle, size * 0.42, palette.paper, palette.paper)


def _mark(drawing: Drawing, kind: str, x: float, y: float, size: float, fill: str, edge: str) -> None:
    if kind == "milestone":
        points = [x - size, y, x, y + size, x + size, y, x, y - size]
    else:
        s = size * 0.72
        points = [x - s, y - s, x - s, y + s, x + s, y + s, x + s, y - s]
    drawing.add(Polygon(points, fillColor=HexColor(fill), strokeColor=HexColor(edge), strokeWidth=0.8))


def _arrows(drawing: Drawing, rows: Sequence[GanttRow], axis: TimeAxis, middles: dict[int, float], slot: float,
            palette: Palette) -> None:  # fmt: skip
    place = {row.code: i for i, row in reversed(list(enumerate(rows)))}
    for i, row in enumerate(rows):
        head = axis.end(row.now[1]) if row.is_point else axis.start(row.now[0])
        for code in row.waits:
            j = place.get(code)
            tail = axis.end(rows[j].now[1]) if j is not None else None
            if j is None or tail is None or head is None or row.is_cancelled or j == i:
                continue
            urgent = row.is_critical and rows[j].is_critical
            from_x = tail + (slot * 0.3 if rows[j].is_point else 0)
            to_x = head - (slot * 0.3 if row.is_point else 0)
            _arrow(drawing, (from_x, middles[j]), (to_x, middles[i]), slot, palette, is_urgent=urgent)


def _arrow(drawing: Drawing, tail: tuple[float, float], head: tuple[float, float], slot: float, palette: Palette, *,
           is_urgent: bool) -> None:  # fmt: skip
    (x1, y1), (x2, y2) = tail, head
    ink, wide = (palette.alarm, 1.1) if is_urgent else (palette.muted, 0.5)
    out = x1 + 3
    if x2 - 4 >= out:
        points = [x1, y1, out, y1, out, y2, x2, y2]
    else:  # it begins before the other ends: the line goes round, between the rows
        between = y2 + (slot / 2 if y2 < y1 else -slot / 2)
        points = [x1, y1, out, y1, out, between, x2 - 5, between, x2 - 5, y2, x2, y2]
    drawing.add(PolyLine(points, strokeColor=HexColor(ink), strokeWidth=wide))
    tip = 2.6
    drawing.add(
        Polygon(
            [x2, y2, x2 - tip, y2 + tip * 0.62, x2 - tip, y2 - tip * 0.62], fillColor=HexColor(ink), strokeColor=None
        )
    )


def _day_line(drawing: Drawing, axis: TimeAxis, day: date, top: float, long: float, palette: Palette) -> None:
    x = axis.place(day, at_end=True)
    line = Line(x, top + 4, x, top - long, strokeColor=HexColor(palette.ink), strokeWidth=1.0)
    line.strokeDashArray = [3, 2]
    drawing.add(line)
    text = language.day(day.isoformat())
    half = fonts.width(text, fonts.MEDIUM, _SMALL) / 2
    at = min(max(x, axis.left + half), axis.right - half)
    write(drawing, at, top + 5.5, text, font=fonts.MEDIUM, size=_SMALL, ink=palette.ink, anchor="middle")


def _legend(drawing: Drawing, width: float, palette: Palette, left_out: int) -> None:
    x, y = 0.0, 3.0
    for kind, word in _LEGEND:
        _sample(drawing, kind, x, y, palette)
        write(drawing, x + 17, y, t(word), font=fonts.REGULAR, size=_SMALL, ink=palette.muted)
        x += 17 + fonts.width(t(word), fonts.REGULAR, _SMALL) + 11
    if left_out > 0:
        text = n(left_out, "and {n} more row", "and {n} more rows")
        write(drawing, width, y, text, font=fonts.ITALIC, size=_SMALL, ink=palette.muted, anchor="end")


def _sample(drawing: Drawing, kind: str, x: float, y: float, palette: Palette) -> None:
    middle = y + 2.4
    dark, pale = palette.series[0], palette.series[1]
    if kind in ("milestone", "was", "deliverable"):
        fill, edge = (palette.paper, palette.muted) if kind == "was" else (pale, dark)
        _mark(drawing, "deliverable" if kind == "deliverable" else "milestone", x + 7, middle, 3.6, fill, edge)
        return
    span = (x, x + 13)
    if kind == "baseline":
        _bar(drawing, span, y + 0.8, 2.6, palette.paper, palette.muted)
    elif kind == "critical":
        _bar(drawing, span, y, 5, palette.series[2], palette.alarm)
        _hatch(drawing, span, y, 5, palette.alarm)
    else:
        _bar(drawing, span, y, 5, dark if kind == "done" else pale, dark)
