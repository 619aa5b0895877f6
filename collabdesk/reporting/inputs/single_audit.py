"""What the imported workbooks of a US single audit say: awards, findings, the plan of corrective action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabdesk.domain.awards import Award
from collabdesk.domain.findings import Finding
from collabdesk.domain.follow_ups import FollowUp
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleAudit:
    """`findings` are of all years; the year of a finding is that of its reference number (2 CFR 200.516(c)).

    `places` says for a finding's id where in which file it stands.
    """

    findings: tuple[Finding, ...] = ()
    awards: tuple[Award, ...] = ()
    actions: tuple[Recommendation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    responses: tuple[Response, ...] = ()
    places: Mapping[int, str] = field(default_factory=dict)

    @property
    def year(self) -> str:
        """The audit year: the latest of the reference numbers; "" where none has one."""
        return max((y for f in self.findings if (y := year_of(f))), default="")

    def current(self) -> tuple[Finding, ...]:
        """The findings of the audit year, and those whose number names none."""
        return tuple(f for f in self.findings if year_of(f) in ("", self.year))

    def current_once(self) -> tuple[Finding, ...]:
        """Each finding of the audit year once: one of several awards stands on several lines under one reference."""
        found: dict[str, Finding] = {}
        for finding in self.current():
            found.setdefault(finding.code or f"#{finding.id}", finding)
        return tuple(found.values())

    def prior(self) -> tuple[Finding, ...]:
        """The findings of earlier years, the latest year first."""
        return tuple(sorted((f for f in self.findings if year_of(f) not in ("", self.year)),
                            key=lambda f: (-int(year_of(f)), f.code, f.award)))  # fmt: skip

    def award_of(self, finding: Finding) -> Award | None:
        """The award that the finding names."""
        for award in self.awards:
            if award.id == finding.award_id or (finding.award and award.code == finding.award):
                return award
        return None


def year_of(finding: Finding) -> str:
    """The year in a reference number such as 2025-003; "" where it has none."""
    year, dash, _ = finding.code.partition("-")
    return year if dash and len(year) == 4 and year.isdecimal() else ""
