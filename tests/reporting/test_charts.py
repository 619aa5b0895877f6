"""Charts: rows from figures, order, scale from zero, currencies apart, the same bytes twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from reportlab.graphics.shapes import Drawing, Rect, String

from collabdesk.reporting.charts import CHARTS, chart, chart_page, has_rows, natural_height
from collabdesk.reporting.charts_bars import Bar
from collabdesk.reporting.charts_bars import bars as drawn_bars
from collabdesk.reporting.style_palette import DARK, LIGHT


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def bars(drawing: Drawing) -> list[Rect]:
    return [shape for shape in drawing.contents if isinstance(shape, Rect) and shape.y < drawing.height - 25]


@pytest.mark.parametrize("name", [c.name for c in CHARTS])
def test_every_chart_draws_a_full_project_and_says_so_of_an_empty_one(full, name):
    assert has_rows(name, full.figures)
    chart(name).draw(full.figures, 400, natural_height(name, full.figures))
    assert texts(chart(name).draw((), 400, 100)) == [f"{chart(name).title}: nothing to draw yet"]


def test_bars_stand_in_proportion_from_zero(full):
    drawn = bars(chart("budget").draw(full.figures, 400, 120))
    personnel_budget, personnel_spent, travel_budget, travel_spent = (b.width for b in drawn)
    assert personnel_spent / personnel_budget == pytest.approx(2234567.5 / 3000000)
    assert travel_spent / travel_budget == pytest.approx(1.25)
    assert len({b.x for b in drawn}) == 1


def test_the_partner_chart_leaves_out_the_forms_and_names_the_currency(full):
    shown = texts(chart("contributions").draw(full.figures, 500, 200))
    assert "in kind" not in shown
    assert "EUR\u00a0100,000.00 · 50.0\u00a0%" in shown


def test_two_currencies_do_not_share_a_scale(full):
    dollar = replace(
        full.figures[8], id="F3-delivery-p9-usd", detail="Somebody", inputs={"received": "9", "pledged": "10"}
    )
    total = replace(full.figures[6], id="F3-pledged-usd", unit="USD", value=Decimal(10))
    shown = texts(chart("contributions").draw((*full.figures, dollar, total), 500, 300))
    assert "Somebody" not in shown


def test_slips_are_ordered_and_open_ones_are_hollow(full):
    shown = texts(chart("milestones").draw(full.figures, 500, 120))
    assert [t for t in shown if t.startswith("MS")] == ["MS2 Service", "MS1 Start"]
    assert "95\u00a0days late" in shown
    assert "on time" in shown


def test_rows_that_do_not_fit_are_counted(full):
    many = [replace(full.figures[-1], id=f"F3-share-{i}", detail=f"Partner {i:03}") for i in range(50)]
    shown = texts(chart("shares").draw(many, 400, 150))
    assert any(t.startswith("and ") and t.endswith("more, in the annex of sources") for t in shown)


def test_a_long_name_is_cut_with_an_ellipsis(full):
    long = replace(full.figures[-1], detail="Gesellschaft " * 20)
    assert any(t.endswith("\u2026") for t in texts(chart("shares").draw([long], 300, 80)))


def test_the_same_figures_give_the_same_bytes_in_light_and_in_dark(full):
    light = chart_page("shares", full.figures, 400, 200, dark=False)
    assert light == chart_page("shares", full.figures, 400, 200, dark=False)
    assert light != chart_page("shares", full.figures, 400, 200, dark=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_series_differ_in_lightness_so_that_grey_print_keeps_them_apart(palette):
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    first, second, third = sorted(lightness(s) for s in palette.series)
    assert second - first > 30
    assert third - second > 30


@pytest.mark.parametrize("label", ["A", "C.2", "Personnel", "Indicators that reached their target", "Kosten in Geld"])
def test_a_label_that_has_its_room_is_not_cut(label):
    drawing = drawn_bars([Bar(label, 2.0, (1.0,), "50 %")], 470, 60, LIGHT, ("a", "b"))
    assert label in texts(drawing)
