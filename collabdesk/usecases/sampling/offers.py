"""What a population can be restricted to: the words that the cost items of a project really have."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.audits import Audit
from collabdesk.usecases import periods
from collabdesk.usecases.sampling.population import audit_of, currencies, project_of
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Offers:
    """`currencies` begin with the project's own where costs are in it."""

    currencies: tuple[str, ...]
    partners: tuple[str, ...]
    categories: tuple[str, ...]
    periods: tuple[str, ...]


def offers(workspace: Workspace, audit: Audit | int, project: str = "") -> Offers:
    """Of the audit's project; of an audit of the portfolio the project has to be named."""
    subject = project_of(workspace, audit_of(workspace, audit), project)
    known = sorted(currencies(workspace, subject), key=lambda unit: (unit != subject.currency, unit))
    where = {"project_id": subject.id}

    def words(column: str) -> tuple[str, ...]:
        return tuple(sorted({g.key[0] for g in workspace.sums("cost", (), by=(column,), where=where) if g.key[0]}))

    codes = tuple(p.code for p in periods.of(workspace, subject.id))
    return Offers(tuple(known), words("partner_name"), words("category"), codes)
