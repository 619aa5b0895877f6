"""Accepting an import confirms how its files were read: that is kept, one profile for each funder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from collabdesk.domain.dates import this_moment
from collabdesk.domain.profiles import Profile
from collabdesk.intake.confirmed import Reading
from collabdesk.intake.fitting import Seen, best, compare
from collabdesk.intake.funders import style_of
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.looking import Staged
from collabdesk.usecases.profiles.content import Content
from collabdesk.usecases.profiles.parsing import LARGEST, LONGEST_NAME, MOST_COLUMNS, MOST_TABLES
from collabdesk.usecases.profiles.saved import SavedProfile, free_name, saved, with_content
from collabdesk.usecases.profiles.tables import merged, reading_of, seen

if TYPE_CHECKING:  # a step comes with the database's library, which looking at a file does not need
    from collabdesk.usecases.workspace import Step, Workspace

# A year, quarter, date, number or mark of a version says which issue of a list a file is, not which list.
_ISSUE = re.compile(
    r"\(\d+\)|(?<![^\W\d_])(?:v|ver|version|rev|q|fy|h|stand|final|draft|copy|neu|new|update[d]?)?[\s._-]*\d+"
    r"|(?<![^\W_])(?:final|draft|copy|updated?)(?![^\W_])",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[\s._,;–—-]+")


@dataclass
class _Wanted:
    """One profile to be made or brought up to date, with the tables that were read."""

    name: str
    funder: str
    before: SavedProfile | None
    tables: list[tuple[Seen, Reading]] = field(default_factory=list)


def confirm(workspace: Workspace, step: Step, staged: Staged, skip: Collection[StagedTable] = ()) -> None:
    """Keep how the accepted tables were read, as part of the import's own step, so that undoing it takes it back.

    A table in which nothing was mapped says nothing, nor do mended rows of another file. Where all was read as the
    profile has it, nothing changes.
    """
    there = saved(workspace)
    left_out = {id(table) for table in skip}
    wanted: dict[object, _Wanted] = {}
    for file in staged.files:
        tables = [t for t in file.tables if id(t) not in left_out and t.mapped and t.rows_accepted and not t.mends]
        funder = funder_of(tables, staged.options.funder)
        for table in tables:
            one = _wanted(there, file, table, funder)
            kept = wanted.setdefault(one.before.record.id if one.before else one.name.casefold(), one)
            kept.tables.append((seen(table), reading_of(table)))
    for one in wanted.values():
        _keep(workspace, step, one)


def funder_of(tables: Iterable[StagedTable], said: str | None) -> str:
    """The funder that the person named, else the one whose headers a table of the file has; "" where none is known."""
    if said:
        style = style_of((), said)
        return style.name if style else " ".join(said.split())
    styles = (style_of(c.header for c in table.columns) for table in tables)
    return next((style.name for style in styles if style), "")


def family(file_name: str) -> str:
    """`partners` for `partners_2024-v2 (1).xlsx`: what the issues of one list have in common."""
    stem = file_name.rpartition(".")[0] or file_name
    shown = "".join(c if c.isprintable() else " " for c in stem)
    common = _JOINS.sub(" ", _ISSUE.sub(" ", shown)).strip()
    return (common or _JOINS.sub(" ", shown).strip() or "Spreadsheet")[:LONGEST_NAME].strip()


def _wanted(there: list[SavedProfile], file: StagedFile, table: StagedTable, funder: str) -> _Wanted:
    """Which profile a table belongs to: the one it was read by, its funder's, the one that knows it, its family's."""
    name = table.profile or funder or family(file.name)
    before = next((s for s in there if table.profile and s.record.name == table.profile), None)
    if before is None and not table.profile:
        before = _of_funder(there, funder, table) if funder else _that_knows(there, table)
    before = before or next((s for s in there if s.record.name.casefold() == name.casefold()), None)
    return _Wanted(name[:LONGEST_NAME], before.content.funder or funder if before else funder, before)


def _of_funder(there: list[SavedProfile], funder: str, table: StagedTable) -> SavedProfile | None:
    mine = [s for s in there if s.content.funder.casefold() == funder.casefold()]
    shown = seen(table)

    def knows(profile: SavedProfile) -> float:
        fit = best(profile.content.tables, shown)
        return fit.rank if fit else 0.0

    return max(mine, key=knows, default=None)


def _that_knows(there: list[SavedProfile], table: StagedTable) -> SavedProfile | None:
    """A profile of no funder that knows this very table: the file has only got another name."""
    shown = seen(table)
    mine = (s for s in there if not s.content.funder)
    return next((s for s in mine if any(compare(t, shown).is_exact for t in s.content.tables)), None)


def _keep(workspace: Workspace, step: Step, one: _Wanted) -> None:
    before = one.before.content.tables if one.before else ()
    tables = tuple(t for t in merged(before, one.tables) if len(t.columns) <= MOST_COLUMNS)[-MOST_TABLES:]
    if not tables or (one.before and tables == before):
        return
    at = this_moment()
    name = one.before.record.name if one.before else free_name(workspace, one.name)
    record = with_content(
        one.before.record if one.before else Profile(), Content(name, one.funder, at, workspace.person, tables)
    )
    if len(record.content) > LARGEST:
        return  # what could not be handed on is not kept either
    step.update(record) if one.before else step.add(record)
