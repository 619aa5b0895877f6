"""Budget: planned against spent, as a whole and by category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block
from collabdesk.reporting.currencies import by_unit, units_of
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, detail_table, figure_table, with_unit

_INPUTS = (("budget", told("Budget")), ("expended", told("Expended")))


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("budget")
    if not figures:
        return
    yield figure_table("Budget and expenditure", list(_whole(figures)))
    parts = data.by_rule("budget.absorption", detailed=True)
    units = units_of(f for f in figures if f.rule.startswith("total.") and not f.detail) or units_of(
        f for f in figures if f.unit.isupper()
    )
    for unit, found in by_unit(parts, units) if parts else ():
        its = [f for f in figures if not f.detail] + found
        caption = with_unit("Budget and expenditure by category", unit)
        yield from chart("budget", caption, its, len(found))
        yield detail_table("Absorption by category", found, "Category", _INPUTS, unit, "Absorbed")
    rest = [f for f in figures if f.detail and f not in parts]
    if rest:
        yield figure_table("By category", rest)


def _whole(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of the whole. A currency that costs alone are in has no budget, no balance and no absorption: where
    another currency has them, the limitations say so.
    """
    whole = [f for f in figures if not f.detail]
    known = {(f.rule, f.label) for f in whole if f.value is not None}
    return (f for f in whole if f.value is not None or (f.rule, f.label) not in known)


SECTION = Section("budget", "Budget and expenditure", _compose, level=2)
