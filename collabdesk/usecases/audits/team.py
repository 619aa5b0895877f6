"""The team of an audit: who, in which role, with which declared interests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import as_iso, today
from collabdesk.domain.person_names import same_person
from collabdesk.domain.problems import Refused
from collabdesk.domain.team_members import TeamMember
from collabdesk.usecases.audits.records import audit_of, member_of, open_for_changes
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Step, Workspace


def member(
    name: str, role: str = "", interests: str = "", organisation: str = "", on: date | None = None
) -> TeamMember:
    """A member as a person states it; interests that are stated are declared, today where no day is given."""
    if not name.strip():
        raise Refused("A member of the team needs a name.", "no-name")
    declared = as_iso(on or today()) if interests.strip() else None
    return TeamMember(
        name=name.strip(), role=role.strip(), organisation=organisation.strip(), interests=interests.strip(),
        declared_on=declared,
    )  # fmt: skip


def team_text(members: Iterable[TeamMember]) -> str:
    """`A. Revisor (lead), B. Controller`."""
    return ", ".join(f"{m.name} ({m.role})" if m.role else m.name for m in members)


def team_of(workspace: Workspace, audit: Audit | int) -> list[TeamMember]:
    """The members in the order in which they were named."""
    number = audit if isinstance(audit, int) else audit.id
    return cast("list[TeamMember]", workspace.find("team_member", audit_id=number))


def add_member(workspace: Workspace, audit: Audit | int, new: TeamMember) -> TeamMember:
    """A further member. Refused for a name that is on the team already."""
    audit = audit_of(workspace, audit)
    open_for_changes(audit)
    if any(m.name.casefold() == new.name.casefold() for m in team_of(workspace, audit)):
        raise Refused(f"{new.name} is on the team already.", "twice")
    with workspace.changing(f"Add {new.name} to the team of {audit.title}", Act.AUDIT) as step:
        kept = cast("TeamMember", step.add(replace(new, audit_id=audit.id)))
        _tell_audit(workspace, step, audit)
        return kept


def remove_member(workspace: Workspace, one: TeamMember | int) -> None:
    """Take a member off the team."""
    one = member_of(workspace, one)
    audit = audit_of(workspace, one.audit_id or 0)
    open_for_changes(audit)
    with workspace.changing(f"Take {one.name} off the team of {audit.title}", Act.AUDIT) as step:
        step.delete(one)
        _tell_audit(workspace, step, audit)


def declare_interests(
    workspace: Workspace, one: TeamMember | int, interests: str, on: date | None = None
) -> TeamMember:
    """Record what a member declared, verbatim; `none` is a declaration, saying nothing is not."""
    one = member_of(workspace, one)
    open_for_changes(audit_of(workspace, one.audit_id or 0))
    if not interests.strip():
        raise Refused(f"Say what {one.name} declared. “none” is a declaration; nothing is not.", "no-declaration")
    with workspace.changing(f"Declare the interests of {one.name}", Act.AUDIT) as step:
        made = replace(one, interests=interests.strip(), declared_on=as_iso(on or today()))
        return cast("TeamMember", step.update(made))


def named_member(workspace: Workspace, audit: Audit | int, name: str) -> TeamMember:
    """The member whose name this may be. Refused where there is none, or more than one."""
    team = team_of(workspace, audit)
    exact = [m for m in team if m.name.casefold() == name.strip().casefold()]
    found = exact or [m for m in team if same_person(m.name, name)]
    if len(found) != 1:
        there = ", ".join(m.name for m in team) or "nobody yet"
        raise Refused(f"Who is {name!r}? On the team: {there}.", "no-member")
    return found[0]


def _tell_audit(workspace: Workspace, step: Step, audit: Audit) -> None:
    told = team_text(team_of(workspace, audit))
    if told != audit.team:
        step.update(replace(audit, team=told))
