"""Reports and their restatements as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from collabdesk.cli.command import say
from collabdesk.domain.dates import in_words
from collabdesk.domain.projects import Project
from collabdesk.domain.reports import Report
from collabdesk.domain.restatements import Restatement
from collabdesk.usecases.reports import signature_of
from collabdesk.usecases.workspace import Workspace


def document(workspace: Workspace, report: Report, restated: int) -> dict[str, Any]:
    """One report for scripts; `restated` counts the figures that today's data give otherwise."""
    project = workspace.get("project", report.project_id) if report.project_id else None
    return {
        "report": report.code,
        "status": report.status,
        "title": report.title,
        "outline": report.outline,
        "project": project.code if isinstance(project, Project) else None,
        "as_of": report.as_of,
        "language": report.language or None,
        "issued_at": report.issued_at or None,
        "digest": report.digest,
        "sha256": report.pdf_sha256,
        "figures": len(json.loads(report.figures)),
        "reviewed_by": report.reviewed_by or None,
        "signed_by": report.signed_by or None,
        "signed_at": report.signed_at or None,
        "supersedes": report.supersedes or None,
        "signature": signature_of(report) or None,
        "restated": restated,
    }


def restated_document(one: Restatement) -> dict[str, Any]:
    """One entry of the ledger for scripts."""
    return {
        "figure": one.figure, "label": one.label, "old": one.old, "new": one.new, "cause": one.cause,
        "noticed_at": one.noticed_at, "note": one.note or None,
    }  # fmt: skip


def say_report(report: Report, restated: Sequence[Restatement]) -> None:
    """One report for people."""
    say(f"{report.code}  {report.title}")
    say(f"  {report.status}, as of {in_words(report.as_of or '')}, outline {report.outline}")
    for words in (
        f"addressee {report.addressee}" if report.addressee else "",
        f"issued {report.issued_at}" if report.issued_at else "",
        f"reviewed by {report.reviewed_by}" if report.reviewed_by else "",
        f"signed by {report.signed_by} on {in_words(report.signed_at[:10])}" if report.signed_by else "",
        f"with the certificate of {signature_of(report)['signer']}" if report.signature else "",
        f"supersedes {report.supersedes}" if report.supersedes else "",
        f"digest {report.digest}",
        f"SHA-256 of the file {report.pdf_sha256}",
    ):
        if words:
            say(f"  {words}")
    for one in restated:
        say(f"  restated: {one.figure} {one.label}: {one.old} -> {one.new}; {one.cause}")
        if one.note:
            say(f"    {one.note}")
