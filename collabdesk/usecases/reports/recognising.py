"""Which report a file is: as issued, signed with a certificate, a board packet, added to since, or changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from collabdesk.domain.evidence import Evidence
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.reporting import pdf_signature
from collabdesk.usecases.reports.kept import kept_bytes, report_of, sha256_of, signature_of
from collabdesk.usecases.workspace import Workspace

PACKET = "packet"
"""The kind of evidence as which a board packet is kept; its subject is the report."""
_NAME = re.compile(rb"CollabDesk (R-[0-9]{4}-[0-9]{3,}) digest:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Known:
    """A file's report; `what` the file is, with `{report}` for its name, and `told`: what else there is to tell."""

    report: Report
    is_unchanged: bool
    what: str = "{report}"
    told: tuple[str, ...] = ()


def recognised(workspace: Workspace, content: bytes) -> Known | None:
    """The report that the file is, or calls itself; None for a file that is none of this database's."""
    return _exact(workspace, content) or _claimed(workspace, content)


def _exact(workspace: Workspace, content: bytes) -> Known | None:
    sha256 = sha256_of(content)
    issued = cast("list[Report]", workspace.find("report", pdf_sha256=sha256))
    if issued:
        return Known(issued[-1], is_unchanged=True)
    for report in cast("list[Report]", workspace.find("report", status=("signed", "superseded"))):
        if signature_of(report).get("sha256") == sha256:
            return Known(report, True, "{report}, signed with a certificate", _signatures(content))
    packets = cast("list[Evidence]", workspace.find("evidence", subject="report", kind=PACKET, sha256=sha256))
    if packets:
        return Known(report_of(workspace, packets[-1].code), True, "the board packet of {report}")
    return None


def _claimed(workspace: Workspace, content: bytes) -> Known | None:
    for code, digest in sorted(set(_NAME.findall(content))):
        named = cast("list[Report]", workspace.find("report", code=code.decode(), digest=digest.decode()))
        if named:
            return Known(named[-1], False, told=(*_begins(workspace, named[-1], content), *_signatures(content)))
    return None


def _begins(workspace: Workspace, report: Report, content: bytes) -> tuple[str, ...]:
    try:
        issued = kept_bytes(workspace, report)
    except Refused:
        return ()
    if not content.startswith(issued):
        return ()
    added = len(content) - len(issued)
    return (f"It begins with the very bytes of the report as issued; {added:,} bytes were added after them.",)


def _signatures(content: bytes) -> tuple[str, ...]:
    """What the signatures inside say, a sentence each."""
    if b"/ByteRange" not in content:
        return ()
    try:
        found = pdf_signature.signatures_in(content)
    except Refused as refusal:
        return (f"It carries a signature of a certificate that was not looked at: {refusal.sentence}",)
    return tuple(_said(one) for one in found)


def _said(one: pdf_signature.Seen) -> str:
    by = f"Its signature was made with the certificate of {one.signer}, issued by {one.issuer}"
    if not one.is_intact:
        return f"{by}, but what was signed has been changed since."
    rest = "the whole file" if one.covers_all else "the file as it was then; something was added later"
    return f"{by}; it is intact and covers {rest}. Whether the issuer is to be trusted is not judged."
