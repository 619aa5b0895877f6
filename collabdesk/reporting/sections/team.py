"""Audit team and independence: who, in which role, with which declared interests."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.team_members import TeamMember
from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    audit, team = data.audit, data.engagement.team
    if audit is None or not (team or audit.team or audit.independence):
        return
    if team:
        columns = (Column("Name", 2.6), Column("Role", 2), Column("Declared interests", 4), Column("Declared on", 1.7))
        yield Table("Audit team", columns, tuple(_row(m) for m in team))
    elif audit.team:
        yield say(t("The audit was carried out by {team}.", team=audit.team))
    if audit.independence:
        yield say(audit.independence)
    else:
        yield say(t("No statement on the independence of the team is recorded."), "note")


def _row(one: TeamMember) -> tuple[tuple[str], ...]:
    name = f"{one.name}, {one.organisation}" if one.organisation else one.name
    declared = one.interests if one.declared_on else t("Nothing was declared.")
    return (name,), (one.role or _NONE,), (declared,), (day(one.declared_on),)


SECTION = Section("team", "Audit team and independence", _compose)
