"""What an overview of the portfolio says of each project, beside the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedProject:
    """One project with its figures by rule and currency, of the whole project, and its findings that are not closed."""

    project: Project
    figures: Mapping[str, Figure]
    open_findings: int = 0
    high_findings: int = 0
    open_actions: int = 0
