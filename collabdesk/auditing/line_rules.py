"""What every line of the books is held against, whatever its noun: the project's days, partners, plan and periods."""

from __future__ import annotations

from typing import Protocol

from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.reporting_periods import ReportingPeriod


class OfProject(Protocol):
    """What is known of the project; `partners` are those that take part, empty where none are recorded."""

    @property
    def start(self) -> str | None: ...

    @property
    def end(self) -> str | None: ...

    @property
    def partners(self) -> frozenset[int]: ...

    @property
    def work_packages(self) -> frozenset[str]: ...

    @property
    def periods(self) -> tuple[ReportingPeriod, ...]: ...


def outside_project(project: OfProject, day: str | None) -> str:
    """A day, or a month, that lies wholly before or after the project."""
    if day and project.start and latest(day) < earliest(project.start):
        return f"{in_words(day)} is before the project began."
    if day and project.end and earliest(day) > latest(project.end):
        return f"{in_words(day)} is after the project ended."
    return ""


def no_partner(project: OfProject, partner: int | None) -> str:
    """Nobody is named, or somebody who does not take part."""
    if partner is None:
        return "It names no partner."
    is_there = not project.partners or partner in project.partners
    return "" if is_there else "Its partner does not take part in the project."


def unplanned(project: OfProject, work_package: str) -> str:
    """A work package that the plan does not have; a plan without any says nothing."""
    if not work_package or not project.work_packages or work_package in project.work_packages:
        return ""
    return f"The plan has no work package “{work_package}”."


def unknown_period(project: OfProject, declared_in: str) -> str:
    """A reporting period that there is none of."""
    if not declared_in or any(p.code == declared_in for p in project.periods):
        return ""
    return f"There is no reporting period “{declared_in}”."
