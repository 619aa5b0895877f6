"""Evidence: a file with its hash, and what it proves."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """`subject` is the noun that it belongs to and `code` that record's number; the file is kept under `sha256`."""

    project_id: int | None = None
    subject: str = ""
    code: str = ""
    title: str = ""
    file_name: str = ""
    sha256: str = ""
    kind: str = ""
    custodian: str = ""
    received_on: IsoDate | None = None
    note: str = ""
