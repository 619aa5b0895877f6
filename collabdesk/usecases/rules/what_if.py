"""What a project's figures would be if another rule pack applied, beside what they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.usecases.rules.choosing import EXACTLY
from collabdesk.usecases.rules.packs import pack_of
from collabdesk.usecases.workspace import Workspace


def what_if(
    workspace: Workspace, project: Project, pack_code: str, as_of: date
) -> list[tuple[Figure | None, Figure | None]]:
    """The figures that rest on a rule pack, as they are and as the other pack would give them.

    None stands where only one of the two packs has such a figure. What the grant states itself holds under both.
    Nothing is kept. Refused when there is no such pack.
    """
    from collabdesk.usecases.facts import gather  # facts choose packs themselves
    from collabdesk.usecases.figures import of_facts

    pack = pack_of(workspace, pack_code)
    supposed = replace(project, rule_pack=f"{EXACTLY}{pack.code}", cost_model="")
    now, other = (
        {f.id: f for f in of_facts(gather(workspace, one, as_of)) if "rule pack" in f.inputs}
        for one in (project, supposed)
    )
    return [(now.get(key), other.get(key)) for key in dict.fromkeys([*now, *other])]
