"""What a report is asked for, and its content as the data of today give it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from collabdesk.domain.dates import earliest
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reports import Report
from collabdesk.reporting import outline as outlines
from collabdesk.reporting.content import ReportContent
from collabdesk.reporting.report_input import ReportData
from collabdesk.usecases import own_outlines
from collabdesk.usecases.listing import handle
from collabdesk.usecases.report_facts import gather
from collabdesk.usecases.report_parts import restated
from collabdesk.usecases.reports.kept import report_of
from collabdesk.usecases.workspace import Workspace

DEFAULT, PORTFOLIO = "performance_audit", "portfolio_audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which report: of a project (None: the portfolio) and an audit (None: its latest up to the day), in which outline.

    `outline` may be an own one; `partner` is the one that a statement is of; `language` "" is the organisation's.
    `supersedes` is the code of the signed report whose place it takes: it tells what is restated. `own_outline` is the
    own outline as the issued report froze it (own_outlines.frozen): what became of it since does not count then.
    """

    as_of: date
    project_code: str | None = None
    audit_id: int | None = None
    outline: str = DEFAULT
    addressee: str = ""
    partner: str = ""
    language: str = ""
    supersedes: str = ""
    own_outline: str = ""


def outline_names() -> dict[str, str]:
    """Name and title of every kind of report there is."""
    return {o.name: o.title for o in outlines.all_outlines().values()}


def compose(workspace: Workspace, **what: Any) -> ReportContent:
    """The report as of the day, of a project or of the portfolio; keeps nothing. `what` are the fields of Asked.

    It carries the code of the issued report that says exactly the same, or none. Refused for an unknown project, audit
    or outline.
    """
    content = content_of(workspace, Asked(**what))
    same = same_report(workspace, content)
    return named(content, same.code, same.issued_at) if same else content


def content_of(workspace: Workspace, asked: Asked) -> ReportContent:
    """What the report says, without a code."""
    if asked.project_code is None and asked.outline == DEFAULT:
        asked = replace(asked, outline=PORTFOLIO)
    return outlines.compose(facts_of(workspace, asked))


def facts_of(workspace: Workspace, asked: Asked) -> ReportData:
    """Everything that the report is composed from."""
    with workspace.at_once():
        return _facts_of(workspace, asked)


def _facts_of(workspace: Workspace, asked: Asked) -> ReportData:
    outline = (own_outlines.thawed(asked.own_outline) if asked.own_outline else None) or asked.outline
    data = gather(
        workspace, asked.project_code, asked.audit_id, asked.as_of, outline, asked.addressee,
        partner=asked.partner, language=asked.language,
    )  # fmt: skip
    if not asked.supersedes:
        return data
    old = report_of(workspace, asked.supersedes)
    return replace(data, restated=restated.gathered(workspace, old, (*data.figures, *data.evidence)))


def same_report(workspace: Workspace, content: ReportContent) -> Report | None:
    """The issued report that says exactly this and was not superseded since."""
    found = cast("list[Report]", workspace.find("report", digest=content.digest))
    return next((r for r in reversed(found) if r.status != "superseded"), None)


def named(content: ReportContent, code: str, issued_at: str) -> ReportContent:
    """The content under its code; the cover says so too, the digest does not change by it."""
    return replace(content, code=code, issued_at=issued_at)


def asked_of(workspace: Workspace, report: Report) -> Asked:
    """What was asked for when the report was issued; Refused where its project is not there any more."""
    project = workspace.get("project", report.project_id) if report.project_id is not None else None
    if report.project_id is not None and not isinstance(project, Project):
        raise Refused(f"The project of report {report.code} is not there any more.", "no-project")
    settings = json.loads(report.settings or "{}")
    known = {name: settings[name] for name in _SETTINGS if settings.get(name)}
    return Asked(
        as_of=earliest(report.as_of or "1970"),
        project_code=handle(project) if isinstance(project, Project) else None,
        audit_id=report.audit_id,
        outline=report.outline,
        addressee=report.addressee,
        language=report.language,
        supersedes=report.supersedes,
        **known,
    )


def settings_of(workspace: Workspace, asked: Asked) -> dict[str, str]:
    """What the record keeps of it beside its own fields: an own outline with all it says, for it may change."""
    asked = replace(asked, own_outline=asked.own_outline or own_outlines.frozen(workspace, asked.outline))
    return {name: value for name in _SETTINGS if (value := getattr(asked, name))}


_SETTINGS = ("partner", "own_outline")
