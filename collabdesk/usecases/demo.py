"""The demonstration: a new database from the sample workbooks, audited, with its reports, as a person would do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from collabdesk import paths
from collabdesk.domain.audits import Audit
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Refused
from collabdesk.usecases import audits, demo_audit, demo_books, imports, reports
from collabdesk.usecases.imports import LookOptions
from collabdesk.usecases.workspace import Workspace

AS_OF = date(2026, 6, 30)
_ISSUED = "2026-07-01"
_FROM = date(2024, 1, 1)
_PROJECT = "101998877"
DATABASE, PDF, PORTFOLIO_PDF = "demo.db", "nordkyst_performance_audit.pdf", "portfolio_audit.pdf"

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled workbook and what a person would say beside it."""

    file: str
    options: LookOptions


SAMPLES = (
    Sample("horizon_europe_consortium.xlsx", LookOptions(project=_PROJECT, funder="European Commission")),
    Sample("in_kind_facility.xlsx", LookOptions(project="MRF-CONSTRUCTION", currency="EUR")),
    Sample("us_research_network.xlsx", LookOptions(currency="USD", date_order="mdy")),
)

# What the auditor of the demonstration says to a finding of each criterion: cause, what to do, who, in how many days.
_ANSWERS = {
    "milestone_overdue": (
        "The supplier of the buoy hulls went insolvent in November 2025; no second supplier was under contract.",
        "Contract a second supplier and put new dates of all open milestones before the General Assembly.",
        "Technical board",
        60,
    ),
    "milestone_slip": (
        "Permits and deliveries took longer than planned; dates were moved one at a time, not what follows from them.",
        "Agree a new baseline for the open milestones with the project officer.",
        "Coordinator",
        90,
    ),
    "contribution_short": (
        "The consortium agreement names amounts but no consequence when a partner does not deliver.",
        "Agree dated instalments with each partner in arrears, in writing.",
        "Steering committee",
        45,
    ),
    "absorption_low": (
        "Two partners hired eighteen months late.",
        "Present a spending plan to the end, or release the amounts that will not be used.",
        "Partners concerned",
        75,
    ),
    "deliverable_overdue": ("", "Submit, or ask the project officer for a new date.", "Work package leads", 30),
    "indicator_behind": ("", "Say for each indicator what will change, or propose a new target.", "Coordinator", 120),
    "match_unpromised": ("", "Find sources for what nobody promised, and tell the funder by when.", "Coordinator", 60),
    "plan_beyond_end": (
        "",
        "Shorten what ends after the project, or ask for an amendment of its end.",
        "Coordinator",
        60,
    ),
    "decision_contradiction": ("", "Take the decision again with the quorum that the agreement asks for.", "Chair", 90),
    "dataset_expired": ("", "Delete the dataset or renew its terms, and record which.", "Data steward", 30),
    "transfer_outside": ("", "Hold the transfer until the country is on the dataset's list.", "Data steward", 30),
    "transfer_mechanism_missing": (
        "",
        "Record the mechanism with its document, or take the data back.",
        "Data steward",
        30,
    ),
}
_DISMISSED = {"single_partner": "Agreed at the start: the coordinator also runs the core network for all partners."}
_TOO_SMALL = "Taken up with the coordinator; too small for the board."


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything is, and what was made on the way."""

    database: Path
    pdf: Path
    portfolio_pdf: Path
    accounts: list[dict[str, Any]] = field(default_factory=list)
    findings: int = 0
    recommendations: int = 0


def build_demo(folder: Path, progress: Progress | None = None) -> Demo:
    """Build the demonstration in `folder`, replacing an earlier one there; needs no network and no display.

    Figures are as of a fixed day, so that the reports say the same whenever this runs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    demo = Demo(folder / DATABASE, folder / PDF, folder / PORTFOLIO_PDF)
    for old in (demo.database, demo.pdf, demo.portfolio_pdf):
        old.unlink(missing_ok=True)
    steps = [*(sample.file for sample in SAMPLES), "the books", "audit of one project", "audit of the portfolio"]
    tell = progress or (lambda _stage, _done, _total: None)
    with Workspace.open(demo.database, person="Demonstration") as workspace:
        for done, sample in enumerate(SAMPLES):
            tell(f"Importing {sample.file}", done, len(steps))
            demo.accounts.append(_bring_in(workspace, sample))
        tell("Keeping the books", len(SAMPLES), len(steps))
        demo_books.keep_books(workspace)
        tell("Auditing one project", len(SAMPLES) + 1, len(steps))
        one = demo_audit.engage(workspace, _PROJECT, AS_OF)
        demo_audit.draw_and_test(workspace, one)
        accepted, recommended = _decide(workspace, one)
        demo_audit.settle(workspace, one)
        reports.issue(workspace, project_code=_PROJECT, audit_id=one.id, as_of=AS_OF, path=demo.pdf, issued_at=_ISSUED)
        tell("Auditing the portfolio", len(SAMPLES) + 2, len(steps))
        whole = audits.plan(workspace, None, "Portfolio review", AS_OF, period_start=_FROM, period_end=AS_OF)
        more = _decide(workspace, whole)
        reports.issue(
            workspace,
            project_code=None,
            audit_id=whole.id,
            outline="portfolio_audit",
            as_of=AS_OF,
            path=demo.portfolio_pdf,
            issued_at=_ISSUED,
        )
        tell("Done", len(steps), len(steps))
    return Demo(demo.database, demo.pdf, demo.portfolio_pdf, demo.accounts, accepted + more[0], recommended + more[1])


def _bring_in(workspace: Workspace, sample: Sample) -> dict[str, Any]:
    """Import one workbook as a person would: look, then accept. Gives its account."""
    staged = imports.look_at([paths.resources("samples", sample.file)], sample.options, workspace=workspace)
    refused = next((file.refused for file in staged.files if file.refused), None)
    if refused:
        raise Refused(refused)
    return imports.account(staged, imports.accept(workspace, staged))


def _decide(workspace: Workspace, audit: Audit) -> tuple[int, int]:
    """Draft the findings and decide on each; gives how many were accepted and how many recommendations were made."""
    accepted = recommended = 0
    for finding in audits.draft_findings(workspace, audit):
        why = _DISMISSED.get(finding.criterion) or (_TOO_SMALL if finding.severity == "low" else "")
        if why:
            audits.dismiss_finding(workspace, finding, why)
            continue
        recommended += _answer(workspace, finding)
        accepted += 1
    return accepted, recommended


def _answer(workspace: Workspace, finding: Finding) -> int:
    """Accept one finding, with its cause and a recommendation where there is something to recommend; 1 if so."""
    cause, text, addressee, days = _ANSWERS.get(finding.criterion, ("", "", "", 0))
    if cause and not finding.cause:
        finding = audits.edit_finding(workspace, finding, cause=cause)
    finding = audits.accept_finding(workspace, finding)
    if not text:
        return 0
    priority = finding.severity if finding.severity in audits.PRIORITIES else "medium"
    audits.recommend(workspace, finding, text, addressee, AS_OF + timedelta(days=days), priority)
    return 1
