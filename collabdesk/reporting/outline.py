"""Sections and outlines: what a report is made of; both are found by discovery, one file each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from collabdesk import discovery
from collabdesk.domain.figures import Figure
from collabdesk.reporting import outlines, sections
from collabdesk.reporting.content import Look, Paragraph, Part, ReportContent
from collabdesk.reporting.coverage import codes_in, unprinted
from collabdesk.reporting.fitting import fitted
from collabdesk.reporting.furniture import furnished
from collabdesk.reporting.language import LOCALES, retold, t, writing
from collabdesk.reporting.outlining import Outline, OwnWords
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day


def all_outlines() -> dict[str, Outline]:
    """Every outline by its name."""
    return {o.name: o for o in discovery.constants(outlines, "OUTLINE")}


def all_sections() -> dict[str, Section]:
    """Every section by its key."""
    return {s.key: s for s in discovery.constants(sections, "SECTION")}


def compose(data: ReportData) -> ReportContent:
    """The report that these facts give in their outline and language: a pure function.

    KeyError for an unknown outline, and for an own one that names a section which there is not.
    """
    with writing(data.language or "en"):
        outline = data.own_outline or all_outlines()[data.outline]
        content = unprinted(_composed(outline, data))
        return fitted(content, outline.pages) if outline.pages else content


def _composed(outline: Outline, data: ReportData) -> ReportContent:
    known = all_sections()
    parts = [p for key in _keys(outline, data) if (p := _part(known[key], outline, data)).blocks]
    if outline.opening and parts:
        parts[0] = replace(parts[0], blocks=(Paragraph((t(outline.opening),), "lead"), *parts[0].blocks))
    return ReportContent(
        title=_title(outline, data),
        subtitle=_subtitle(outline, data),
        subject=retold(data.subject),
        kind=outline.title if outline.is_own else t(outline.title),
        as_of=data.as_of,
        parts=tuple(parts),
        figures=_figures(outline, parts, data),
        outline=outline.name,
        code=data.code,
        issued_at=data.issued_at,
        addressee=data.addressee,
        author=data.author,
        language=LOCALES[data.language or "en"].replace("_", "-"),
        cover=_cover(data),
        project_id=data.project.id if data.project else None,
        audit_id=data.audit.id if data.audit else None,
        is_brief=bool(outline.pages),
        look=_look(data),
        logo=data.logo,
    )


def _keys(outline: Outline, data: ReportData) -> tuple[str, ...]:
    """The outline's sections; what a superseding report restates stands in every one, near its beginning."""
    if data.restated is None or "restatements" in outline.sections:
        return outline.sections
    return (*outline.sections[:1], "restatements", *outline.sections[1:])


def _figures(outline: Outline, parts: list[Part], data: ReportData) -> tuple[Figure, ...]:
    """All of them where the annex lists them; without an annex those that the pages cite, for no other is told."""
    known = (*data.figures, *data.evidence)
    if "sources" in outline.sections:
        return known
    cited = frozenset(codes_in(parts))
    return tuple(f for f in known if f.id in cited)


def _look(data: ReportData) -> Look:
    its = data.organisation
    if its is None:
        return Look()
    suffix = PurePath(its.logo_name).suffix.lower() if its.logo_sha256 else ""
    return Look(its.accent, its.second, its.name, its.logo_sha256, suffix)


def _part(section: Section, outline: Outline, data: ReportData) -> Part:
    """A section with the words of the organisation's own outline, as they are; its own text in the language written.

    A section that has nothing to say stays empty whatever its opening words.
    """
    own = outline.own.get(section.key, OwnWords())
    blocks = furnished(section.compose(data))
    if blocks and own.opening:
        blocks = (*(Paragraph((line,), "lead") for line in own.opening.split("\n") if line.strip()), *blocks)
    title = own.title or t(section.title)
    return Part(section.key, title, blocks, section.level, section.starts_page, section.is_annex)


def _title(outline: Outline, data: ReportData) -> str:
    if data.partner is not None:
        return data.partner.name
    if outline.is_audit and data.audit and data.audit.title:
        return data.audit.title
    return data.subject if data.project else t("Portfolio of projects")


def _subtitle(outline: Outline, data: ReportData) -> str:
    """What the title leaves open: the project's acronym and full title."""
    if data.project is None:
        return ""
    told = _title(outline, data)
    return ": ".join(w for w in (data.subject, data.project.title) if w and w not in told)


def _cover(data: ReportData) -> tuple[tuple[str, str], ...]:
    project, audit = data.project, data.audit
    period = ""
    if audit and (audit.period_start or audit.period_end):
        period = _span(audit.period_start, audit.period_end)
    elif project and (project.start or project.end):
        period = _span(project.start, project.end)
    terms = (
        (t("As of"), day(data.as_of)),
        (t("Addressee"), data.addressee or t("Governing board")),
        (t("Period"), period),
        (t("Grant number"), project.code if project else ""),
        (t("Funder"), project.funder if project else ""),
        (t("Prepared by"), data.author),
    )  # fmt: skip
    return tuple((term, value) for term, value in terms if value and value != "\u2013")


def _span(start: str | None, end: str | None) -> str:
    return t("{start} to {end}", start=day(start), end=day(end))
