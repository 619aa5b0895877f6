"""Name a project's rule pack, and what its grant states itself."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from collabdesk.domain.pack_values import kind_of, read
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.rule_overrides import RuleOverride
from collabdesk.usecases.rules.choosing import CATEGORY
from collabdesk.usecases.rules.packs import packs
from collabdesk.usecases.workspace import Change, Workspace


def use(workspace: Workspace, project: Project, name: str) -> Change:
    """Put the project under a family of packs, or one pack by its code; "" takes the name away.

    Refused when there is no such pack.
    """
    known = packs(workspace)
    if name and name not in {p.code for p in known} | {p.family for p in known}:
        names = ", ".join(sorted({p.code for p in known} | {p.family for p in known}))
        raise Refused(f"There is no rule pack {name!r}. There are: {names}.", "no-rule-pack")
    label = f"Put {project.acronym or project.code} under {name}" if name else f"No rule pack for {project.code}"
    with workspace.changing(label) as step:
        now = cast("Project", workspace.get("project", project.id or 0))
        step.update(replace(now, rule_pack=name))
    return step.change


def state(
    workspace: Workspace, project: Project, name: str, value: str, *, source: str = "", reason: str = ""
) -> Change:
    """Keep what the grant states itself in place of the pack's value; "" takes it away.

    `name` is a value's name in the pack, or `category.` and a source's word, whose value is a category's code.
    Refused when there is no such name or the text is no such value.
    """
    kind = kind_of(name)
    if value and not name.startswith(CATEGORY):
        if kind is None:
            raise Refused(f"No rule pack has a value called {name!r}.", "no-value")
        try:
            read(kind, value)
        except ValueError as error:
            raise Refused(f"{name}: {error}.", "bad-value") from None
    label = f"State {name} of {project.acronym or project.code}" if value else f"Take back {name} of {project.code}"
    with workspace.changing(label) as step:
        there = cast("list[RuleOverride]", workspace.find("rule_override", project_id=project.id, name=name))
        if there and value:
            step.update(replace(there[0], value=value, source=source, reason=reason))
        elif value:
            step.add(RuleOverride(project_id=project.id, name=name, value=value, source=source, reason=reason))
        else:
            for one in there:
                step.delete(one)
    return step.change
