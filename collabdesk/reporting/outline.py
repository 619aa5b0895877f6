"""Sections and outlines: what a report is made of; both are found by discovery, one file each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collabdesk import discovery
from collabdesk.reporting import outlines, sections
from collabdesk.reporting.content import Block, Part, ReportContent
from collabdesk.reporting.coverage import unprinted
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day


@dataclass(frozen=True, slots=True)
class Outline:
    """One kind of report: its name on the command line, its title on the cover, its sections in order."""

    name: str
    title: str
    sections: tuple[str, ...]


def all_outlines() -> dict[str, Outline]:
    """Every outline by its name."""
    found = (Outline(*o) for o in discovery.constants(outlines, "OUTLINE"))
    return {o.name: o for o in found}


def all_sections() -> dict[str, Section]:
    """Every section by its key."""
    return {s.key: s for s in discovery.constants(sections, "SECTION")}


def compose(data: ReportData) -> ReportContent:
    """The report that these facts give in their outline: a pure function. KeyError for an unknown outline."""
    outline = all_outlines()[data.outline]
    known = all_sections()
    parts = tuple(_part(known[key], data) for key in outline.sections)
    content = ReportContent(
        title=_title(data),
        subtitle=_subtitle(data),
        subject=data.subject,
        kind=outline.title,
        as_of=data.as_of,
        parts=tuple(p for p in parts if p.blocks),
        figures=(*data.figures, *data.evidence),
        outline=outline.name,
        code=data.code,
        issued_at=data.issued_at,
        addressee=data.addressee,
        author=data.author,
        cover=_cover(data),
        project_id=data.project.id if data.project else None,
        audit_id=data.audit.id if data.audit else None,
    )
    return unprinted(content)


def _part(section: Section, data: ReportData) -> Part:
    blocks: Iterable[Block] = section.compose(data)
    return Part(section.key, section.title, tuple(blocks), section.level, section.starts_page, section.is_annex)


def _title(data: ReportData) -> str:
    if data.audit and data.audit.title:
        return data.audit.title
    return data.subject if data.project else "Portfolio of projects"


def _subtitle(data: ReportData) -> str:
    """What the title leaves open: the project's acronym and full title."""
    if data.project is None:
        return ""
    told = _title(data)
    return ": ".join(w for w in (data.subject, data.project.title) if w and w not in told)


def _cover(data: ReportData) -> tuple[tuple[str, str], ...]:
    project, audit = data.project, data.audit
    period = ""
    if audit and (audit.period_start or audit.period_end):
        period = f"{day(audit.period_start)} to {day(audit.period_end)}"
    elif project and (project.start or project.end):
        period = f"{day(project.start)} to {day(project.end)}"
    terms = (
        ("As of", day(data.as_of)),
        ("Addressee", data.addressee or "Governing board"),
        ("Period", period),
        ("Grant number", project.code if project else ""),
        ("Funder", project.funder if project else ""),
        ("Prepared by", data.author),
    )  # fmt: skip
    return tuple((term, value) for term, value in terms if value and value != "\u2013")
