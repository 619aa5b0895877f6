"""What hangs on a record: who refers to it, and what a batch cannot be reverted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, and_, or_, select

from collabdesk.domain.problems import Refused
from collabdesk.storage import journal, locks
from collabdesk.storage.bulk import Run, rows_of_image
from collabdesk.storage.driver import fetch
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import count_rows, find_columns, find_rows

if TYPE_CHECKING:
    from collabdesk.storage.revert import Plan

_NAMES = ("code", "acronym", "short_name", "name", "title", "label", "description", "criterion")
_SHOWN = 3  # examples in a sentence


def references(noun: str) -> list[tuple[Column[Any], str]]:
    """The noun's columns that refer to another noun, and which."""
    return [(c, c.info["noun"]) for c in TABLES[noun].columns if "noun" in c.info]


@cache
def children_first() -> tuple[str, ...]:
    """The nouns in an order in which each comes before those that it refers to."""
    order: list[str] = []

    def visit(noun: str) -> None:
        if noun not in order:
            for _, other in references(noun):
                if other != noun:
                    visit(other)
            order.append(noun)

    for noun in TABLES:
        visit(noun)
    return tuple(reversed(order))


def referrers(noun: str) -> list[tuple[str, Column[Any]]]:
    """Which columns of which nouns refer to this one."""
    return [(other, column) for other in TABLES for column, target in references(other) if target == noun]


def referred(connection: Connection, noun: str, ids: Collection[int]) -> dict[str, set[int]]:
    """The ids of each noun that these records refer to."""
    wanted: dict[str, set[int]] = {}
    columns = references(noun)
    if columns:
        table = TABLES[noun]
        for start in range(0, len(ids), 10_000):
            some = sorted(ids)[start : start + 10_000]
            for row in fetch(connection, select(*(c for c, _ in columns)).where(table.c.id.in_(some))):
                for (_, other), value in zip(columns, row, strict=True):
                    if value is not None:
                        wanted.setdefault(other, set()).add(value)
    return wanted


def called(connection: Connection, noun: str, ids: Iterable[int]) -> list[str]:
    """How a person knows these records: noun and code, name or title; in the order of ids."""
    table = TABLES[noun]
    columns = [table.c[name] for name in _NAMES if name in table.c]
    found = []
    numbers = sorted(ids)
    for start in range(0, len(numbers), 10_000):
        some = numbers[start : start + 10_000]
        for row in fetch(connection, select(table.c.id, *columns).where(table.c.id.in_(some)).order_by(table.c.id)):
            name = next((str(value) for value in row[1:] if value), f"no. {row[0]}")
            found.append(f"{noun.replace('_', ' ')} {name}")
    return found


def refuse_if_needed(connection: Connection, noun: str, ids: Collection[int]) -> None:
    """Refused when other records refer to any of these."""
    found = []
    for other, column in referrers(noun):
        count = count_rows(connection, other, {column.name: list(ids)})
        if count:
            found.append(_counted(other, count))
    if found:
        words = noun.replace("_", " ")
        raise Refused(f"This {words} cannot be deleted: {', '.join(found)} hang on it.", "has-dependants")


def blockers(connection: Connection, plan: Plan) -> list[str]:
    """Why the batch cannot be reverted, a sentence each; empty when it can."""
    return [
        *_signed_reports(connection, plan),
        *_later_imports(connection, plan),
        *_later_records(connection, plan),
        *_lost_owners(connection, plan),
        *locks.blockers(connection, plan),
    ]


def _signed_reports(connection: Connection, plan: Plan) -> Iterator[str]:
    digests = _digests(connection, plan.batch_id)
    for report in find_rows_as_dicts(connection, "report", {"status": ["signed", "superseded"]}):
        # The command line stamps no hour of issue; a report is signed after it was issued.
        since = report["issued_at"] or report["signed_at"]
        if since >= plan.step.at[:19] and any(digest in report["figures"] for digest in digests):
            yield f"The signed report {report['code']} rests on it."


def _digests(connection: Connection, batch_id: int) -> set[str]:
    tables = find_rows_as_dicts(connection, "source_table", {"batch_id": batch_id})
    files = [t["file_id"] for t in tables if t["file_id"] is not None]
    found = find_rows_as_dicts(connection, "source_file", {"id": files})
    found += find_rows_as_dicts(connection, "source_file", {"batch_id": batch_id})
    return {f["sha256"] for f in found if f["sha256"]}


def find_rows_as_dicts(connection: Connection, noun: str, equals: dict[str, object]) -> list[dict[str, Any]]:
    """Rows as kept, by field name."""
    columns = [c.name for c in TABLES[noun].columns]
    rows = find_rows(connection, noun, equals)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _later_imports(connection: Connection, plan: Plan) -> Iterator[str]:
    """Imports after it that updated what it created."""
    reverted = {b["id"] for b in find_rows_as_dicts(connection, "batch", {"status": "undone"})}
    counts: Counter[int] = Counter()
    for noun, ids in plan.kept.items():
        change, step = journal.CHANGE, journal.STEP
        query = select(change.c.first_id, step.c.batch_id).join_from(change, step, change.c.step_id == step.c.id)
        query = query.where(change.c.noun == noun, change.c.kind == journal.UPDATED, step.c.id > plan.step.id)
        query = query.where(step.c.batch_id != plan.batch_id, step.c.reverses.is_(None))
        later = {(i, b) for i, b in fetch(connection, query) if i in ids and b not in reverted}
        counts.update(b for _, b in later)
    labels = {b["id"]: b["label"] for b in find_rows_as_dicts(connection, "batch", {"id": list(counts)})}
    for batch_id, count in sorted(counts.items()):
        if batch_id in labels:
            named = f"Import {batch_id} ({labels[batch_id]})"
            yield f"{named} has changed {count} of its records since; take that one back first."


def _later_records(connection: Connection, plan: Plan) -> Iterator[str]:
    """Records from elsewhere that refer to what would be deleted."""
    for noun, doomed in plan.doomed.items():
        if not doomed:
            continue
        for other, column in referrers(noun):
            hanging = _outsiders(connection, plan, other, column, doomed)
            for batch_id in sorted({b for _, b in hanging}, key=lambda b: b or 0):
                ids = [i for i, b in hanging if b == batch_id]
                yield _hanging_sentence(connection, noun, other, ids, batch_id)


def _lost_owners(connection: Connection, plan: Plan) -> Iterator[str]:
    """Records that the batch removed and that cannot come back, for what they belong to is not there any more."""
    there: dict[str, set[int]] = {}
    wanted: Counter[tuple[str, str, int]] = Counter()
    for change in plan.removed:
        for row in _removed_rows(change):
            there.setdefault(change.noun, set()).add(row["id"])
            for column, other in references(change.noun):
                if row.get(column.name) is not None:
                    wanted[change.noun, other, row[column.name]] += 1
    for other in {noun for _, noun, _ in wanted}:
        ids = {i for _, noun, i in wanted if noun == other}
        (found,) = find_columns(connection, other, {"id": ids}, ("id",))
        there.setdefault(other, set()).update(found)
    lost: Counter[tuple[str, str]] = Counter()
    for (noun, other, number), count in wanted.items():
        if number not in there[other]:
            lost[noun, other] += count
    for (noun, other), count in lost.items():
        words = other.replace("_", " ")
        yield f"{_counted(noun, count).capitalize()} that it removed belonged to a {words} that is not there any more."


def _removed_rows(change: journal.ChangeRow) -> Iterator[dict[str, Any]]:
    if change.image is None:
        yield journal.body_of(change)
        return
    fields, columns = rows_of_image(change.image)
    for row in zip(*columns, strict=True):
        yield dict(zip(fields, row, strict=True))


def _outsiders(connection: Connection, plan: Plan, other: str, column: Column[Any],
               doomed: set[int]) -> list[tuple[int, int | None]]:  # fmt: skip
    table = TABLES[other]
    query = select(table.c.id, column, table.c.batch_id).where(column.between(min(doomed), max(doomed)))
    mine = plan.created.get(other, [])
    if mine:
        query = query.where(~_in_runs(table.c.id, mine))
    set_back = {i for i, edit in plan.restored.get(other, {}).items() if column.name in edit}
    return [(i, b) for i, target, b in fetch(connection, query) if target in doomed and i not in set_back]


def _in_runs(column: Column[Any], runs: list[Run]) -> Any:
    return or_(*(and_(column >= first, column <= last) for first, last in runs))


def _hanging_sentence(connection: Connection, noun: str, other: str, ids: list[int], batch_id: int | None) -> str:
    origin = f"of import {batch_id}" if batch_id is not None else "entered by hand"
    examples = ", ".join(called(connection, other, ids[:_SHOWN])) + (", …" if len(ids) > _SHOWN else "")
    return f"{_counted(other, len(ids)).capitalize()} {origin} ({examples}) hang on a {noun.replace('_', ' ')} of it."


def _counted(noun: str, count: int) -> str:
    words = noun.replace("_", " ")
    return f"1 {words}" if count == 1 else f"{count} {words} records"
