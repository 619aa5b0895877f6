"""Which project each row of a table belongs to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from collabdesk.domain.problems import Problem, Severity
from collabdesk.domain.projects import Project
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.derived import add_currency, add_derived
from collabdesk.usecases.keeping.doubles import doubled, match
from collabdesk.usecases.keeping.records import settle
from collabdesk.usecases.keeping.references import existing_by_name, named, refer
from collabdesk.usecases.keeping.values import Columns, Wanted

_NAMING = ("code", "title", "acronym")


def known(batch: BatchKeeping) -> set[int]:
    """The projects that are there now."""
    return set(batch.workspace.ids("project")) if batch.workspace.count("project") else set()


def of_table(
    batch: BatchKeeping, table: StagedTable, columns: Columns, file_no: int, stem: str, *, is_main: bool
) -> tuple[list[int | None], list[str]]:
    """Each row's project, and, where the rows are projects, their outcomes."""
    add_derived("project", columns, table.records)
    add_currency("project", columns, table, table.records)
    wanted = Wanted("project", columns, table.source_rows, table.source_columns)
    outcomes: list[str] = []
    if is_main and not _is_part_of_file(batch, wanted, file_no):
        ids, outcomes = _listed(batch, wanted, stem)
    elif any(name in columns for name in _NAMING):
        ids = refer(batch, wanted, existing_by_name(batch, wanted))
    else:
        ids = [None] * table.records
    if None in ids:
        ids, outcomes = _of_file(batch, wanted, ids, file_no, stem, outcomes, is_main=is_main)
    for project in dict.fromkeys(ids):
        if project is not None:
            batch.named(file_no, project)
    return ids, outcomes


def _is_part_of_file(batch: BatchKeeping, wanted: Wanted, file_no: int) -> bool:
    """A form of one project whose sheets each tell a part: what does not name a project belongs to the file's."""
    names_none = not any(any(wanted.columns.get(name, ())) for name in _NAMING)
    return wanted.count == 1 and names_none and batch.only_project(file_no) is not None


def _listed(batch: BatchKeeping, wanted: Wanted, stem: str) -> tuple[list[int | None], list[str]]:
    """The rows are projects. Two rows with one code are two records: a sum over them must not lose one."""
    calls = named("project", wanted.columns, wanted.count)
    _number_the_nameless(wanted, calls, stem)
    doubles = doubled(calls)
    matched: dict[int, int] = {}
    if batch.on_same != "add":
        existing = existing_by_name(batch, wanted)
        # A mended row has the code of another row of its first file or is new: as if the two stood in one list.
        pooled = {c: [i] for i, c in enumerate(calls)} | doubles if batch.mended is not None else doubles
        several = {i for rows in pooled.values() for i in rows}
        there = ((i, existing.find(c, wanted, i)) for i, c in enumerate(calls) if i not in several)
        matched = {i: project for i, project in there if project is not None}
        if pooled and existing.ids:
            matched |= match(batch, wanted, pooled)
    if doubles:
        repeated = sum(len(rows) - 1 for rows in doubles.values())
        text = f"{repeated} rows repeat the code or title of another row; each is kept as a project of its own"
        batch.kept.notes.append(Problem("same-code", text, "", Severity.WARNING))
    ids, outcomes = settle(batch, wanted, matched)
    return list(ids), outcomes


def _number_the_nameless(wanted: Wanted, calls: list[Hashable], stem: str) -> None:
    """A project without code and title is known by the file and its row."""
    if None not in calls:
        return
    titles = list(wanted.columns.get("title") or [""] * wanted.count)
    for i, call in enumerate(calls):
        if call is None:
            row, column = wanted.place(i)
            titles[i] = (
                stem if wanted.count == 1 else f"{stem} row {row}" if column is None else f"{stem} column {column}"
            )
            calls[i] = ("name", titles[i].casefold())
    wanted.columns["title"] = titles


def _of_file(
    batch: BatchKeeping,
    wanted: Wanted,
    ids: list[int | None],
    file_no: int,
    stem: str,
    outcomes: list[str],
    *,
    is_main: bool,
) -> tuple[list[int | None], list[str]]:
    """Rows that name no project: the one that the person said, else the file's only one, else one named after it."""
    project, is_new = _default(batch, file_no, stem)
    if is_main and wanted.count == 1:
        only = Wanted("project", wanted.columns, wanted.rows, wanted.source_columns)
        _, outcomes = settle(batch, only, {0: project})
        outcomes = ["added"] if is_new else outcomes
    return [project if i is None else i for i in ids], outcomes


def _default(batch: BatchKeeping, file_no: int, stem: str) -> tuple[int, bool]:
    workspace = batch.workspace
    if batch.project:
        found = workspace.find("project", code=batch.project) or workspace.find("project", acronym=batch.project)
        if found:
            return found[0].id or 0, False
        _note(batch, f"there was no project {batch.project}; it was made for the rows that name none")
        return _add(batch, Project(code=batch.project, title=batch.project)), True
    only = batch.only_project(file_no) or (batch.mended.project() if batch.mended is not None else None)
    if only is not None:
        return only, False
    found = workspace.find("project", title=stem, code="")
    _note(batch, f"the rows name no project; they were kept with the project “{stem}”, named after the file")
    return (found[0].id or 0, False) if found else (_add(batch, Project(title=stem)), True)


def _add(batch: BatchKeeping, project: Project) -> int:
    number = batch.step.add(replace(project, batch_id=batch.batch_id, table_no=batch.kept.table_no)).id or 0
    if batch.edits is not None:
        batch.edits.added("project", [number], (), ())
    return number


def _note(batch: BatchKeeping, text: str) -> None:
    batch.kept.notes.append(Problem("no-project", text, "", Severity.NOTE))
