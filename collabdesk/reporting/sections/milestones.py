"""Milestones: punctuality and slip, and each milestone with its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.standing import achieved, days_overdue
from collabdesk.reporting.content import Block, Cite, Column, Table, Text
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, chart, figure_table
from collabdesk.reporting.wording import counted, day, number, quantity, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    figures = data.of("milestones")
    if not figures and not data.milestones:
        return
    whole = [f for f in figures if not f.detail]
    yield figure_table("Milestones as a whole", whole)
    slips = [f for f in figures if f.detail and f.unit == "days" and f.value is not None]
    yield from chart("milestones", "Slip of milestones against their baseline", slips, len(slips))
    if data.project and data.milestones:
        yield _each(data)


def _each(data: ReportData) -> Table:
    columns = (
        Column("No.", 1), Column("Milestone", 4.2), Column("Baseline", 1.8), Column("Reached or forecast", 2.2),
        Column("Slip, days", 1, is_number=True), Column("Standing", 1.8), Column("Code", 1.6),
    )  # fmt: skip
    slips = {f.detail: f for f in data.by_rule("milestone.slip")}
    rows = tuple(_row(m, data.as_of, slips) for m in data.milestones[:ROWS_SHOWN])
    left = len(data.milestones) - ROWS_SHOWN
    note = n(left, "{n} more milestone on record.", "{n} more milestones on record.") if left > 0 else ""
    return Table(t("Milestones ({n})", n=number(Decimal(len(data.milestones)), 0)), columns, rows, note=note)


def _row(m: Milestone, as_of: date, slips: Mapping[str, Figure]) -> tuple[Text, ...]:
    slip = slips.get(" ".join(part for part in (m.code, m.title) if part))
    shown = quantity(slip.value) if slip and slip.value is not None else "\u2013"
    code: Text = (Cite(slip.id),) if slip else ("\u2013",)
    return ((m.code,), (m.title,), (day(m.baseline),), (_now(m, as_of),), (shown,), (_standing(m, as_of),), code)


def _now(m: Milestone, as_of: date) -> str:
    if m.achieved and achieved(m, as_of):
        return day(m.achieved)
    return t("{day} (forecast)", day=day(m.forecast)) if m.forecast else "\u2013"


def _standing(m: Milestone, as_of: date) -> str:
    late = days_overdue(m, as_of)
    if late:
        return t("overdue by {days}", days=counted(late, "day"))
    return t("achieved") if achieved(m, as_of) else spoken(m.status)


SECTION = Section("milestones", "Milestones", _compose, level=2)
