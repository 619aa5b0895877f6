"""The Gantt and the trend chart: drawn from figures of the plan, told by shape as well as by colour."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from reportlab.graphics.shapes import Drawing, Group, Polygon, PolyLine, Rect, String

from collabdesk.domain.figures import Figure
from collabdesk.reporting import style_fonts as fonts
from collabdesk.reporting.charts import chart, chart_page, natural_height
from collabdesk.reporting.charts_gantt import HEAD, ROWS_A_PAGE, SLOT
from collabdesk.reporting.charts_time import TimeAxis
from collabdesk.reporting.gantt_rows import gantt_of, pages
from collabdesk.reporting.style_palette import LIGHT

WHOLE = Figure("F1-critical-path", "Critical", Decimal(1), "count", "plan.critical@CPM-1959", {
    "as of": "2025-06-30", "project start": "2025-01-01", "first day": "2025-01-01", "last day": "2026-12-31"})  # fmt: skip


def entry(code, start, end, title="Work", kind="task", **said):
    inputs = {"code": code, "kind": kind, "level": "1", "baseline start": start, "baseline end": end, "start": start,
              "end": end, **{k.replace("_", " "): v for k, v in said.items()}}  # fmt: skip
    return Figure(f"F1-plan-slip-{code}", "Slip", Decimal(0), "days", "plan.slip@CD-1", inputs, None, "101", "plan",
                  f"{code} {title}")  # fmt: skip


PLAN = [
    WHOLE,
    entry("WP1", "2025-01-01", "2026-12-31", "Network", "summary", level="0"),
    entry("T1.1", "2025-01-01", "2025-03-31", finished="yes", waits_for="not recorded"),
    entry("T1.2", "2025-04-01", "2026-01-31", critical="yes", done="0.4", waits_for="T1.1+10d; T9"),
    entry("MS1", "not recorded", "2026-02-28", "Buoys out", "milestone", critical="yes", waits_for="T1.2"),
    entry("D1", "not recorded", "2025-06", "Plan", "deliverable", finished="cancelled"),
]


def shapes(drawing, kind):
    found = []

    def walk(one):
        for child in one.contents:
            if isinstance(child, Group | Drawing):
                walk(child)
            elif isinstance(child, kind):
                found.append(child)

    walk(drawing)
    return found


def words(drawing):
    return [s.text for s in shapes(drawing, String)]


def drawn(figures, name="gantt", width=700.0):
    return chart(name).draw(figures, width, natural_height(name, figures))


def test_the_rows_are_read_off_the_figures():
    (gantt,) = gantt_of(PLAN)
    task = gantt.rows[2]
    assert (task.code, task.title, task.done, task.is_critical, task.waits) == (
        "T1.2",
        "Work",
        0.4,
        True,
        ("T1.1", "T9"),
    )
    assert (gantt.first, gantt.last, gantt.as_of) == (date(2025, 1, 1), date(2026, 12, 31), date(2025, 6, 30))
    assert gantt.rows[4].baseline == (None, date(2025, 6, 30))
    assert gantt.rows[1].done == 1.0
    assert gantt_of([WHOLE]) == [] == gantt_of([entry("X", "not recorded", "not recorded")])


def test_it_names_its_rows_years_project_months_and_the_day():
    said = words(drawn(PLAN))
    assert {"WP1  Network", "T1.2  Work", "2025", "2026", "Apr", "M1", "30 June 2025", "Critical, open"} <= set(said)


def test_critical_work_is_hatched_and_what_is_done_is_dark_so_that_grey_print_tells_them_apart():
    fills = [r.fillColor.hexval() for r in shapes(drawn(PLAN), Rect) if r.fillColor]
    assert fills.count(f"0x{LIGHT.series[0][1:].lower()}") >= 2  # T1.1 and the done part of T1.2
    plain = [WHOLE, entry("T1.2", "2025-04-01", "2026-01-31")]
    hatched = [WHOLE, entry("T1.2", "2025-04-01", "2026-01-31", critical="yes")]
    assert len(drawn(hatched).contents) > len(drawn(plain).contents) + 20


def test_a_dependency_is_an_arrow_and_one_on_what_is_not_there_is_none():
    assert len(shapes(drawn(PLAN), PolyLine)) == 2  # T1.1 to T1.2, T1.2 to MS1
    assert shapes(drawn([WHOLE, entry("T1", "2025-01-01", "2025-02-01", waits_for="T9")]), PolyLine) == []


def test_a_milestone_is_a_hollow_diamond_of_the_baseline_and_a_filled_one_of_the_forecast():
    late = [WHOLE, entry("MS1", "not recorded", "2025-09-30", kind="milestone", baseline_end="2025-03-31")]
    alone = [WHOLE, entry("MS1", "not recorded", "2025-09-30", kind="milestone", baseline_end="not recorded")]
    assert len(shapes(drawn(late), Polygon)) == len(shapes(drawn(alone), Polygon)) + 1


def test_long_titles_end_in_an_ellipsis_that_fits_by_measure():
    long = drawn([WHOLE, entry("T1", "2025-01-01", "2025-02-01", "Στρατηγική παρατήρησης " * 20)], width=400)
    (cut,) = [text for text in words(long) if text.startswith("T1")]
    assert cut.endswith("…")
    assert fonts.width(cut, fonts.REGULAR, 7.2) < 400 * 0.34


@pytest.mark.parametrize("count", [1, 60, 200])
def test_every_row_has_room_of_its_own(count):
    many = [WHOLE, *(entry(f"T{n}", "2025-01-01", "2025-06-30") for n in range(count))]
    assert natural_height("gantt", many) >= HEAD + SLOT * count
    assert sum(text.startswith("T") for text in words(drawn(many))) == count


def test_what_does_not_fit_is_counted():
    many = [WHOLE, *(entry(f"T{n}", "2025-01-01", "2025-06-30") for n in range(60))]
    said = words(chart("gantt").draw(many, 700, 300))
    assert any(text.startswith("and ") and text.endswith("\u00a0more rows") for text in said)


def test_pages_share_one_scale():
    many = [WHOLE, *(entry(f"T{n}", "2025-01-01", f"2025-0{n % 9 + 1}-28") for n in range(ROWS_A_PAGE + 5))]
    first, second = (gantt_of(page)[0] for page in pages(many, ROWS_A_PAGE))
    assert (len(first.rows), len(second.rows)) == (ROWS_A_PAGE, 5)
    assert (first.first, first.last) == (second.first, second.last)


def test_a_bar_ends_when_its_day_does():
    axis = TimeAxis(date(2025, 1, 1), date(2025, 1, 10), 0.0, 100.0)
    assert axis.span((date(2025, 1, 1), date(2025, 1, 10))) == (0.0, 100.0)
    assert axis.span((date(2025, 1, 5), date(2025, 1, 4))) is None
    assert axis.end(None) is None


def trend(code, *pairs, reached="not recorded"):
    inputs = {"baseline end": "2025-06-30", "reached": reached, **{f"reported {day}": to for day, to in pairs}}
    return Figure(f"F1-forecast-trend-{code}", "Movement", Decimal(0), "days", "plan.trend@CD-1", inputs, None, "101",
                  "plan_trend", f"{code} Buoys out")  # fmt: skip


def test_a_trend_tells_how_far_each_forecast_moved():
    said = words(drawn([trend("MS1", ("2025-01-31", "2025-06-30"), ("2025-03-31", "2025-07-30")),
                        trend("MS2", ("2025-01-31", "2025-09-30"), ("2025-03-31", "2025-09-10"))], "trend"))  # fmt: skip
    assert any(text.startswith("MS1  +30 d") for text in said)
    assert any(text.startswith("MS2  −20 d") for text in said)


def test_a_line_ends_where_its_milestone_was_reached():
    reached = trend("MS1", ("2025-01-31", "2025-06-30"), ("2025-07-31", "2025-07-10"), reached="2025-07-10")
    (found,) = chart("trend").rows([reached])
    assert found.lines[0].points == ((date(2025, 1, 31), date(2025, 6, 30)), (date(2025, 7, 10), date(2025, 7, 10)))


def test_labels_of_one_day_are_pushed_apart():
    same = [trend(f"MS{n}", ("2025-01-31", "2025-06-30"), ("2025-03-31", "2025-06-30")) for n in range(30)]
    labels = [s for s in shapes(drawn(same, "trend"), String) if s.text.startswith("MS")]
    heights = sorted(s.y for s in labels)
    assert len(labels) == 24
    assert min(b - a for a, b in pairwise(heights)) > 8


@pytest.mark.parametrize("name", ["gantt", "trend"])
def test_the_same_figures_give_the_same_bytes(name):
    figures = [*PLAN, trend("MS1", ("2025-01-31", "2025-06-30"))]
    assert chart_page(name, figures, 600, 300, dark=True) == chart_page(name, figures, 600, 300, dark=True)
