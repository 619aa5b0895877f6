"""Gather what the records of a project say of themselves: sums in SQL, and the accounts that imports kept."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, cast

from collabdesk.auditing.books_facts import BooksFacts, Doubled, ItemSum, TotalOff
from collabdesk.domain.batches import SourceFile, SourceTable
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.period_rules import DECLARED
from collabdesk.domain.projects import Project
from collabdesk.usecases.gathering.sums import unit_of
from collabdesk.usecases.known_by import Where
from collabdesk.usecases.workspace import Workspace

_JUDGED = 200_000
"""Cost items of a project up to which they are looked at one by one."""
_PROVEN = tuple(sorted({"checked", *DECLARED}))
_OPEN = ("entered", "imported")
_ALIKE = (
    "partner_id", "date", "currency", "expended", "description", "code", "category", "work_package", "declared_in",
    "period_start", "period_end", "award_id", "subaward",
)  # fmt: skip
_COUNTED = ("entered", "imported", "checked", "declared", "accepted")
_HOLDING = ("cost", "budget", "contribution", "payment", "effort", "participation", "award")


def gathered(workspace: Workspace, project: Project, as_of: date) -> BooksFacts:
    """The facts of one project as known by the day."""
    where: Where = {"project_id": project.id}
    costs = workspace.count("cost", **where)
    is_readable = 0 < costs <= _JUDGED
    proofs = cast("list[Evidence]", workspace.find("evidence", **where))
    off, compared = _totals(workspace, where)
    if not is_readable:
        nothing = None if costs else ()
        return BooksFacts(
            outside=nothing, unproven=nothing, typed=nothing, doubled=nothing, costs=costs, totals_off=off,
            totals=compared, certificates=_certificates(proofs),
        )  # fmt: skip
    by_code = {e.code for e in proofs if e.subject == "cost" and e.code}
    proof = ("currency", "date", "evidence", "code")
    typed: Where = {**where, "status": _OPEN, "batch_id": None}
    return BooksFacts(
        outside=_sums(workspace, where, as_of, ("currency", "date"), _is_outside(project)),
        unproven=_sums(workspace, {**where, "status": _PROVEN}, as_of, proof, _is_bare(by_code)),
        typed=_sums(workspace, typed, as_of, proof, _is_bare(by_code)),
        doubled=tuple(_doubled(workspace, where, as_of)),
        costs=costs,
        totals_off=off,
        totals=compared,
        certificates=_certificates(proofs),
        rejected_because=tuple(sorted(r for r in workspace.stated("cost", "rejected_because", where) if r)),
    )


def _is_outside(project: Project) -> Callable[[Any], bool]:
    def is_outside(key: Any) -> bool:
        day = key[1]
        is_early = bool(day and project.start and latest(day) < earliest(project.start))
        return is_early or bool(day and project.end and earliest(day) > latest(project.end))

    return is_outside


def _is_bare(by_code: set[str]) -> Callable[[Any], bool]:
    return lambda key: not (key[2] or "").strip() and not (key[3] and key[3] in by_code)


def _sums(
    ws: Workspace, where: Where, as_of: date, by: tuple[str, ...], is_meant: Callable[[Any], bool]
) -> tuple[ItemSum, ...]:
    """The items that are meant, by currency; what is dated after the day is not known yet."""
    every: dict[str, int] = defaultdict(int)
    records: dict[str, int] = defaultdict(int)
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    days: dict[str, set[str]] = defaultdict(set)
    for s in ws.sums("cost", ("expended",), by=by, where=where):
        unit, day = unit_of(s.key[0]), s.key[1]
        if s.totals["expended"] is None or (day and earliest(day) > as_of):
            continue
        every[unit] += s.records
        if is_meant(s.key):
            records[unit] += s.records
            amounts[unit] += s.totals["expended"]
            days[unit] |= {day} if day else set()
    return tuple(
        ItemSum(
            unit=unit, amount=amounts[unit], records=records[unit], every=every[unit], days=tuple(sorted(days[unit]))
        )
        for unit in sorted(records)
    )  # fmt: skip


def _doubled(ws: Workspace, where: Where, as_of: date) -> Iterator[Doubled]:
    """Items alike in every field that tells items apart; one that only corrects another is no double of it."""
    there: Where = {**where, "status": _COUNTED, "cost_id": None}
    groups = [s for s in ws.sums("cost", (), by=_ALIKE, where=there) if s.key[3] and s.key[4]]
    reversed_ones = {(*s.key[:3], -s.key[3], *s.key[4:]): s.records for s in groups}
    for s in groups:
        key = s.key
        many = s.records - reversed_ones.get(key, 0)
        if many < 2 or key[3] < 0 or not key[1] or earliest(key[1]) > as_of:
            continue
        ids = tuple(ws.ids("cost", where={**there, **dict(zip(_ALIKE, key, strict=True))}))
        yield Doubled(
            unit=unit_of(key[2]), description=key[4], day=key[1], partner_id=key[0], amount=key[3],
            extra=key[3] * (many - 1), ids=ids,
        )  # fmt: skip


def _totals(ws: Workspace, where: Where) -> tuple[tuple[TotalOff, ...], int]:
    """The stated totals of the tables from which records of the project came: those that are off, and how many."""
    mine = {
        (s.key[0], s.key[1])
        for noun in _HOLDING
        for s in ws.sums(noun, (), by=("batch_id", "table_no"), where=where)
        if s.key[0] is not None
    }
    if not mine:
        return (), 0
    batches = sorted({batch for batch, _ in mine})
    files = {f.id: f.name for f in cast("list[SourceFile]", ws.find("source_file", batch_id=batches))}
    found, compared = [], 0
    for table in cast("list[SourceTable]", ws.find("source_table", batch_id=batches)):
        if (table.batch_id, table.table_no) not in mine:
            continue
        for name, told in json.loads(table.account).get("totals", {}).items():
            if told.get("stated_total") is None or told.get("difference") is None:
                continue
            compared += 1
            if Decimal(told["difference"]):
                found.append(
                    TotalOff(
                        file=files.get(table.file_id, ""), sheet=table.sheet, field=name, sum=Decimal(told["sum"]),
                        stated=Decimal(told["stated_total"]), table_id=table.id or 0,
                    )
                )  # fmt: skip
    return tuple(sorted(found, key=lambda t: (t.file, t.sheet, t.field))), compared


def _certificates(proofs: list[Evidence]) -> int:
    """The files that are certificates on financial statements, by what they are called."""
    return sum("certificate" in f"{e.kind} {e.title} {e.subject}".lower() for e in proofs)
