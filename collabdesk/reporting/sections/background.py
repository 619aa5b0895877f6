"""Background: what the project is, who takes part, who pays."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.projects import Project
from collabdesk.reporting.content import Block, Column, Pairs, Paragraph, Subheading, Table, Text, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section
from collabdesk.reporting.wording import amount, counted, day, quantity, spoken

_LONGEST, _LONGEST_TERM = 2_400, 600


def _compose(data: ReportData) -> Iterator[Block]:
    if data.project:
        yield from _project(data.project)
    else:
        yield say(f"The portfolio holds {counted(len(data.projects), 'project')}.")
    yield from _people(data)


def _project(project: Project) -> Iterator[Block]:
    abstract = " ".join(project.abstract.split())
    if abstract:
        yield Paragraph((_short(abstract, _LONGEST),))
    duration = f" ({quantity(project.duration_months, 'months')})" if project.duration_months else ""
    runs = f"{day(project.start)} to {day(project.end)}{duration}" if project.start or project.end else ""
    terms = (
        ("Project", project.title or project.acronym or project.code),
        ("Grant number", project.code),
        ("Funder", project.funder),
        ("Programme", project.programme),
        ("Call", project.call),
        ("Type of action", project.action_type),
        ("Coordinator", project.coordinator or project.lead),
        ("Runs", runs),
        ("Total cost", amount(project.total_cost, project.currency) if project.total_cost is not None else ""),
        ("Funding", amount(project.funding, project.currency) if project.funding is not None else ""),
        ("Status", spoken(project.status) + (f" (funder: {project.funder_status})" if project.funder_status else "")),
        ("Rule pack", project.rule_pack),
    )
    kept: tuple[tuple[str, Text], ...] = tuple(
        (term, (_short(value, _LONGEST_TERM),)) for term, value in terms if value
    )
    yield Pairs(kept)


def _short(text: str, longest: int) -> str:
    """The text, cut at a word and with an ellipsis where it is longer."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut) + " \u2026"


def _people(data: ReportData) -> Iterator[Block]:
    if not data.participants:
        return
    yield Subheading("Who takes part")
    columns = (Column("Partner", 6), Column("Country", 1.4), Column("Role", 2.4))
    rows = tuple(
        ((p.name,), (p.country or "\u2013",), (spoken(p.role) or "\u2013",)) for p in data.participants[:ROWS_SHOWN]
    )
    total = len(data.participants)
    note = f"{total - ROWS_SHOWN:,} more partners are on record." if total > ROWS_SHOWN else ""
    yield Table(f"Partners ({total:,})", columns, rows, note=note)


SECTION = Section("background", "Background", _compose, starts_page=True)
