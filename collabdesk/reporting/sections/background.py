"""Background: what the project is, who takes part, who pays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.projects import Project
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Column, Pairs, Paragraph, Subheading, Table, Text, say
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section
from collabdesk.reporting.wording import amount, counted, day, number, quantity, shortened, spoken

_ROLES = {
    "coordinator": told("Coordinator"), "beneficiary": told("Beneficiary"), "partner": told("Partner"),
    "affiliated entity": told("Affiliated entity"), "associated partner": told("Associated partner"),
    "third party": told("Third party"), "subcontractor": told("Subcontractor"), "member": told("Member"),
    "lead institution": told("Lead institution"), "subrecipient": told("Subrecipient"),
}  # fmt: skip
_LONGEST, _LONGEST_TERM = 2_400, 600


def _compose(data: ReportData) -> Iterator[Block]:
    if data.project:
        yield from _project(data.project)
    else:
        yield say(t("The portfolio holds {projects}.", projects=counted(len(data.projects), "project")))
    yield from _people(data)


def _project(project: Project) -> Iterator[Block]:
    abstract = " ".join(project.abstract.split())
    if abstract:
        yield Paragraph((shortened(abstract, _LONGEST),))
    terms = (
        (told("Project"), project.title or project.acronym or project.code),
        (told("Grant number"), project.code),
        (told("Funder"), project.funder),
        (told("Programme"), project.programme),
        (told("Call"), project.call),
        (told("Type of action"), project.action_type),
        (told("Coordinator"), project.coordinator or project.lead),
        (told("Runs"), _runs(project)),
        (told("Total cost"), amount(project.total_cost, project.currency) if project.total_cost is not None else ""),
        (told("Funding"), amount(project.funding, project.currency) if project.funding is not None else ""),
        (told("Status"), _status(project)),
        (told("Rule pack"), project.rule_pack),
    )
    kept: tuple[tuple[str, Text], ...] = tuple(
        (term, (shortened(value, _LONGEST_TERM),)) for term, value in terms if value
    )
    yield Pairs(kept)


def _runs(project: Project) -> str:
    if not project.start and not project.end:
        return ""
    span = t("{start} to {end}", start=day(project.start), end=day(project.end))
    if not project.duration_months:
        return span
    return t("{span} ({duration})", span=span, duration=quantity(project.duration_months, "months"))


def _status(project: Project) -> str:
    status = spoken(project.status)
    return (
        t("{status} (funder: {said})", status=status, said=project.funder_status) if project.funder_status else status
    )


def _role(role: str) -> str:
    """The partner's role as its source calls it; a usual one in the language of the report."""
    known = _ROLES.get(role.replace("_", " ").casefold())
    return t(known) if known else role or "\u2013"


def _people(data: ReportData) -> Iterator[Block]:
    if not data.participants:
        return
    yield Subheading("Who takes part")
    columns = (Column("Partner", 6), Column("Country", 1.4), Column("Role", 2.4))
    rows = tuple(((p.name,), (p.country or "\u2013",), (_role(p.role),)) for p in data.participants[:ROWS_SHOWN])
    total = len(data.participants)
    left = total - ROWS_SHOWN
    note = n(left, "{n} more partner is on record.", "{n} more partners are on record.") if left > 0 else ""
    yield Table(t("Partners ({n})", n=number(Decimal(total), 0)), columns, rows, note=note)


SECTION = Section("background", "Background", _compose, starts_page=True)
