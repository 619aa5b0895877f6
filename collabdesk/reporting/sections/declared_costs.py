"""Declared and accepted costs: what each reporting period declared, and what the funder took or left of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.reporting.content import Block, Cite, Column, Table, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, with_unit
from collabdesk.reporting.wording import day, spoken, to_the_cent

_RULES = ("cost.declared", "cost.accepted", "cost.rejected")
_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    figures = [f for f in data.of("costs") if f.rule.split("@")[0] in _RULES and f.value is not None]
    if not figures:
        return
    yield say(
        t(
            "A cost counts in the reporting period that it names, or in the one that its day lies in. What is declared "
            "and not judged yet is neither accepted nor rejected."
        )
    )
    for unit in dict.fromkeys(f.unit for f in figures):
        yield _table(data.periods, [f for f in figures if f.unit == unit], unit)


def _table(periods: Sequence[ReportingPeriod], figures: Sequence[Figure], unit: str) -> Table:
    columns = (
        Column("Period", 1.1), Column("From", 1.7), Column("To", 1.7), Column("Status", 1.3),
        Column(with_unit(t("Declared"), unit), 2.5, is_number=True),
        Column(with_unit(t("Accepted"), unit), 2.5, is_number=True),
        Column(with_unit(t("Rejected"), unit), 2.5, is_number=True),
    )  # fmt: skip
    known = {p.code: p for p in periods}
    rows = []
    for code in dict.fromkeys(f.detail for f in figures):
        its = {f.rule.split("@")[0]: f for f in figures if f.detail == code}
        period = known.get(code)
        dates: tuple[Text, ...] = ((_NONE,),) * 3
        if period is not None:
            dates = ((day(period.start),), (day(period.end),), (spoken(period.status),))
        rows.append(((code,), *dates, *(_cell(its.get(rule)) for rule in _RULES)))
    return Table(with_unit(t("Costs by reporting period"), unit), columns, tuple(rows))


def _cell(figure: Figure | None) -> Text:
    if figure is None or figure.value is None:
        return (_NONE,)
    return (f"{to_the_cent(figure.value)} ", Cite(figure.id))


SECTION = Section("declared_costs", "Declared and accepted costs", _compose, level=2)
