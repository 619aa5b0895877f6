"""Verifies a printed report: is it one of this database, unchanged, and do today's data still give its figures?"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.dates import earliest, in_words
from collabdesk.domain.figures import Figure
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reports import Report
from collabdesk.reporting import outline as outlines
from collabdesk.usecases import figures as figuring
from collabdesk.usecases.report_facts import gather
from collabdesk.usecases.workspace import Workspace

_NAME = re.compile(rb"CollabDesk (R-[0-9]{4}-[0-9]{3,}) digest:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that today's data give otherwise; None where it does not exist on that side, n/a where undefined."""

    figure: str
    label: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found, as facts and in sentences; `chapters` are the titles of those that would read otherwise."""

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

    Refused when the file cannot be read.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.", "unreadable") from error
    report, is_unchanged = _report_of(workspace, content)
    name = Path(path).name
    if report is None:
        return Verdict(False, False, False, sentences=(f"{name} is not a report that this database issued.",))
    differences = tuple(_differences(workspace, report))
    chapters = tuple(_chapters(workspace, report))
    return Verdict(
        True,
        is_unchanged,
        not differences and not chapters,
        differences,
        report,
        (*_told(name, report, is_unchanged), *_told_figures(report, differences), *_told_chapters(chapters)),
        chapters,
    )


def _report_of(workspace: Workspace, content: bytes) -> tuple[Report | None, bool]:
    exact = cast("list[Report]", workspace.find("report", pdf_sha256=hashlib.sha256(content).hexdigest()))
    if exact:
        return exact[-1], True
    for code, digest in set(_NAME.findall(content)):
        named = cast("list[Report]", workspace.find("report", code=code.decode(), digest=digest.decode()))
        if named:
            return named[-1], False
    return None, False


def _differences(workspace: Workspace, report: Report) -> list[Difference]:
    project = workspace.get("project", report.project_id) if report.project_id is not None else None
    kept = {f["id"]: f for f in json.loads(report.figures)}
    now: Mapping[str, dict[str, Any]] = {}
    if report.as_of and (report.project_id is None or isinstance(project, Project)):
        code = project.code if isinstance(project, Project) else None
        today = figuring.figures(workspace, code, earliest(report.as_of))
        printed = {f.id for f in figuring.printed(today)}
        # A report also holds what its findings cite, of other projects too, and what an earlier version printed.
        now = {f.id: frozen(f) for f in today if f.id in printed or f.id in kept}
        elsewhere = (figuring.find(workspace, key, earliest(report.as_of)) for key in kept.keys() - now.keys())
        now |= {f.id: frozen(f) for f in elsewhere if f is not None}
    found = []
    for key in dict.fromkeys([*kept, *now]):
        old, new = _shown(kept.get(key)), _shown(now.get(key))
        if old != new:
            found.append(Difference(key, (kept.get(key) or now[key])["label"], old, new))
    return found


def _chapters(workspace: Workspace, report: Report) -> list[str]:
    """The chapters that today's data would write otherwise: findings, answers, names and lists beside the figures."""
    kept: dict[str, str] = json.loads(report.chapters)
    if not kept or not report.as_of:
        return []
    project = workspace.get("project", report.project_id) if report.project_id is not None else None
    code = project.code if isinstance(project, Project) else None
    try:
        now = outlines.compose(
            gather(workspace, code, report.audit_id, earliest(report.as_of), report.outline, "")
        ).chapters()
    except Refused:
        return list(kept)
    return [title for title in dict.fromkeys([*kept, *now]) if kept.get(title) != now.get(title)]


def _shown(figure: Mapping[str, Any] | None) -> str | None:
    if figure is None:
        return None
    return "n/a" if figure["value"] is None else f"{figure['value']} {figure['unit']}".strip()


def _told(name: str, report: Report, is_unchanged: bool) -> list[str]:
    day = f" as of {in_words(report.as_of)}" if report.as_of else ""
    of = f"report {report.code} \u201c{report.title}\u201d{day}, digest {report.digest}"
    if is_unchanged:
        return [f"{name} is {of}: unchanged since it was issued."]
    return [f"{name} calls itself {of}, but the file is not the one that was issued: it was changed."]


def _told_figures(report: Report, differences: tuple[Difference, ...]) -> list[str]:
    total = len(json.loads(report.figures))
    if not differences:
        return [f"Today\u2019s data still give all of its {total} figures."]
    lines = [f"Today\u2019s data give {len(differences)} of its figures otherwise:"]
    return lines + [
        f"  {d.figure} {d.label}: {d.old or 'not in the report'} -> {d.new or 'no longer computed'}"
        for d in differences
    ]


def _told_chapters(chapters: tuple[str, ...]) -> list[str]:
    if not chapters:
        return []
    return [f"Printed today, these chapters would read otherwise: {', '.join(chapters)}."]
