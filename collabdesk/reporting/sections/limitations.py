"""Limitations: every figure that could not be computed, with its reason, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Cite, Column, Paragraph, Table, Text, say
from collabdesk.reporting.language import n, retold, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, full_name
from collabdesk.reporting.wording import counted


def _compose(data: ReportData) -> Iterator[Block]:
    yield say(
        t(
            "The report rests on the records named in the annex; it does not establish that these records are complete "
            "or that the events behind them took place.",
        )
    )
    if data.audit and data.audit.limitations:
        yield Paragraph((data.audit.limitations,))
    missing = [f for f in data.figures if f.value is None]
    if missing:
        yield _table(told("Figures that could not be computed"), missing)
    noted = [f for f in data.figures if f.value is not None and f.note]
    if noted:
        yield _table(told("Figures computed with a reservation"), noted)
    if data.drafts_open:
        yield say(n(data.drafts_open, "Outside this report: {n} draft finding that was not decided on.",
                    "Outside this report: {n} draft findings that were not decided on."))  # fmt: skip
    yield from _dismissed(data)


def _table(caption: str, figures: list[Figure]) -> Table:
    columns = (Column("Figure", 3.6), Column("Reason", 5), Column("Code", 2.2))
    # One missing reading is the reason of twenty figures: said once, with the first of them.
    by_reason: dict[str, list[Figure]] = {}
    for figure in figures:
        by_reason.setdefault(figure.note or f"not stated|{figure.id}", []).append(figure)
    rows = tuple(_row(some, figures) for some in list(by_reason.values())[:ROWS_SHOWN])
    left = sum(len(some) for some in list(by_reason.values())[ROWS_SHOWN:])
    return Table(
        caption,
        columns,
        rows,
        note=n(
            left,
            "{n} more, with its reason in the annex of sources.",
            "{n} more, each with its reason in the annex of sources.",
        )
        if left > 0
        else "",
    )


def _row(some: list[Figure], among: list[Figure]) -> tuple[Text, ...]:
    first = some[0]
    name = full_name(first, among)
    if len(some) > 1:
        name = t("{figure} and {more}", figure=name, more=counted(len(some) - 1, "more figure"))
    return ((name,), (retold(first.note) if first.note else t("not stated"),), (Cite(first.id),))


def _dismissed(data: ReportData) -> Iterator[Block]:
    if data.dismissed:
        columns = (Column("Draft finding", 5), Column("Dismissed because", 5))
        rows = tuple(((f.title,), (f.dismissed_because or t("not stated"),)) for f in data.dismissed[:ROWS_SHOWN])
        yield Table("Draft findings dismissed", columns, rows)


SECTION = Section("limitations", "Limitations", _compose)
