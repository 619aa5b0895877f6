"""Every finding and every recommendation, of all audits and all imported reports, with how old it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredFinding:
    """`audit` is its audit's title, "" where it was imported; `since` the day it counts from, None where none is known.

    `stance` is the auditee's last answer, `outcome` what a later audit found.
    """

    finding: Finding
    project: str = ""
    audit: str = ""
    since: date | None = None
    stance: str = ""
    outcome: str = ""
    actions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredAction:
    """A recommendation, or a corrective action of the auditee's plan, with the code of its finding."""

    action: Recommendation
    project: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All of them, the oldest first."""

    findings: tuple[RegisteredFinding, ...] = ()
    actions: tuple[RegisteredAction, ...] = ()
