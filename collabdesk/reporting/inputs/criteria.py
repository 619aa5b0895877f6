"""The criteria set that an audit measured against, as a report prints it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedStandard:
    """One criterion. `asks` says it with its thresholds. `is_judged` by the team alone; `is_of_project`: it looks into
    the books of a single project, which the audit of a portfolio does not open.
    """

    title: str
    asks: str
    dimension: str
    source: str
    is_judged: bool = False
    is_confirmed: bool = True
    is_of_project: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCriteria:
    """The set: its standards in their order, its dimensions with what each is about, its scale with the legend."""

    title: str
    version: str
    source: str
    standards: tuple[AppliedStandard, ...]
    dimensions: tuple[tuple[str, str], ...] = ()
    scale: tuple[tuple[str, str], ...] = ()
    scale_note: str = ""
