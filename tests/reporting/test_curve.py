"""The S-curve: three curves told apart without colour, the estimate dashed, the day and the budget marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportlab.graphics.shapes import Line, PolyLine, Rect, String

from collabdesk.reporting.charts import chart, has_rows, natural_height
from collabdesk.reporting.curve_points import curve_of
from collabdesk.reporting.style_palette import LIGHT


def drawn(figures):
    return chart("curve").draw(figures, 470, natural_height("curve", figures), LIGHT)


def words(drawing):
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def test_the_curves_end_where_the_figures_do(full):
    (curve,) = curve_of(full.figures)
    assert curve.planned[-1] == (date(2025, 5, 31), 500000.0)
    assert curve.earned == ((date(2024, 12, 31), 0.0), (date(2025, 3, 31), 200000.0))
    assert curve.spent[-1] == (date(2025, 3, 31), 290000.0)
    assert curve.estimate == (date(2025, 6, 23), 725000.0)
    assert (curve.as_of, curve.budget, curve.currency) == (date(2025, 3, 31), 500000.0, "EUR")


def test_each_curve_has_its_name_at_its_end_and_its_own_thickness_or_dashes(full):
    drawing = drawn(full.figures)
    assert {"PV", "EV", "AC", "EAC", "BAC", "31 March 2025"} <= set(words(drawing))
    lines = [shape for shape in drawing.contents if isinstance(shape, PolyLine)]
    looks = {(line.strokeWidth, tuple(line.strokeDashArray or ())) for line in lines}
    assert len(lines) == len(looks) == 4
    assert sum(1 for _, dashes in looks if dashes) == 1


def test_what_is_not_known_is_not_drawn(full):
    unread = [
        replace(f, inputs={k: v.replace("; EV 200000", "") for k, v in f.inputs.items()}) if f.id == "F3-curve" else f
        for f in full.figures
        if f.id != "F3-eac"
    ]
    (curve,) = curve_of(unread)
    assert curve.earned == ()
    assert curve.estimate is None
    assert not {"EAC", "EV", "Earned value (EV)"} & set(words(drawn(unread)))


def test_a_plan_that_begins_after_the_day_is_a_curve_of_the_plan_alone(full):
    early = [
        replace(f, inputs={"periods": "months", "currency": "EUR", "2025-01-31": "PV 5", "2025-02-28": "PV 10"})
        if f.id == "F3-curve"
        else replace(f, inputs={"as of": "2024-06-30"})
        if f.id == "F3-pv"
        else f
        for f in full.figures
        if f.id != "F3-eac"
    ]
    drawing = drawn(early)
    assert "PV" in words(drawing)
    assert not [w for w in words(drawing) if w in ("EV", "AC", "30 June 2024")]
    assert all(0 <= x <= 470 for s in drawing.contents if isinstance(s, Line) for x in (s.x1, s.x2))


def test_marks_stand_where_a_curve_moves_and_at_its_end(full):
    said = {
        "2025-01-31": "PV 1; AC 5",
        "2025-02-28": "PV 2; AC 5",
        "2025-03-31": "PV 3; AC 9",
        "2025-04-30": "PV 4; AC 9",
    }
    still = [
        replace(f, inputs={"currency": "EUR", "2024-12-31": "PV 0; AC 0", **said}) if f.id == "F3-curve" else f
        for f in full.figures
        if f.id != "F3-eac"
    ]
    squares = [s for s in drawn(still).contents if isinstance(s, Rect) and s.y < 200]
    assert len(squares) == 3


def test_without_a_plan_over_time_there_is_no_curve(full):
    assert not has_rows("curve", [f for f in full.figures if f.id != "F3-curve"])
