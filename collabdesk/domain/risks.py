"""A risk of a project."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """Likelihood and impact in the source's own scale."""

    project_id: int | None = None
    code: str = ""
    title: str = ""
    category: str = ""
    likelihood: str = ""
    impact: str = ""
    response: str = ""
