"""Gather a project's costs in other currencies, converted by the rule pack's choice of a rate."""

from __future__ import annotations

from datetime import date

from collabdesk.auditing.conversion_facts import ConversionFacts
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, project: Project, as_of: date) -> ConversionFacts | None:
    """None where all costs are in the project's own currency: then nothing needs a rate."""
    there = workspace.stated("cost", "currency", {"project_id": project.id})
    if not [currency for currency in there if currency and currency != project.currency]:
        return None
    from collabdesk.usecases.rates import in_home
    from collabdesk.usecases.rates.choosing import choice_of

    choice = choice_of(workspace, project, as_of)
    costs = in_home(workspace, project, "cost", ("expended",), {}, choice.name, as_of)
    return ConversionFacts(costs=costs, rule_pack=choice.rule_pack, note=choice.note)
