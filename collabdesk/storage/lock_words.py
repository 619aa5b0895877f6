"""How a change that a closed period or a declared item refuses is told: period, project, record, and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from collabdesk.domain.dates import in_words
from collabdesk.domain.period_rules import day_of
from collabdesk.storage.schema import TABLES

_NAMED = 3
_ACTS = {"add": "added to it", "remove": "taken out of it", "change": "changed in it"}


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period as far as it decides what may change."""

    id: int
    project_id: int
    code: str
    start: str | None
    end: str | None
    status: str


@dataclass(frozen=True, slots=True)
class Offence:
    """One record that may not be added, removed or changed, and the period that holds it (None: it was declared)."""

    noun: str
    id: int
    period: Period | None
    act: str
    row: dict[str, Any]
    fields: tuple[str, ...] = ()


def sentences(connection: Connection, found: Iterable[Offence]) -> Iterator[str]:
    """A sentence for each period and kind of act, with the first few records by name."""
    groups: dict[tuple[Any, ...], list[Offence]] = defaultdict(list)
    for one in found:
        groups[one.noun, one.period, one.act, one.fields].append(one)
    for (noun, period, act, fields), some in groups.items():
        if noun == "reporting_period":
            yield _of_period(connection, some[0])
        elif period is None:
            yield _of_declared(connection, noun, act, some)
        else:
            yield _of_record(connection, period, noun, act, fields, some)


def _of_period(connection: Connection, one: Offence) -> str:
    assert one.period is not None
    named = (
        f"Reporting period {one.period.code} of {_project(connection, one.period.project_id)} is {one.period.status}"
    )
    if one.act == "reopen":
        return f"{named}: it is reopened only with a reason. Reopen it in the project's costs and say why."
    done = "removed" if one.act == "remove" else "given another code, project or other days"
    return f"{named} and cannot be {done}. Reopen it with a reason first."


def _of_declared(connection: Connection, noun: str, act: str, some: list[Offence]) -> str:
    done = "removed" if act == "remove" else "changed in its amounts"
    project = _project(connection, some[0].row.get("project_id"))
    status = some[0].row["status"]
    verb = "was" if len(some) == 1 else "were"
    named = _records(connection, noun, some)
    cure = "Adjust it by a new item that is linked to it." if noun == "cost" else "Enter the difference as a new line."
    return f"{named} of {project} {verb} {status} and cannot be {done} any more. {cure}"


def _of_record(
    connection: Connection, period: Period, noun: str, act: str, fields: tuple[str, ...], some: list[Offence]
) -> str:
    named = _records(connection, noun, some)
    what = f" ({', '.join(f.replace('_', ' ') for f in fields)})" if fields else ""
    project = _project(connection, period.project_id)
    cure = f"Reopen {period.code} with a reason" if period.status != "closing" else f"Set {period.code} to open again"
    other = ", or declare it in a period that is open" if act == "add" else ""
    return (
        f"Reporting period {period.code} of {project} is {period.status}: {named} cannot be {_ACTS[act]}{what}."
        f" {cure}{other}."
    )


def _records(connection: Connection, noun: str, some: list[Offence]) -> str:
    """`cost C-7 (14 March 2025)`, or `5 costs (C-7, C-8, C-9 and 2 more)`."""
    names = [_name(connection, noun, one) for one in some[:_NAMED]]
    if len(some) == 1:
        day = day_of(noun, some[0].row)
        return f"{noun} {names[0]}" + (f" ({in_words(day)})" if day else "")
    more = f" and {len(some) - _NAMED} more" if len(some) > _NAMED else ""
    return f"{len(some)} {noun}s ({', '.join(names)}{more})"


def _name(connection: Connection, noun: str, one: Offence) -> str:
    wanted = ("code", "description", "category") if noun == "cost" else ("person",)
    row = one.row
    if not any(row.get(name) for name in wanted):
        columns = [TABLES[noun].c[name] for name in wanted]
        found = connection.execute(select(*columns).where(TABLES[noun].c.id == one.id)).first()
        row = dict(zip(wanted, found, strict=True)) if found else {}
    return next((str(row[name]) for name in wanted if row.get(name)), f"no. {one.id}")


def _project(connection: Connection, number: int | None) -> str:
    c = TABLES["project"].c
    found = connection.execute(select(c.acronym, c.code, c.title).where(c.id == number)).first()
    return next((str(name) for name in found or () if name), f"project no. {number}")
