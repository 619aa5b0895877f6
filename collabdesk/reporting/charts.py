"""The charts, drawn once from Figures for paper and screen: each is one function and one line in CHARTS."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from collabdesk.domain.figures import Figure
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts_bars import Bar, Dot, bars, dots, height_for, nothing
from collabdesk.reporting.charts_curve import CURVE_HEIGHT, draw_curve
from collabdesk.reporting.charts_gantt import draw_gantt, gantt_height
from collabdesk.reporting.charts_trend import TREND_HEIGHT, Trend, draw_trend, trend_of
from collabdesk.reporting.currencies import by_unit, units_of
from collabdesk.reporting.curve_points import Curve, curve_of
from collabdesk.reporting.gantt_rows import Gantt, gantt_of
from collabdesk.reporting.language import retold, said, t
from collabdesk.reporting.style_palette import DARK, LIGHT, Palette
from collabdesk.reporting.wording import amount, percent, quantity, value_of

_FORMS = ("in cash", "in kind")
Whole = Curve | Gantt | Trend
"""A chart that is one thing, not rows of numbers: its rows are a list of one."""
Rows = Callable[[Sequence[Figure]], Sequence[Bar] | Sequence[Dot] | Sequence[Whole]]
_WHOLE: Mapping[type, tuple[Callable[[Any, float, float, Palette], Drawing], Callable[[Any], float]]] = {
    Curve: (draw_curve, lambda _: CURVE_HEIGHT),
    Gantt: (draw_gantt, gantt_height),
    Trend: (draw_trend, lambda _: TREND_HEIGHT),
}


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: which figures make its rows, and what its colours stand for."""

    name: str
    title: str
    rows: Rows
    legend: tuple[str, ...]
    mark: float | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """What its colours stand for, in the language being written."""
        return tuple(t(word) for word in self.legend)

    def draw(self, figures: Sequence[Figure], width: float, height: float, palette: Palette = LIGHT) -> Drawing:
        """The drawing, `width` by `height` points; says so where no figure can be drawn."""
        fonts.register()
        rows = self.rows(figures)
        if not rows:
            return nothing(width, height, palette, t("{chart}: nothing to draw yet", chart=t(self.title)))
        if type(rows[0]) in _WHOLE:
            draw, _ = _WHOLE[type(rows[0])]
            return draw(rows[0], width, height, palette)
        if isinstance(rows[0], Dot):
            return dots([r for r in rows if isinstance(r, Dot)], width, height, palette, self.words)
        return bars([r for r in rows if isinstance(r, Bar)], width, height, palette, self.words, self.mark)


def _rule(figure: Figure) -> str:
    return figure.rule.split("@")[0]


def _name(figure: Figure) -> str:
    """What its row is called: the part that it is of, else what it is."""
    return retold(figure.detail) if figure.detail else said(figure.label)


def _input(figure: Figure, name: str) -> Decimal | None:
    try:
        found = Decimal(figure.inputs.get(name, ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _of_parts(figures: Sequence[Figure], rule: str) -> list[Figure]:
    """The rule's figures of single parts; where there are none, those of the whole."""
    found = [f for f in figures if _rule(f) == rule]
    return [f for f in found if f.detail and f.detail not in _FORMS] or [f for f in found if not f.detail]


def _one_currency(found: list[Figure], figures: Sequence[Figure]) -> tuple[str, list[Figure]]:
    # Bars of two currencies cannot share a scale: the one with the most rows is drawn, the home currency first.
    subjects = {f.group for f in found}
    groups = by_unit(found, units_of(f for f in figures if f.unit.isupper() and f.group in subjects))
    return max(groups, key=lambda pair: len(pair[1]), default=("", []))


def _against(figures: Sequence[Figure], rule: str, part: str, whole: str) -> list[Bar]:
    return _bars_of(_of_parts(figures, rule), figures, rule, part, whole)


def _bars_of(parts: list[Figure], figures: Sequence[Figure], rule: str, part: str, whole: str) -> list[Bar]:
    currency, found = _one_currency([f for f in parts if _rule(f) == rule], figures)
    made = []
    for f in found:
        done, target = _input(f, part), _input(f, whole)
        if done is None and target is None:
            continue
        share = f" \u00b7 {percent(f.value)}" if f.value is not None else ""
        shown = t("nothing recorded") if done is None else amount(done, currency) + share
        bar = Bar(
            _name(f),
            None if target is None else float(target),
            (float(done or 0),),
            shown,
            is_alarming=f.value is not None and rule == "budget.absorption" and f.value > 1,
        )
        made.append((-(bar.whole or 0), bar.label, bar))
    return [bar for *_, bar in sorted(made, key=lambda row: row[:2])]


def _budget(figures: Sequence[Figure]) -> list[Bar]:
    return _against(figures, "budget.absorption", "expended", "budget")


def _forms(figures: Sequence[Figure]) -> list[Bar]:
    forms = [f for f in figures if f.detail in _FORMS]
    return _bars_of(forms, figures, "contribution.delivery", "received", "pledged")


def _contributions(figures: Sequence[Figure]) -> list[Bar]:
    return _against(figures, "contribution.delivery", "received", "pledged")


def _milestones(figures: Sequence[Figure]) -> list[Dot]:
    found = [f for f in figures if _rule(f) == "milestone.slip" and f.detail and f.value is not None]
    rows = [
        Dot(_name(f), float(f.value or 0), _days(f.value or Decimal(0)), is_open=f.inputs.get("achieved") in _OPEN)
        for f in found
    ]
    return sorted(rows, key=lambda d: (-d.days, d.label))


_OPEN = (None, "", "not recorded", "no")


def _days(value: Decimal) -> str:
    if value == 0:
        return t("on time")
    days = quantity(abs(value), "days")
    return t("{days} late", days=days) if value > 0 else t("{days} early", days=days)


def _shares(figures: Sequence[Figure]) -> list[Bar]:
    found = [f for f in figures if _rule(f) == "contribution.share" and f.value is not None]
    rows = [Bar(_name(f), None, (float(f.value or 0),), value_of(f)) for f in found]
    return sorted(rows, key=lambda b: (-b.parts[0], b.label))


def _countries(figures: Sequence[Figure]) -> list[Bar]:
    """Shares of countries in what the partners contribute."""
    found = [f for f in figures if _rule(f) == "balance.share" and "-country-" in f.id and f.group == "concentration"]
    rows = [Bar(_first(f), None, (float(f.value or 0),), value_of(f)) for f in _one_kind(found)]
    return sorted(rows, key=lambda b: (-b.parts[0], b.label))


def _returns(figures: Sequence[Figure]) -> list[Bar]:
    """The coefficients of contributing countries."""
    found = [f for f in figures if _rule(f) == "georeturn.coefficient"]
    rows = [Bar(_first(f), None, (float(f.value or 0),), quantity(f.value)) for f in _one_kind(found)]
    return sorted(rows, key=lambda b: (-b.parts[0], b.label))


def _one_kind(found: Sequence[Figure]) -> list[Figure]:
    """Those of one kind of contribution in one unit, for others are other shares: that of the most countries."""
    kinds: dict[tuple[str, str | None], list[Figure]] = {}
    for f in (f for f in found if f.value is not None):
        kinds.setdefault((f.detail.rpartition(", ")[2], f.inputs.get("contributions are in")), []).append(f)
    return max(kinds.values(), key=len, default=[])


def _first(figure: Figure) -> str:
    return said(figure.detail).rpartition(", ")[0] or said(figure.label)


def _indicators(figures: Sequence[Figure]) -> list[Bar]:
    found = [f for f in figures if _rule(f) == "indicator.achievement" and f.value is not None]
    rows = [Bar(_name(f), None, (float(f.value or 0),), value_of(f), is_alarming=_is_missed(f)) for f in found]
    return sorted(rows, key=lambda b: (-b.parts[0], b.label))


def _is_missed(figure: Figure) -> bool:
    value = figure.value or Decimal(0)
    return value > 1 if figure.inputs.get("target is") == "at most" else value < 1


def _achievement(figures: Sequence[Figure]) -> list[Bar]:
    wanted = ("milestone.punctuality", "deliverable.delivery", "indicator.reached")
    found = [f for f in figures if _rule(f) in wanted and not f.detail and f.value is not None]
    return [Bar(said(f.label), 1.0, (float(f.value or 0),), value_of(f)) for f in found]


CHARTS = (
    Chart("budget", "Budget and expenditure", _budget, ("Expended", "Budget")),
    Chart("contributions", "Delivery of contributions by partner", _contributions, ("Received", "Pledged")),
    Chart("forms", "Delivery of contributions in cash and in kind", _forms, ("Received", "Pledged")),
    Chart("milestones", "Slip of milestones against their baseline", _milestones, ("Achieved", "Still open")),
    Chart("shares", "Share of each partner in the funder's contribution", _shares, ("Share",)),
    Chart("countries", "Share of each country in the contributions", _countries, ("Share",)),
    Chart("geo_return", "Geographical return by country", _returns, ("Coefficient, 1.00 being the ideal",), 1.0),
    Chart("indicators", "Indicators against their targets", _indicators, ("Achieved share of the target",), 1.0),
    Chart("curve", "S-curve: planned value, earned value and actual cost", curve_of, ()),
    Chart("gantt", "Plan: baseline, forecast and what is done", gantt_of, ()),
    Chart("trend", "Milestone trend: forecasts over the days of their reports", trend_of, ()),
    Chart("achievement", "Plan and achievement", _achievement, ("Reached", "Planned by this day")),
)


def chart(name: str) -> Chart:
    """The chart of this name; KeyError when there is none."""
    return {c.name: c for c in CHARTS}[name]


def natural_height(name: str, figures: Sequence[Figure]) -> float:
    """The height in points that the chart needs to show its rows comfortably."""
    rows = chart(name).rows(figures)
    if rows and type(rows[0]) in _WHOLE:
        _, tall = _WHOLE[type(rows[0])]
        return tall(rows[0])
    return height_for(len(rows))


def has_rows(name: str, figures: Sequence[Figure]) -> bool:
    """There is something to draw."""
    return bool(chart(name).rows(figures))


def chart_page(name: str, figures: Sequence[Figure], width: float, height: float, *, dark: bool) -> bytes:
    """The chart alone as a PDF of one page, for the window; the same input gives the same bytes."""
    palette = DARK if dark else LIGHT
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1)
    canvas.setFillColor(palette.of("paper"))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    renderPDF.draw(chart(name).draw(figures, width - 16, height - 16, palette), canvas, 8, 8)
    canvas.setTitle(t(chart(name).title))
    canvas.showPage()
    canvas.save()
    return out.getvalue()
