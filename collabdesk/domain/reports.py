"""An issued report: frozen with its figures and traces."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves(
    "report",
    {"draft": ("reviewed",), "reviewed": ("signed", "draft"), "signed": ("superseded",), "superseded": ()},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """`code` is printed on the cover; `digest` is the SHA-256 over the report's content and figures.

    `pdf_sha256` is the file as written; `figures` is JSON: every figure with its sources, frozen; `chapters` is JSON:
    the SHA-256 of what each chapter says, by its title. The file itself is kept under `pdf_sha256`. `settings` is JSON:
    what else it was composed from (the partner of a statement, the own outline as it was then). `supersedes` is the
    code of the signed report that this one takes the place of; `signature` names the certificate that the file was
    signed with.
    """

    project_id: int | None = None
    audit_id: int | None = None
    code: str = ""
    title: str = ""
    outline: str = ""
    as_of: IsoDate | None = None
    issued_at: str = ""
    digest: str = ""
    pdf_sha256: str = ""
    figures: str = "[]"
    chapters: str = "{}"
    settings: str = "{}"
    language: str = ""
    addressee: str = ""
    reviewed_by: str = ""
    signed_by: str = ""
    signed_at: str = ""
    supersedes: str = ""
    signature: str = ""
    status: str = "draft"
