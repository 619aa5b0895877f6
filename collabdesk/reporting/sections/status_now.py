"""Where the project stands: the answer in a paragraph, headline figures, money, risks."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, Cite, Column, Paragraph, Span, Strong, Table, Text
from collabdesk.reporting.cutting import first_rows
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, full_name, tiles, with_unit
from collabdesk.reporting.wording import day, read_off, shortened, value_of

_TILES = ("budget.absorption", "milestone.punctuality", "deliverable.delivery")
_MONEY = (
    "budget", "expended", "balance", "eligible", "requested", "payments-received", "payments-to-come", "pledged",
    "received", "past-due", "called", "questioned",
)  # fmt: skip
_BARS, _BARS_OVER_RISKS, _RISKS, _LONGEST = 6, 4, 3, 150
_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    if data.project is None:
        return
    whole = {f.id.partition("-")[2]: f for f in data.figures if not f.detail}
    yield Paragraph(tuple(_lead(data, whole)), "lead")
    heads = [f for rule in _TILES for f in data.by_rule(rule, detailed=False)[:1]]
    yield from tiles(heads)
    yield _money(whole)
    unit = data.project.currency
    parts = [f for f in data.by_rule("budget.absorption", detailed=True) if f.value is not None]
    home = [f for f in parts if f.id.rpartition("-")[2].upper() not in {g.unit for g in data.of("budget")} - {unit}]
    parts = home[: _BARS_OVER_RISKS if data.risks else _BARS]
    yield from chart("budget", with_unit(t("Budget and expenditure by category"), unit), parts, len(parts))
    if data.risks:
        yield _risks(data)


def _lead(data: ReportData, whole: dict[str, Figure]) -> Iterator[Span]:
    project = data.project
    assert project is not None
    yield Strong(data.subject)
    yield " "
    if project.start and project.end:
        yield t("runs from {start} to {end}.", start=day(project.start), end=day(project.end)) + " "
    else:
        yield t("has no recorded start and end.") + " "
    spent, elapsed = whole.get("absorption"), whole.get("elapsed")
    if spent is not None and spent.value is not None:
        yield t("{share} of the budget in force has been spent", share=value_of(spent))
        yield Cite(spent.id)
        if elapsed is not None and elapsed.value is not None:
            yield t(", {share} of the time has passed", share=value_of(elapsed))
            yield Cite(elapsed.id)
        yield ". "
    else:
        yield t("How much of the budget is spent cannot be told from what is recorded.") + " "
    if data.audit is None:
        yield t("No audit is on record.")
    else:
        yield n(len(data.findings), "The latest audit makes {n} finding.", "The latest audit makes {n} findings.")


def _money(whole: dict[str, Figure]) -> Table:
    columns = (Column("Figure", 4.6), Column("Value", 2.6, is_number=True), Column("Code", 2.4))
    found = [whole[slug] for slug in _MONEY if slug in whole]
    rows: tuple[tuple[Text, ...], ...] = tuple(((full_name(f, found),), (read_off(f),), (Cite(f.id),)) for f in found)
    return Table("Money", columns, rows, empty="No budget, cost or contribution is recorded.")


def _risks(data: ReportData) -> Table:
    columns = (Column("No.", 1), Column("Risk", 4.4), Column("Likelihood", 1.3), Column("Impact", 1.3),
               Column("Response", 4.0))  # fmt: skip
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (r.code or _NONE,),
            (_short(r.title),),
            (r.likelihood or _NONE,),
            (r.impact or _NONE,),
            (_short(r.response),),
        )
        for r in data.risks[:_RISKS]
    )
    return first_rows(Table("Risks, in the source's own scale", columns, rows), _RISKS, len(data.risks))


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


SECTION = Section("status_now", "Project status", _compose, starts_page=True)
