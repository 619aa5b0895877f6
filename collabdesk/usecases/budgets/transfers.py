"""Transfers between lines of a draft: amounts moved for a reason, each kept as a line of its own that plans nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.dates import today
from collabdesk.domain.money import kept
from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import rules
from collabdesk.usecases.budgets.lines import TRANSFER, lines_of
from collabdesk.usecases.budgets.versions import draft
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Transfer:
    """An amount moved within a version. `source` None: the line it came from is not there any more.

    `counts` says whether it is of those that the rule pack limits: between two categories, and under a lump sum also
    between partners or work packages.
    """

    id: int
    version_id: int
    source: BudgetLine | None
    target: BudgetLine
    amount: Decimal
    currency: str
    reason: str
    counts: bool


def transfer(workspace: Workspace, source_id: int, target_id: int, amount: Decimal, reason: str) -> Transfer:
    """Move an amount from one line of a draft to another, as one step.

    Refused without a reason, for two currencies, and for more than the line holds. More than the pack's limit (see
    `limits.moved`) is no refusal here: such a version is approved through an amendment only.
    """
    source, target = (_line(workspace, number) for number in (source_id, target_id))
    if source.budget_version_id != target.budget_version_id:
        raise Refused("The two lines are not of the same budget version.", "two-versions")
    version = draft(workspace, source.budget_version_id)
    _refuse_wrong(source, target, amount, reason)
    label = f"Transfer {amount_words(amount)} {source.currency} from {_where(source)} to {_where(target)}"
    with workspace.changing(label) as step:
        left = step.update(replace(source, amount=(source.amount or Decimal(0)) - amount))
        step.update(replace(target, amount=(target.amount or Decimal(0)) + amount))
        made = step.add(
            BudgetLine(
                project_id=target.project_id,
                partner_id=target.partner_id,
                work_package=target.work_package,
                category=target.category,
                period=target.period,
                description=reason.strip(),
                amount=amount,
                currency=target.currency,
                basis=TRANSFER,
                budget_version_id=version.id,
                budget_id=source.id,
            )
        )
    return _transfer(cast(BudgetLine, made), cast(BudgetLine, left), pack_of_project(workspace, source.project_id or 0))


def take_back(workspace: Workspace, transfer_id: int) -> None:
    """Undo one transfer of a draft, also when other changes were made since."""
    one = workspace.get("budget", transfer_id)
    if not isinstance(one, BudgetLine) or one.basis != TRANSFER:
        raise Refused("This transfer is not there any more.", "gone")
    version = draft(workspace, one.budget_version_id)
    there = lines_of(workspace, one.project_id or 0, version.id)
    source = next((line for line in there if line.id == one.budget_id), None)
    target = _target(workspace, one, there)
    if source is None or target is None:
        raise Refused("One of the two lines is not there any more: the amounts are set by hand.", "gone")
    amount = one.amount or Decimal(0)
    with workspace.changing(f"Take back the transfer of {amount_words(amount)} {one.currency}") as step:
        step.update(replace(source, amount=(source.amount or Decimal(0)) + amount))
        step.update(replace(target, amount=(target.amount or Decimal(0)) - amount))
        step.delete(one)


def transfers(workspace: Workspace, version_id: int, pack: Pack | None = None) -> list[Transfer]:
    """The transfers within a version in the order in which they were made."""
    made = cast("list[BudgetLine]", workspace.find("budget", budget_version_id=version_id, basis=TRANSFER))
    if not made:
        return []
    pack = pack or pack_of_project(workspace, made[0].project_id or 0)
    sources = {r.id: cast(BudgetLine, r) for r in workspace.find("budget", id=[t.budget_id for t in made])}
    return [_transfer(one, sources.get(one.budget_id), pack) for one in made]


def pack_of_project(workspace: Workspace, project_id: int, day: date | None = None) -> Pack:
    """The rule pack that the project is under on the day (today)."""
    project = cast(Project, workspace.get("project", project_id))
    return rules.chosen(workspace, project, day or today()).pack


def _transfer(one: BudgetLine, source: BudgetLine | None, pack: Pack) -> Transfer:
    return Transfer(
        id=one.id or 0,
        version_id=one.budget_version_id or 0,
        source=source,
        target=one,
        amount=one.amount or Decimal(0),
        currency=one.currency,
        reason=one.description,
        counts=source is None or _is_limited(source, one, pack),
    )


def _target(workspace: Workspace, one: BudgetLine, there: Iterable[BudgetLine]) -> BudgetLine | None:
    """The line that a transfer went to; of several at the same place the one that was changed in the same step."""
    possible = [line for line in there if line.id != one.budget_id and _stands(line) == _stands(one)]
    if len(possible) > 1:
        step = workspace.history("budget", one.id)[-1].step
        possible = [p for p in possible if any(e.step == step for e in workspace.history("budget", p.id, 1000))]
    return possible[0] if possible else None


def _is_limited(source: BudgetLine, target: BudgetLine, pack: Pack) -> bool:
    if _category(pack, source.category) != _category(pack, target.category):
        return True
    if pack.mode != "lump_sum":
        return False
    return (source.partner_id, source.work_package) != (target.partner_id, target.work_package)


def _category(pack: Pack, text: str) -> str:
    known = pack.category(text)
    return known.code if known else " ".join(text.casefold().split())


def _line(workspace: Workspace, number: int) -> BudgetLine:
    found = workspace.get("budget", number)
    if not isinstance(found, BudgetLine) or found.basis == TRANSFER:
        raise Refused(f"There is no budget line no. {number}.", "gone")
    return found


def _refuse_wrong(source: BudgetLine, target: BudgetLine, amount: Decimal, reason: str) -> None:
    if source.id == target.id:
        raise Refused("Choose two lines.", "one-line")
    if not reason.strip():
        raise Refused("A transfer needs a reason: it stays on record.", "no-reason")
    if amount <= 0 or kept(amount) != amount:
        raise Refused("A transfer moves an amount above zero.", "no-amount")
    if source.currency != target.currency:
        raise Refused(
            f"One line is in {source.currency or 'no currency'}, the other in {target.currency or 'no currency'}: "
            "two currencies are never added.",
            "two-currencies",
        )
    if (source.amount or Decimal(0)) < amount:
        there = amount_words(source.amount or Decimal(0))
        raise Refused(f"{_where(source)} holds only {there} {source.currency}.", "too-much")


def _stands(line: BudgetLine) -> tuple[object, ...]:
    return line.partner_id, line.category, line.work_package, line.period, line.currency


def _where(line: BudgetLine) -> str:
    return ", ".join(p for p in (line.category or line.description, line.work_package, line.period) if p) or "a line"


def amount_words(amount: Decimal) -> str:
    """`1,234.50`: an amount within a sentence."""
    return f"{amount:,.2f}" if amount == round(amount, 2) else f"{amount:,.4f}"
