"""Verifies a printed report: is it one of this database, unchanged, and do today's data still give its figures?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from collabdesk.domain.dates import earliest, in_words
from collabdesk.domain.figures import Figure
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reports import Report
from collabdesk.reporting.content import ReportContent
from collabdesk.usecases import figures as figuring
from collabdesk.usecases.reports.composing import asked_of, content_of
from collabdesk.usecases.reports.recognising import Known, recognised
from collabdesk.usecases.workspace import Workspace

_NOT_AS_WRITTEN = (
    "The record of {report} in this database was changed past the program, so that what it says of figures and names"
    " proves nothing; what stands on paper does. Restore a backup."
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that today's data give otherwise; None where it does not exist on that side, n/a where undefined."""

    figure: str
    label: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found, as facts and in sentences; `still_true` also asks that the record of the report is as the
    program wrote it. `chapters` are the titles of those that would read otherwise."""

    is_ours: bool
    is_unchanged: bool
    still_true: bool
    differences: tuple[Difference, ...] = ()
    report: Report | None = None
    sentences: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()


def frozen(figure: Figure) -> dict[str, Any]:
    """A figure with its sources as the record of an issued report keeps it: exact decimals as text."""
    return {
        "id": figure.id,
        "project": figure.project,
        "label": figure.label,
        "detail": figure.detail,
        "value": _text(figure.value),
        "unit": figure.unit,
        "rule": figure.rule,
        "inputs": dict(figure.inputs),
        "note": figure.note,
        "sources": [
            {
                "file": s.file,
                "sha256": s.sha256,
                "sheet": s.sheet,
                "cells": s.cells,
                "records": s.records,
                "sum": _text(s.total),
            }
            for s in figure.sources
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def verify(workspace: Workspace, path: str | Path) -> Verdict:
    """Is this file a report of this database, byte for byte, and do today's data still give its figures and texts?

    Drafts, signed reports, those signed with a certificate, and board packets are all recognised. Refused when the
    file cannot be read.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.", "unreadable") from error
    name = Path(path).name
    known = recognised(workspace, content)
    if known is None:
        return Verdict(False, False, False, sentences=(f"{name} is not a report that this database issued.",))
    report = known.report
    now = _content(workspace, report)
    found = tuple(_differences(workspace, report, now))
    chapters = tuple(_chapters(report, now))
    is_as_written = workspace.is_as_written("report", report.id or 0)
    told = (*_told(name, known), *_told_status(workspace, report), *known.told)
    told = (*told, *(() if is_as_written else (_NOT_AS_WRITTEN.format(report=report.code),)))
    return Verdict(
        True,
        known.is_unchanged,
        not found and not chapters and is_as_written,
        found,
        report,
        (*told, *_told_figures(report, found), *_told_chapters(chapters)),
        chapters,
    )


def _content(workspace: Workspace, report: Report) -> ReportContent | None:
    """The report as today's data give it; None where its project, audit or outline is not there any more."""
    try:
        return content_of(workspace, asked_of(workspace, report))
    except Refused:
        return None


def _differences(workspace: Workspace, report: Report, content: ReportContent | None) -> list[Difference]:
    now = {f.id: f for f in content.figures} if content else {}
    # What an earlier version of the program printed is still computed, though it stands in no report any more.
    older = figures_now(workspace, report) if _ids(report) - now.keys() else {}
    return compared(json.loads(report.figures), {**older, **now})


def compared(kept_figures: Iterable[dict[str, Any]], figures: Mapping[str, Figure]) -> list[Difference]:
    """The frozen figures of a report beside those computed now: what differs, or is on one side only."""
    kept = {f["id"]: f for f in kept_figures}
    now = {key: frozen(figure) for key, figure in figures.items()}
    found = []
    for key in dict.fromkeys([*kept, *now]):
        old, new = _shown(kept.get(key)), _shown(now.get(key))
        if old != new:
            found.append(Difference(key, _label(kept.get(key) or now[key]), old, new))
    return found


def figures_now(workspace: Workspace, report: Report) -> dict[str, Figure]:
    """What today's data give of the figures that the report holds, by id; without their sources."""
    project = workspace.get("project", report.project_id) if report.project_id is not None else None
    if not report.as_of or (report.project_id is not None and not isinstance(project, Project)):
        return {}
    kept, as_of = _ids(report), earliest(report.as_of)
    today = figuring.figures(workspace, f"#{project.id}" if project else None, as_of)
    now = {f.id: f for f in today if f.id in kept}
    # A report also holds what its findings cite, of other projects too.
    elsewhere = (figuring.find(workspace, key, as_of) for key in sorted(kept - now.keys()))
    return now | {f.id: f for f in elsewhere if f is not None}


def _ids(report: Report) -> set[str]:
    return {f["id"] for f in json.loads(report.figures)}


def _chapters(report: Report, content: ReportContent | None) -> list[str]:
    """The chapters that today's data would write otherwise: findings, answers, names and lists beside the figures."""
    kept: dict[str, str] = json.loads(report.chapters)
    if not kept:
        return []
    now = content.chapters() if content else {}
    return [title for title in dict.fromkeys([*kept, *now]) if kept.get(title) != now.get(title)]


def _label(figure: Mapping[str, Any]) -> str:
    detail = figure.get("detail")
    return f"{figure['label']}, {detail}" if detail else str(figure["label"])


def _shown(figure: Mapping[str, Any] | None) -> str | None:
    if figure is None:
        return None
    return "n/a" if figure["value"] is None else f"{figure['value']} {figure['unit']}".strip()


def _told(name: str, known: Known) -> list[str]:
    report = known.report
    day = f" as of {in_words(report.as_of)}" if report.as_of else ""
    of = f"report {report.code} \u201c{report.title}\u201d{day}, digest {report.digest}"
    if known.is_unchanged:
        return [f"{name} is {known.what.format(report=of)}: unchanged since it was issued."]
    return [f"{name} calls itself {of}, but the file is not the one that was issued: it was changed."]


def _told_status(workspace: Workspace, report: Report) -> list[str]:
    reviewed = f"It was reviewed by {report.reviewed_by}" if report.reviewed_by else ""
    if report.status == "draft":
        return ["It is a draft: nobody is on record as having reviewed or signed it."]
    if report.status == "reviewed":
        return [f"{reviewed}; nobody is on record as having signed it."]
    said = [f"{reviewed} and signed by {report.signed_by} on {in_words(report.signed_at[:10])}."]
    if report.status == "superseded":
        later = workspace.find("report", supersedes=report.code, status=("signed", "superseded"))
        codes = ", ".join(r.code for r in later if isinstance(r, Report))
        said.append(f"It was superseded by {codes}." if codes else "It was superseded.")
    return said


def _told_figures(report: Report, found: tuple[Difference, ...]) -> list[str]:
    total = len(json.loads(report.figures))
    if not found:
        return [f"Today\u2019s data still give all of its {total} figures."]
    lines = [f"Today\u2019s data give {len(found)} of its figures otherwise:"]
    return lines + [
        f"  {d.figure} {d.label}: {d.old or 'not in the report'} -> {d.new or 'no longer computed'}" for d in found
    ]


def _told_chapters(chapters: tuple[str, ...]) -> list[str]:
    if not chapters:
        return []
    return [f"Printed today, these chapters would read otherwise: {', '.join(chapters)}."]
