"""Lump sums: the share of each work package and partner, and what completed work packages have earned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.grant_facts import GrantFacts, LumpShare
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told
from collabdesk.measures.reconciliation import DIFFERENCE, difference
from collabdesk.measures.reimbursement import COMPLETED, LUMP_SUM
from collabdesk.usecases.figuring import Group
from collabdesk.usecases.grant_figures import maker

Make = Callable[..., Figure]


def _figures(facts: Facts) -> Iterator[Figure]:
    grant = facts.grant
    if grant is None or grant.pack.mode != "lump_sum":
        return
    make = maker(facts, grant, "lump_sum")
    if not grant.shares:
        reason = "no budget line names a work package, and no work package states its cost"
        yield make(LUMP_SUM, "lump-sum", Outcome(None, reason))
        return
    yield from _pair(grant, make, grant.shares)
    if grant.grant is not None and facts.project:
        whole = _sum(grant.shares)
        basis = (*_basis(grant.shares), Basis("project", "funding", ids=(facts.project.id or 0,)))
        given = {"shares": whole, "maximum grant": grant.grant}
        name = "Lump sum shares less the maximum grant"
        outcome = difference(whole, grant.grant)
        yield make(DIFFERENCE, "lump-sum-difference", outcome, label=name, inputs=given, basis=basis)
    for package in dict.fromkeys(s.work_package for s in grant.shares):
        its = tuple(s for s in grant.shares if s.work_package == package)
        yield from _pair(grant, make, its, package, slug_of(package))
    for partner_id in dict.fromkeys(s.partner_id for s in grant.shares if s.partner_id is not None):
        its = tuple(s for s in grant.shares if s.partner_id == partner_id)
        yield from _pair(grant, make, its, grant.party(partner_id).name, f"p{partner_id}")


def _pair(
    grant: GrantFacts, make: Make, shares: tuple[LumpShare, ...], detail: str = "", slug: str = ""
) -> Iterator[Figure]:
    """The shares and what of them is earned: paid on completion, not on a successful outcome."""
    done = tuple(s for s in shares if s.is_complete)
    own = {"detail": detail, "detail_slug": slug}
    parts: dict[str, object] = {}
    for one in shares:
        name = f"{one.work_package} {grant.party(one.partner_id).name if one.partner_id else ''}".rstrip()
        parts[name] = one.amount
    yield make(LUMP_SUM, "lump-sum", Outcome(_sum(shares)), inputs=parts, basis=_basis(shares), **own)
    completed = ", ".join(dict.fromkeys(s.work_package for s in done)) or told("none")
    yield make(
        COMPLETED, "lump-sum-completed", Outcome(_sum(done)), inputs={"work packages completed": completed},
        basis=_basis(done), **own,
    )  # fmt: skip


def _sum(shares: tuple[LumpShare, ...]) -> Decimal:
    return sum((s.amount for s in shares), Decimal(0))


def _basis(shares: tuple[LumpShare, ...]) -> tuple[Basis, ...]:
    ids = tuple(i for s in shares for i in s.ids)
    noun, field = ("work_package", "cost") if shares and shares[0].noun == "work_package" else ("budget", "amount")
    return (Basis(noun, field, ids=ids),) if ids else ()


GROUP = Group("lump_sum", 25, _figures)
