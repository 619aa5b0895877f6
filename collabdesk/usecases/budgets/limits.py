"""How much of a budget was transferred since the funder last approved it, and what the rule pack says of that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.packs import PackValue
from collabdesk.domain.problems import Refused
from collabdesk.usecases.budgets.lines import called, lines_of
from collabdesk.usecases.budgets.transfers import Transfer, amount_words, pack_of_project, transfers
from collabdesk.usecases.budgets.versions import versions
from collabdesk.usecases.workspace import Workspace

LIMIT = "transfer_limit"


@dataclass(frozen=True, slots=True)
class Moved:
    """How much of a budget was moved since the funder last approved it, in one currency.

    `budget` is the total of that budget, `share` moved / budget (None where that is zero); `limit` the pack's value,
    None with the reason in `sentence` where the pack records none.
    """

    currency: str
    moved: Decimal
    budget: Decimal
    share: Decimal | None
    limit: PackValue | None
    pack: str
    pack_title: str
    since: str
    transfers: tuple[Transfer, ...]

    @property
    def is_exceeded(self) -> bool:
        """More than the limit has been moved."""
        if self.limit is None or not self.moved:
            return False
        return self.share is None or self.share > cast(Decimal, self.limit.value)

    @property
    def sentence(self) -> str:
        """What is moved and what the pack says of it, for the person."""
        share = "" if self.share is None else f", {_percent(self.share)} of {amount_words(self.budget)} {self.currency}"
        said = f"{amount_words(self.moved)} {self.currency} moved since {self.since}{share}"
        if self.limit is None:
            return f"{said}; no limit recorded in {self.pack}."
        unsure = "" if self.limit.confirmed else ", unconfirmed"
        limit = f"the limit of {self.pack} is {_percent(cast(Decimal, self.limit.value))} ({self.limit.source}{unsure})"
        return f"{said}: more than allowed, {limit}." if self.is_exceeded else f"{said}; {limit}."


def moved(workspace: Workspace, version_id: int, day: date | None = None) -> list[Moved]:
    """How much the transfers that count move, by currency, in this version and in those approved since the funder
    last did: since the last version that an amendment approved, else since the imported budget. The limit is
    that of the rule pack on the day (today).
    """
    version = workspace.get("budget_version", version_id)
    if not isinstance(version, BudgetVersion):
        raise Refused("This budget version is not there any more.", "gone")
    project_id = version.project_id or 0
    pack = pack_of_project(workspace, project_id, day)
    base, since = _since(versions(workspace, project_id), version)
    counted = [t for v in since for t in transfers(workspace, v.id or 0, pack) if t.counts]
    totals = _totals(lines_of(workspace, project_id, base.id if base else None))
    totals = totals or _totals(lines_of(workspace, project_id, version_id))
    value = pack.get(LIMIT)
    limit = value if value is not None and isinstance(value.value, Decimal) else None
    found = []
    for currency in sorted(totals.keys() | {t.currency for t in counted}):
        some = tuple(t for t in counted if t.currency == currency)
        sum_, whole = sum((t.amount for t in some), Decimal(0)), totals.get(currency, Decimal(0))
        share = sum_ / whole if whole else None
        found.append(Moved(currency, sum_, whole, share, limit, pack.name, pack.title, called(base), some))
    return found


def _since(there: Iterable[BudgetVersion], version: BudgetVersion) -> tuple[BudgetVersion | None, list[BudgetVersion]]:
    """The version that the funder approved last before this one, and those made since, this one included."""
    before = [
        v for v in there if v.id != version.id and v.status in ("approved", "superseded") and _is_before(v, version)
    ]
    before.sort(key=lambda v: (v.status == "approved", v.approved_on or "", v.id or 0))
    since = [version]
    for earlier in reversed(before):
        if earlier.amendment:
            return earlier, since
        since.append(earlier)
    return None, since


def _is_before(one: BudgetVersion, version: BudgetVersion) -> bool:
    if version.status not in ("approved", "superseded"):
        return True
    if "approved" in (one.status, version.status):
        return version.status == "approved"
    return (one.approved_on or "", one.id or 0) < (version.approved_on or "", version.id or 0)


def _totals(lines: Iterable[BudgetLine]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for line in lines:
        if line.amount is not None:
            found[line.currency] = found.get(line.currency, Decimal(0)) + line.amount
    return found


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)} %"
