"""The annex of projects in a report of the portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.projects import Project
from collabdesk.reporting.content import Block, Column, LinesAnnex
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, day, spoken

_COLUMNS = (
    Column("Grant", 1.6), Column("Acronym", 1.6), Column("Title", 5.4), Column("Funder", 2.2), Column("Start", 1.6),
    Column("End", 1.6), Column("Total cost", 2.1, is_number=True), Column("Funding", 2.1, is_number=True),
    Column("Currency", 1), Column("Status", 1.2),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    if data.projects:
        yield LinesAnnex(_COLUMNS, tuple(_row(p) for p in data.projects))


def _row(p: Project) -> tuple[str, ...]:
    return (
        p.code, p.acronym, p.title, p.funder, day(p.start), day(p.end), _money(p.total_cost), _money(p.funding),
        p.currency, spoken(p.status),
    )  # fmt: skip


def _money(value: Decimal | None) -> str:
    return "" if value is None else amount(value)


SECTION = Section("project_list", "Projects of the portfolio", _compose, is_annex=True)
