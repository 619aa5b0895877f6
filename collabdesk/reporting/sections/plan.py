"""The plan: the baseline it is measured against, the Gantt chart, work packages with slip and float, and the trend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.charts import has_rows, natural_height
from collabdesk.reporting.charts_gantt import ROWS_A_PAGE
from collabdesk.reporting.charts_trend import TREND_HEIGHT
from collabdesk.reporting.content import Block, ChartBlock, Cite, Column, Table, Text, say
from collabdesk.reporting.gantt_rows import pages
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, detail_table, figure_table, rest_note
from collabdesk.reporting.wording import NOT_AVAILABLE, day, number, quantity


def _compose(data: ReportData) -> Iterator[Block]:
    plan, effort, trend = data.of("plan"), data.of("plan_effort"), data.of("plan_trend")
    each = [f for f in plan if f.detail]
    if not each:
        return
    yield say(_measured_against(each[0]))
    whole = [f for f in (*plan, *trend, *effort) if not f.detail]
    yield figure_table("The plan as a whole", whole)
    yield from (say(_sentence(f.note), "note") for f in whole if f.note and f.rule.startswith("plan.critical@"))
    yield from _gantt(plan)
    yield _entries(each, {f.inputs.get("code", ""): f for f in data.of("plan_float")})
    if has_rows("trend", trend):
        yield ChartBlock("trend", "Milestone trend: forecasts over the days of their reports", trend, TREND_HEIGHT)
        yield _trend([f for f in trend if f.detail])
    by_package = [f for f in effort if f.detail]
    if by_package:
        inputs = (("person-months used", told("Used")), ("planned person-months", told("Planned")))
        yield detail_table("Person-months by work package", by_package, "Work package", inputs, "", "Used of planned")


def _measured_against(figure: Figure) -> str:
    name = figure.inputs.get("baseline", "")
    if name.startswith("none frozen"):
        return t("No baseline of the plan is frozen: slip is measured against the dates as they are approved now.")
    return t("The plan is measured against baseline {baseline}.", baseline=name)


def _sentence(note: str | None) -> str:
    text = t(note or "").strip()
    return text if text.endswith(".") else f"{text}."


def _gantt(plan: Sequence[Figure]) -> Iterator[Block]:
    if not has_rows("gantt", plan):
        return
    parts = pages(plan, ROWS_A_PAGE)
    for nth, part in enumerate(parts, 1):
        caption = t("Plan: baseline, forecast and what is done")
        if len(parts) > 1:
            caption = t("{caption} ({n} of {total})", caption=caption, n=nth, total=len(parts))
        if has_rows("gantt", part):
            yield ChartBlock("gantt", caption, part, natural_height("gantt", part))


def _trend(each: Sequence[Figure]) -> Table:
    columns = (
        Column("Milestone", 4.2), Column("First forecast", 2.2), Column("Last forecast", 2.2), Column("Reports", 1,
        is_number=True), Column("Moved, days", 1.3, is_number=True), Column("Code", 2.1),
    )  # fmt: skip
    rows = tuple(_moved(f) for f in each[:ROWS_SHOWN])
    return Table("Forecasts as they were reported", columns, rows, note=rest_note(len(each)))


def _moved(figure: Figure) -> tuple[Text, ...]:
    reported = [value for name, value in sorted(figure.inputs.items()) if name.startswith("reported ")]
    moved = quantity(figure.value) if figure.value is not None else "\u2013"
    first, last = (day(reported[0]), day(reported[-1])) if reported else ("\u2013", "\u2013")
    return ((figure.detail,), (first,), (last,), (str(len(reported)),), (moved,), (Cite(figure.id),))


def _entries(work: Sequence[Figure], floats: Mapping[str, Figure]) -> Table:
    columns = (
        Column("No.", 1.2), Column("Work package, task or milestone", 3.3), Column("Baseline end", 2.8),
        Column("End now", 2.8), Column("Slip, days", 1, is_number=True), Column("Float, days", 1, is_number=True),
        Column("Code", 2.0),
    )  # fmt: skip
    rows = tuple(_row(f, floats) for f in work[:ROWS_SHOWN])
    return Table(
        t("Entries of the plan ({n})", n=number(Decimal(len(work)), 0)), columns, rows, note=rest_note(len(work))
    )


def _row(figure: Figure, floats: Mapping[str, Figure]) -> tuple[Text, ...]:
    said = figure.inputs
    code = said.get("code", "")
    name = figure.detail.removeprefix(code).strip() or code
    marked = t("{entry} (critical)", entry=name) if said.get("critical") == "yes" else name
    slip = quantity(figure.value) if figure.value is not None else "\u2013"
    free, its_code = _float(floats.get(code))
    return ((code,), (marked,), (_day(said, "baseline end"),), (_now(said),), (slip,), (free,),
            (Cite(figure.id), *its_code))  # fmt: skip


def _day(said: Mapping[str, str], name: str) -> str:
    text = said.get(name, "")
    return day(text if text[:4].isdigit() else None)


def _now(said: Mapping[str, str]) -> str:
    shown = _day(said, "end")
    return t("{day} (done)", day=shown) if said.get("finished") == "yes" else shown


def _float(found: Figure | None) -> tuple[str, Text]:
    """The float and, below the entry's own code, the code that leads to it: side by side they leave names no room."""
    if found is None:
        return "\u2013", ()
    return quantity(found.value) if found.value is not None else t(NOT_AVAILABLE), (" ", Cite(found.id))


SECTION = Section("plan", "Plan", _compose, level=2)
