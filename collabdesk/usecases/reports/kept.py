"""The issued reports as they are kept: found by code, printed again from their own bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.usecases.workspace import Workspace
from collabdesk.whole_files import write_beside


def report_of(workspace: Workspace, code: str) -> Report:
    """The report with this code, as printed on its cover; Refused where there is none."""
    found = cast("list[Report]", workspace.find("report", code=code.strip()))
    if not found:
        raise Refused(f"There is no report {code!r}. `collabdesk reports list` shows those there are.", "no-report")
    return found[-1]


def kept_bytes(workspace: Workspace, report: Report) -> bytes:
    """The PDF as it was issued, for ever the same; Refused for one that an early version issued without keeping it."""
    return workspace.file_bytes(report.pdf_sha256)


def signature_of(report: Report) -> dict[str, str]:
    """The certificate that the file was signed with: signer, issuer, serial, fingerprint, sha256 of the signed file.

    Empty where it was signed without one.
    """
    return dict(json.loads(report.signature)) if report.signature else {}


def certified_bytes(workspace: Workspace, report: Report) -> bytes | None:
    """The PDF with its certificate's signature, whose beginning is the PDF as issued; None where there is none."""
    sha256 = signature_of(report).get("sha256")
    return workspace.file_bytes(sha256) if sha256 else None


def print_again(workspace: Workspace, report: Report, path: str | Path) -> None:
    """Write the kept file to `path`, with the certificate's signature where there is one."""
    put(certified_bytes(workspace, report) or kept_bytes(workspace, report), path)


def put(content: bytes, path: str | Path) -> None:
    """Write the report's file, whole or not at all. Refused when the place cannot be written."""
    with putting(content, path):
        pass


@contextmanager
def putting(content: bytes, path: str | Path) -> Iterator[None]:
    """As `put`, but the file takes its place only after what is done inside, and not at all where that fails.

    So no file is ever handed out of which the database knows nothing.
    """
    path = Path(path)
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file for the report.", "is-folder")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent} to write the report to.", "no-folder")
    with _refused(path):
        waiting = write_beside(path, content)
    try:
        yield
    except BaseException:
        waiting.drop()
        raise
    with _refused(path):
        waiting.take_place()


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(f"The report could not be written to {path}: {reason}.", "not-written") from error


def sha256_of(content: bytes) -> str:
    """The name under which a file is kept."""
    return hashlib.sha256(content).hexdigest()
