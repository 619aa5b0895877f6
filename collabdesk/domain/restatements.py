"""A figure of a signed report that later data gave otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement(Record):
    """`old` and `new` are as printed, with their unit; `cause` names the change since that touched its records."""

    report_id: int | None = None
    report: str = ""
    figure: str = ""
    label: str = ""
    old: str = ""
    new: str = ""
    cause: str = ""
    noticed_at: str = ""
    note: str = ""
