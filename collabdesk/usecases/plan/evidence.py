"""Evidence: files that show that something was reached, kept under their SHA-256, opened and verified later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.problems import Refused
from collabdesk.usecases.plan.entries import name_of, named

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Step, Workspace

SUBJECTS = ("milestone", "deliverable")
LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Proof:
    """A file as a person gives it."""

    name: str
    content: bytes
    title: str = ""
    kind: str = ""
    custodian: str = ""
    note: str = ""


def add(workspace: Workspace, project_id: int, code: str, proof: Proof, received_on: date | None = None, *,
        noun: str = "") -> Evidence:  # fmt: skip
    """Keep a file as evidence of the milestone or deliverable with this code, or of another noun's record."""
    noun, record = named(workspace, project_id, code, (noun,) if noun else SUBJECTS)
    with workspace.changing(f"Add evidence of {name_of(record)}") as step:
        return keep(step, project_id, noun, name_of(record), proof, received_on)


def keep(step: Step, project_id: int | None, noun: str, name: str, proof: Proof, received_on: date | None) -> Evidence:
    """Within a step: the file and what it proves. Refused for an empty or a very large one."""
    if not proof.content:
        raise Refused(f"{proof.name} is empty, so it proves nothing.", "empty-file")
    if len(proof.content) > LARGEST:
        raise Refused(f"{proof.name} is larger than {LARGEST // 1024 // 1024} MB. Keep a summary instead.", "too-large")
    sha256 = step.keep_file(proof.name, proof.content)
    day = IsoDate((received_on or today()).isoformat())
    kept = Evidence(
        project_id=project_id, subject=noun, code=name, title=proof.title or proof.name, file_name=proof.name,
        sha256=sha256, kind=proof.kind, custodian=proof.custodian, received_on=day, note=proof.note,
    )  # fmt: skip
    return cast(Evidence, step.add(kept))


def of(workspace: Workspace, project_id: int, noun: str, name: str) -> list[Evidence]:
    """The files recorded for one entry."""
    found = workspace.find("evidence", project_id=project_id, subject=noun, code=name)
    return cast("list[Evidence]", found)


def proven(workspace: Workspace, project_id: int) -> frozenset[tuple[str, str]]:
    """The entries (noun, code) for which a file is recorded."""
    found = cast("list[Evidence]", workspace.find("evidence", project_id=project_id))
    return proven_by(found)


def proven_by(every: Iterable[Evidence]) -> frozenset[tuple[str, str]]:
    """The entries that these files prove; a record without a file's hash proves nothing."""
    return frozenset((e.subject, e.code) for e in every if e.sha256)


def content(workspace: Workspace, evidence: Evidence) -> bytes:
    """The file's bytes; Refused where it is not kept here or not as it was."""
    if not evidence.sha256:
        raise Refused(f"No file is kept for {evidence.title or evidence.code}.", "no-file")
    return workspace.file_bytes(evidence.sha256)


def verify(workspace: Workspace, every: Iterable[Evidence]) -> list[tuple[Evidence, str]]:
    """What is wrong with each file, its hash computed anew; "" where it is as it was."""
    found = []
    for one in every:
        try:
            content(workspace, one)
        except Refused as refusal:
            found.append((one, refusal.sentence))
        else:
            found.append((one, ""))
    return found
