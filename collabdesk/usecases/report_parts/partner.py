"""Gathers what a statement of one partner says, and names the partner that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from collabdesk.domain.contributions import Contribution
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.participations import Participation
from collabdesk.domain.partners import Partner
from collabdesk.domain.payments import Payment
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.reporting.inputs.partner import PartnerFacts
from collabdesk.usecases.workspace import Workspace

_CLOSED = frozenset({"draft", "dismissed", "withdrawn", "verified", "closed"})
_DONE = frozenset({"verified", "overtaken"})
_GROUPS = frozenset({
    "contributions", "pledges", "credits", "assessments", "partner_books", "costs", "eligibility", "mtdc", "lump_sum",
    "personnel", "payments", "effort", "voices",
})  # fmt: skip


def partners_of(workspace: Workspace, project: Project) -> list[Partner]:
    """The partners that take part in the project, by name."""
    ids = {p.partner_id for p in cast("list[Participation]", workspace.find("participation", project_id=project.id))}
    found = cast("list[Partner]", workspace.find("partner", id=sorted(i for i in ids if i)))
    return sorted(found, key=lambda p: (p.name.casefold(), p.id or 0))


def partner_called(workspace: Workspace, project: Project, name: str) -> Partner:
    """The project's partner with this code, short name or name, or `#7`; Refused unless it is just one."""
    there = partners_of(workspace, project)
    wanted = _words(name)
    found = [p for p in there if f"#{p.id}" == name.strip() or wanted in _names(p)]
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(f"#{p.id}" for p in found)
        raise Refused(f"{len(found)} partners are called {name!r}: name one by its number ({numbers}).", "two-partners")
    names = ", ".join(p.short_name or p.name for p in there[:30]) or "none"
    raise Refused(f"This project has no partner {name!r}. Its partners are: {names}.", "no-partner")


def figures_of(partner: Partner, found: Iterable[Figure]) -> list[Figure]:
    """Those of a project's figures that are of this partner alone, by what their codes end in."""
    own = re.compile(rf"F\d+-[a-z0-9.-]+-p{partner.id}(?:-[a-z]{{3,4}})?")
    return [f for f in found if f.group in _GROUPS and own.fullmatch(f.id)]


def gathered(workspace: Workspace, project: Project, partner: Partner, figures: Iterable[Figure]) -> PartnerFacts:
    """Its records in the project. A finding is its own where it is to act, or where the finding cites its figures."""
    both = {"project_id": project.id, "partner_id": partner.id}
    names = _names(partner)
    codes = {f.id for f in figures}
    found = cast("list[Finding]", workspace.find("finding", project_id=project.id))
    actions = cast("list[Recommendation]", workspace.find("recommendation", project_id=project.id))
    ids = {a.finding_id for a in actions if _words(a.addressee) in names or _words(a.contact) in names}
    findings = [f for f in found if f.status not in _CLOSED and (_is_its(f, names, codes) or f.id in ids)]
    mine = {f.id for f in findings}
    deliverables = cast("list[Deliverable]", workspace.find("deliverable", project_id=project.id))
    return PartnerFacts(
        participations=tuple(cast("list[Participation]", workspace.find("participation", **both))),
        contributions=tuple(cast("list[Contribution]", workspace.find("contribution", **both))),
        payments=tuple(cast("list[Payment]", workspace.find("payment", **both))),
        deliverables=tuple(d for d in deliverables if d.lead and _words(d.lead) in names),
        findings=tuple(findings),
        actions=tuple(
            a for a in actions
            if a.status not in _DONE and (a.finding_id in mine or _words(a.addressee) in names)
        ),
    )  # fmt: skip


def _is_its(finding: Finding, names: set[str], codes: set[str]) -> bool:
    return _words(finding.owner) in names or bool(codes & set(finding.figures.split()))


def _names(partner: Partner) -> set[str]:
    return {w for w in map(_words, (partner.name, partner.short_name, partner.code)) if w}


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
