"""A new list beside its earlier versions: which records stand elsewhere now, and which it has no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from collabdesk.usecases.comparison.earlier import Earlier, List
from collabdesk.usecases.comparison.labels import label_of
from collabdesk.usecases.comparison.moves import moved
from collabdesk.usecases.comparison.old_values import row_of
from collabdesk.usecases.comparison.rejected import Rejected
from collabdesk.usecases.comparison.told import GoneRecord
from collabdesk.usecases.keeping import TableKept, WantedTable, Whole
from collabdesk.usecases.keeping.edits import Edits
from collabdesk.usecases.workspace import Step, Workspace

_AT_ONCE = 2000
_Stood = tuple[List, int, int]
"""The version of the list, the row and the column in it."""


@dataclass(slots=True)
class Beside:
    """One table beside its earlier versions. `moved` says by a row's place where it stood."""

    moved: dict[int, str] = field(default_factory=dict)
    gone: list[GoneRecord] = field(default_factory=list)


def beside_earlier(
    workspace: Workspace, step: Step, whole: Whole, edits: Edits, check: Callable[[], None]
) -> dict[int, Beside]:
    """Each table of the batch, by its number, beside its earlier versions."""
    met = {w.number: _met(whole.tables[w.number], edits) for w in whole.wanted}
    earlier: dict[str, Earlier] = {}
    versions: dict[int, list[List]] = {}
    for one in whole.wanted:
        check()
        noun = whole.tables[one.number].noun
        source = earlier.setdefault(noun, Earlier(workspace, noun, whole.batch_id, check))
        versions[one.number] = source.lists(one.file, one.table, sorted(met[one.number]))
    homes = _homes(whole, met, versions)
    found = {}
    listed: set[tuple[str, int]] = set()
    for one in whole.wanted:
        check()
        noun = whole.tables[one.number].noun
        others = [met[w.number] for w in whole.wanted if whole.tables[w.number].noun == noun]
        everywhere = sorted(others[0]) if len(others) == 1 else sorted({i for ids in others for i in ids})
        stood = _gone(versions[one.number], everywhere)
        stood = {record: at for record, at in stood.items() if (noun, record) not in listed}
        listed |= {(noun, record) for record in stood}
        moves = _moves(one, met[one.number], versions[one.number], homes)
        found[one.number] = Beside(moves, _records(workspace, step, noun, stood, one, check))
    return found


def _met(kept: TableKept, edits: Edits) -> dict[int, int]:
    """The records that were there and that rows met: id -> the place of the first such row."""
    first_new = edits.first_new.get(kept.noun)
    places = range(len(kept.ids) - 1, -1, -1)
    found = dict(zip(reversed(kept.ids), places, strict=True))
    found.pop(None, None)
    if first_new is not None:
        found = {record: place for record, place in found.items() if record is not None and record < first_new}
    return found  # type: ignore[return-value]


def _homes(whole: Whole, met: dict[int, dict[int, int]], versions: dict[int, list[List]]) -> dict[tuple[int, int], int]:
    """Which table continues each earlier one: that which has the most of its records, of several that of its sheet."""
    sheets = {w.number: w.table.sheet for w in whole.wanted}
    claims: dict[tuple[int, int], list[tuple[int, bool, int]]] = {}
    for number, lists in versions.items():
        ids = sorted(met[number]) if len(versions) > 1 else ()
        for one in lists:
            is_alike = sheets[number] == one.source.sheet
            claims.setdefault(one.number, []).append((one.met(ids), is_alike, -number))
    return {old: -max(found)[2] for old, found in claims.items()}


def _moves(
    one: WantedTable, met: dict[int, int], versions: list[List], homes: dict[tuple[int, int], int]
) -> dict[int, str]:
    """Rows that stand in another order than in the version that had them last, or in another table of the file."""
    left = dict(met)
    found: dict[int, str] = {}
    columns = one.table.source_columns
    # Two sheets of a form may tell of one record: of those of one import the table's own comes first.
    for version in sorted(versions, key=lambda v: (-v.number[0], homes[v.number] != one.number)):
        if not left:
            break
        at = [(place, stood) for record, *stood in version.places() if (place := left.pop(record, None)) is not None]
        if columns is None:
            at.sort()
        else:
            at.sort(key=lambda entry: (one.table.source_rows[entry[0]], columns[entry[0]]))
        old: list[Any] = [row for _, (row, _) in at] if columns is None else [stood for _, stood in at]
        is_elsewhere = homes[version.number] != one.number
        for n in range(len(at)) if is_elsewhere else moved(old):
            place, (row, column) = at[n]
            found[place] = row_of(version.file, version.source.sheet, row, column)
    return found


def _gone(versions: list[List], everywhere: Sequence[int]) -> dict[int, _Stood]:
    """The records of earlier versions that no table of the new files has, where each stood last."""
    found: dict[int, _Stood] = {}
    for version in versions:
        for record, row, column in version.missing(everywhere):
            found.setdefault(record, (version, row, column))
    return found


def _records(
    workspace: Workspace, step: Step, noun: str, stood: dict[int, _Stood], one: WantedTable, check: Callable[[], None]
) -> list[GoneRecord]:
    rejected = Rejected(one.table, noun)
    found = []
    ids = sorted(stood)
    for start in range(0, len(ids), _AT_ONCE):
        check()
        some = ids[start : start + _AT_ONCE]
        rows = workspace.rows(noun, some)
        hanging = step.why_kept([(noun, row["id"]) for row in rows])
        for row in rows:
            why = rejected.why(row) or hanging.get((noun, row["id"]), "")
            found.append(_record(noun, row, stood[row["id"]], why))
    order = {record: n for n, record in enumerate(stood)}
    return sorted(found, key=lambda gone: order[gone.id])


def _record(noun: str, row: dict[str, Any], stood: _Stood, why: str) -> GoneRecord:
    version, at_row, column = stood
    project = row.get("project_code") or row.get("project_acronym") or row.get("project_title") or ""
    if noun == "project":
        project = row["code"] or row["acronym"] or row["title"]
    cell = row_of(version.file, version.source.sheet, at_row, column or None)
    return GoneRecord(noun, row["id"], label_of(noun, row.get) or f"no. {row['id']}", cell, project, why)
