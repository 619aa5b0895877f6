"""Which rate a project's funder wants: the choice of its rule pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabdesk.domain.conversions import CHOICES
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.told import told
from collabdesk.usecases import rules
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RateChoice:
    """`name` is one of CHOICES, "" where the pack makes none; `rule_pack` and `family` say who chose it; `note` what is
    open.
    """

    name: str
    rule_pack: str
    family: str = ""
    note: str | None = None


def choice_of(workspace: Workspace, project: Project, as_of: date) -> RateChoice:
    """The choice of the pack that the project's award falls under; none, and why, where its pack is not there."""
    try:
        pack = rules.chosen(workspace, project, as_of).pack
    except Refused as refused:
        return RateChoice("", project.rule_pack, note=refused.sentence)
    value = pack.get("rate_choice")
    if value is None:
        return RateChoice("", pack.name, pack.family, "the rule pack does not say which rate converts a cost")
    if value.value not in CHOICES:
        return RateChoice(
            "",
            pack.name,
            pack.family,
            told("the rule pack's rate_choice {value} is none that there is", value=repr(value.value)),
        )
    note = None if value.confirmed else told("{name} is unconfirmed in the rule pack", name="rate_choice")
    return RateChoice(str(value.value), pack.name, pack.family, note)
