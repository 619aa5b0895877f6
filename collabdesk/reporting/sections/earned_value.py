"""Earned value: plan, work and cost on one scale, as a whole and by work package, and the schedule that was earned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.charts import has_rows
from collabdesk.reporting.charts_curve import CURVE_HEIGHT
from collabdesk.reporting.content import Block, ChartBlock, Cite, Column, Paragraph, Table, Text
from collabdesk.reporting.currencies import by_unit, units_of
from collabdesk.reporting.language import retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, figure_table, rest_note, with_unit
from collabdesk.reporting.wording import read_off, to_the_cent

_VALUES = (
    ("bac", told("Budget")), ("pv", told("Planned value")), ("ev", told("Earned value")), ("ac", told("Actual cost")),
    ("cpi", told("CPI")), ("spi", told("SPI")),
)  # fmt: skip
_FORECASTS = (
    ("eac", told("Estimate")), ("vac", told("Variance")), ("tcpi-bac", told("TCPI")), ("es", told("Earned schedule")),
    ("spi-t", told("SPI(t)")),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("earned_value")
    whole = [f for f in figures if not f.detail]
    if not whole or all(f.value is None for f in whole):
        yield from _nothing(whole)
        return
    yield from _made_of(whole)
    yield figure_table("Earned value of the project", whole)
    schedule = data.of("earned_schedule")
    curve = (*figures, *schedule)
    if has_rows("curve", curve):
        yield ChartBlock("curve", "S-curve: planned value, earned value and actual cost", curve, CURVE_HEIGHT)
    times = [f for f in schedule if not f.detail]
    if times:
        periods = times[0].inputs.get("periods", told("periods"))
        yield figure_table(t("Earned schedule, in {periods}", periods=periods), times)
    yield from _packages(figures, schedule)


def _nothing(whole: Sequence[Figure]) -> Iterator[Block]:
    """Said only where somebody looks for earned value: there is progress or cost, and no plan."""
    if whole:
        yield Paragraph((t("Earned value cannot be told: {why}.", why=whole[0].note),), "note")


def _made_of(whole: Sequence[Figure]) -> Iterator[Block]:
    """What the plan was taken from, and what is missing, in words."""
    values = {f.rule.split("@")[0]: f for f in whole}
    plan, earned = values.get("evm.pv"), values.get("evm.ev")
    if plan is not None and plan.inputs.get("plan"):
        made_of = t("The plan over time is made of {plan}.", plan=plan.inputs["plan"])
        yield Paragraph((f"{made_of} {_sentence(plan.note)}".strip(),))
    if earned is not None and earned.note:
        yield Paragraph((t("Earned value: {note}.", note=earned.note),), "note")


def _sentence(note: str | None) -> str:
    if not note:
        return ""
    text = retold(note)
    return f"{text[0].upper()}{text[1:]}."


def _packages(figures: Sequence[Figure], schedule: Sequence[Figure]) -> Iterator[Block]:
    """A line for each work package, each value with its code; and one for costs that no package was planned for."""
    known = {f.id: f for f in (*figures, *schedule)}
    units = units_of(f for f in figures if f.unit.isupper() and not f.detail)
    budgets = [f for f in figures if f.detail and f.rule.startswith("evm.bac@")]
    for unit, found in by_unit(budgets, units) if budgets else ():
        rest = [f for f in figures if f.id.split("-")[2:3] == ["unplanned"] and f.unit == unit]
        for caption, columns in (
            (told("Earned value by work package"), _VALUES),
            (told("Forecast by work package"), _FORECASTS),
        ):
            rows = [_row(budget, columns, known) for budget in found[:ROWS_SHOWN]]
            if columns is _VALUES:
                rows += [_unplanned(f) for f in rest]
            heads = (Column("Work package", 2.0), *(Column(title, 1.9, is_number=True) for _, title in columns))
            if any(len(cell) > 1 for row in rows for cell in row):
                yield Table(with_unit(caption, unit), heads, tuple(rows), note=rest_note(len(found)))


def _row(budget: Figure, columns: Sequence[tuple[str, str]], known: Mapping[str, Figure]) -> tuple[Text, ...]:
    return ((budget.detail,), *(_cell(known.get(_sibling(budget, slug))) for slug, _ in columns))


def _cell(figure: Figure | None) -> Text:
    if figure is None:
        return ("\u2013",)
    # The table says the currency once, in its caption.
    shown = read_off(figure) if figure.value is None or not figure.unit.isupper() else to_the_cent(figure.value)
    # The space lets the code stand below its number: no number is broken in two.
    return (f"{shown} ", Cite(figure.id))


def _unplanned(cost: Figure) -> tuple[Text, ...]:
    cells = (_cell(cost if slug == "ac" else None) for slug, _ in _VALUES)
    return ((t("Costs of no planned work package"),), *cells)


def _sibling(budget: Figure, slug: str) -> str:
    """The id of another figure of the same work package: `F3-bac-wp1` -> `F3-ev-wp1`."""
    number, _, rest = budget.id.split("-", 2)
    return f"{number}-{slug}-{rest}"


SECTION = Section("earned_value", "Earned value", _compose, level=2)
