"""Rows that name what no file and no record has: they are kept, told with their cells, and joined when it comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from collabdesk.domain.places import address
from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.values import types_of

_SHOWN = 3
DESCRIBED_BY = ("title", "abstract", "start", "end", "funding", "total_cost", "eligible_cost")
"""A project that states none of these is only a code that some row has named."""
_NUMBERED = re.compile(r"(?:wp|ap|work ?package|arbeitspaket|lot|package)?[\s._-]*0*(\d+(?:\.\d+)*)")
_PARTS = re.compile(r"[,;/&+\n]| and | - | – |: ")


def tell(
    batch: BatchKeeping, table: StagedTable, code: str, field: str, rows: Sequence[int], what: str, names: Iterable[str]
) -> None:
    """One problem for all rows (their places in the table) that name something unknown; `what` says it, with {n}.

    Where every row does, its file has most likely not come yet: a note. Where only some do: a warning.
    """
    if not rows:
        return
    severity = Severity.NOTE if len(rows) == table.records else Severity.WARNING
    cells = [cell for i in rows[:_SHOWN] if (cell := cell_of(table, field, i))]
    some: list[str] = []
    for name in names:  # there may be a hundred thousand; only the first few are named
        if name not in some:
            some.append(name)
        if len(some) > _SHOWN:
            break
    listed = ", ".join(some[:_SHOWN]) + (", …" if len(some) > _SHOWN else "")
    at = f" ({', '.join(cells)}{', …' if len(rows) > len(cells) else ''})" if cells else ""
    text = f"{what.format(n=_rows(len(rows)))}: {listed}{at}; kept, and joined when it comes"
    batch.kept.notes.append(Problem(code, text, cells[0] if cells else "", severity))


def _rows(count: int) -> str:
    return "1 row names" if count == 1 else f"{count} rows name"


def cell_of(table: StagedTable, field: str, i: int) -> str:
    """The address of a field of the table's i-th record; "" where the table has no such field there."""
    column = None if table.source_columns is None else table.source_columns[i]
    for place in table.places().get(field, ()):
        row, at = place.cell(table.source_rows[i], column)
        if row:
            return address(table.sheet, row, at)
    return ""


def tell_projects(batch: BatchKeeping, table: StagedTable, ids: Sequence[int | None]) -> None:
    """Rows whose project is known by its code or acronym alone."""
    field = next((f for f in ("project.code", "project.acronym") if any(table.values.get(f, ()))), "")
    if not field:
        return
    types = types_of("project")
    nothing = {name: "" if types[name] == "text" else None for name in DESCRIBED_BY}
    bare = set(batch.workspace.kept_columns("project", (), **nothing)["id"])
    said = table.values[field]
    rows = [i for i, project in enumerate(ids) if project in bare and said[i]] if bare else []
    what = "{n} a project of which no file or record says more"
    tell(batch, table, "unknown-project", field, rows, what, (str(said[i]) for i in rows))


def tell_missing(
    batch: BatchKeeping, table: StagedTable, field: str, noun: str, codes: Sequence[Any], ids: Sequence[int | None]
) -> None:
    """Rows that give a code of `noun` for which nothing was found."""
    rows = [i for i, (code, found) in enumerate(zip(codes, ids, strict=True)) if code and found is None]
    what = f"{{n}} {'an' if noun[0] == 'a' else 'a'} {noun} that is not there"
    tell(batch, table, f"unknown-{noun}", field, rows, what, (str(codes[i]) for i in rows))


def tell_work_packages(
    batch: BatchKeeping, table: StagedTable, noun: str, said: Sequence[Any], projects: Sequence[int | None]
) -> None:
    """Rows that belong to a work package which their project does not have."""
    if not any(said):
        return
    there = batch.workspace.kept_columns("work_package", ("project_id", "code", "title"))
    known: dict[int, set[str]] = {}
    for project, code, title in zip(there["project_id"], there["code"], there["title"], strict=True):
        known.setdefault(project, set()).update(package_names(code) | package_names(title))
    rows = [
        i
        for i, (text, project) in enumerate(zip(said, projects, strict=True))
        if text and not package_names(text) & known.get(project or 0, set())
    ]
    what = "{n} a work package that the project does not have"
    tell(batch, table, "unknown-work-package", f"{noun}.work_package", rows, what, (str(said[i]) for i in rows))


def package_names(text: object) -> set[str]:
    """What a work package may be called: `WP03`, `wp 3` and `3` are one; `WP1, WP2` names two."""
    whole = " ".join(str(text).split()).casefold()
    names = {whole} if whole else set()
    for part in _PARTS.split(whole):
        numbered = _NUMBERED.fullmatch(part.strip())
        names.add(numbered[1] if numbered else part.strip())
    return names - {""}
