"""A report's way: reviewed, signed for good, superseded by a later one; each with who and when."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from collabdesk.domain.dates import this_moment
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import STATUSES, Report
from collabdesk.domain.restatements import Restatement
from collabdesk.reporting import pdf_signature
from collabdesk.usecases.reports.composing import asked_of
from collabdesk.usecases.reports.issuing import issue
from collabdesk.usecases.reports.kept import kept_bytes, report_of
from collabdesk.usecases.workspace import Act, Step, Workspace


@dataclass(frozen=True, slots=True)
class Certificate:
    """A PKCS#12 file and its password, which is used once and kept nowhere."""

    content: bytes
    password: str

    def __repr__(self) -> str:
        return "Certificate(…)"


def review(workspace: Workspace, code: str, *, by: str) -> Report:
    """A draft was reviewed by this person, as one step of undo."""
    name = _name(by, "Say who reviewed the report.")
    with workspace.changing(f"Review report {code}", Act.REPORT) as step:
        return _moved(step, report_of(workspace, code), "reviewed", reviewed_by=name)


def reopen(workspace: Workspace, code: str) -> Report:
    """A reviewed report is a draft again, for something is to be looked at once more."""
    with workspace.changing(f"Set report {code} back to draft", Act.REPORT) as step:
        return _moved(step, report_of(workspace, code), "draft", reviewed_by="")


def sign(workspace: Workspace, code: str, *, by: str, certificate: Certificate | None = None) -> Report:
    """Sign a reviewed report for good: from now on nothing changes it, and no undo takes the signature back.

    With a certificate the file gets its signature too: a second file, that begins with the bytes of the first; both
    are kept. A signed report that this one names is superseded in the same step. Refused for another status, a wrong
    password, and where the report that it names is superseded already.
    """
    name = _name(by, "Say who signs the report.")
    report = report_of(workspace, code)
    STATUSES.check(report.status, "signed")
    moment = this_moment()
    signed = _certified(workspace, report, certificate, name) if certificate else None
    with workspace.changing(f"Sign report {code}", Act.REPORT) as step:
        words: dict[str, str] = {}
        if signed is not None:
            content, told = signed
            sha256 = step.keep_file(f"{code} signed.pdf", content)
            words["signature"] = json.dumps({**told, "sha256": sha256}, ensure_ascii=False, sort_keys=True)
        if report.supersedes:
            _supersede(workspace, step, report)
        return _moved(step, report, "signed", signed_by=name, signed_at=moment, **words)


def supersede(workspace: Workspace, code: str, *, path: str | Path, issued_at: str = "", **other: Any) -> Report:
    """Issue the draft that is to take a signed report's place: the same one by today's data, with what is restated.

    `other` are fields of Asked that differ, such as the day. The signed one is superseded when the new one is signed.
    """
    old = report_of(workspace, code)
    if old.status != "signed":
        raise Refused(f"{old.code} is {old.status}: only a signed report is superseded.", "not-signed")
    asked = replace(asked_of(workspace, old), supersedes=old.code, **other)
    words = {name: getattr(asked, name) for name in type(asked).__dataclass_fields__}
    return issue(workspace, path=path, issued_at=issued_at, **words)


def _name(by: str, missing: str) -> str:
    if not by.strip():
        raise Refused(missing, "no-name")
    return by.strip()


def _moved(step: Step, report: Report, status: str, **words: Any) -> Report:
    STATUSES.check(report.status, status)
    return cast("Report", step.update(replace(report, status=status, **words)))


def _supersede(workspace: Workspace, step: Step, report: Report) -> None:
    old = report_of(workspace, report.supersedes)
    if old.status != "signed":
        raise Refused(f"{old.code}, which {report.code} supersedes, is {old.status} already.", "not-signed")
    step.move(old, "superseded")
    restated = cast("list[Restatement]", workspace.find("restatement", report_id=old.id, note=""))
    step.update_many([replace(one, note=f"Restated in {report.code}.") for one in restated])


def _certified(
    workspace: Workspace, report: Report, certificate: Certificate, name: str
) -> tuple[bytes, dict[str, str]]:
    reason = f"Report {report.code}, digest {report.digest}"
    return pdf_signature.sign(kept_bytes(workspace, report), certificate.content, certificate.password, name, reason)
