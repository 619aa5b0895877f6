"""One staged table into records: its projects and partners first, then what they own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any, cast

from collabdesk.domain.batches import SourceFile
from collabdesk.intake.kind import kinds
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.keeping import beside, joining, orphans, projects
from collabdesk.usecases.keeping.batch import BatchKeeping, TableKept
from collabdesk.usecases.keeping.derived import add_currency, add_derived, amounts_in, references_of
from collabdesk.usecases.keeping.finding_texts import keep_texts, keep_with_texts
from collabdesk.usecases.keeping.left_out import of_rows, only, spread
from collabdesk.usecases.keeping.mended import mended
from collabdesk.usecases.keeping.partners_there import partners_there, remember, remember_former_names
from collabdesk.usecases.keeping.records import KEYS, counted, existing_in, keep
from collabdesk.usecases.keeping.references import NAMED_BY, existing_by_name, refer
from collabdesk.usecases.keeping.values import Columns, Wanted, by_noun

_OWNED = ("participation", "contribution", "budget", "cost", "work_package", "milestone", "deliverable", "indicator",
          "risk", "finding", "recommendation", "reporting_period", "effort", "payment", "credit_event", "assessment",
          "scale_share", "contract", "progress", "amendment", "exchange_rate", "clause", "decision", "asset", "dataset",
          "transfer")  # fmt: skip
_OF_ALL_PROJECTS = frozenset({"exchange_rate"})
_IN_PACKAGES = frozenset({"deliverable", "milestone"})
_WAITING = {
    "finding": ("award", "finding.award", joining.awards_by_code),
    "recommendation": ("finding", "action.finding", joining.findings_by_code),
}
_Ids = dict[str, Sequence[int | None]]


def keep_table(
    batch: BatchKeeping,
    file: StagedFile,
    file_no: int,
    table: StagedTable,
    table_no: int,
    left_out: Collection[int] = (),
) -> TableKept:
    """Keep every record of a table but those `left_out` (their places in it); gives what became of its rows."""
    main = kinds()[table.kind].noun
    batch.file_no, batch.mended = file_no, mended(batch.workspace, table)
    batch.before.append(batch.kept)
    batch.part = (0.0, 0.0)
    batch.kept = TableKept(table_no, noun=main, left_out={i for i in left_out if i < table.records})
    if not table.records:
        return batch.kept
    index = None
    if batch.kept.left_out:
        index = [i for i in range(table.records) if i not in batch.kept.left_out]
    some = table if index is None else only(table, index)
    found, outcomes = _kept(batch, file, file_no, some, main) if some.records else ({}, [])
    if index is not None:
        found = {noun: spread(ids, index, table.records, None) for noun, ids in found.items()}
        outcomes = spread(outcomes, index, table.records, "skipped")
    batch.kept.ids, batch.kept.outcomes = found.get(main, [None] * table.records), outcomes
    if batch.edits is not None:
        batch.kept.references = {noun: ids for noun, ids in found.items() if noun in NAMED_BY}
    batch.kept.count(counted(of_rows(table, outcomes, batch.kept.left_out)))
    return batch.kept


def _kept(batch: BatchKeeping, file: StagedFile, file_no: int, table: StagedTable, main: str) -> tuple[_Ids, list[str]]:
    """Each row's records, by noun, and the outcome of that of the main noun."""
    split = by_noun(table)
    ids: _Ids = {}
    outcomes: list[str] = []
    known_before = projects.known(batch)
    if main in _OF_ALL_PROJECTS:
        ids["project"] = [None] * table.records
    else:
        ids["project"], outcomes = projects.of_table(
            batch, table, split.pop("project", {}), file_no, _stem(batch, file, table), is_main=main == "project"
        )
    if main == "project" and "coordinator" in table_fields(table, "project") and "partner" not in ids:
        _add_coordinator(table, split)
    if "partner" in split:
        there = set(batch.workspace.ids("partner")) if main == "partner" else set()
        ids["partner"] = _partners(batch, table, split.pop("partner"))
        if main == "partner":
            outcomes = ["skipped" if i is None else "same" if i in there else "added" for i in ids["partner"]]
    if "award" in split:
        ids["award"], awarded = _awards(batch, table, split.pop("award"), ids, is_main=main == "award")
        outcomes = awarded or outcomes
    _participate(split, ids, main)
    owned = [noun for noun in _OWNED if noun in split or noun == main]
    for n, noun in enumerate(owned, 1):
        batch.check()
        batch.part = (n / (len(owned) + 1), 1 / (len(owned) + 1))
        batch.told(batch.part[0])
        columns = split.get(noun, {})
        own = _owned(batch, table, noun, columns, ids, known_before, main)
        outcomes = own if noun == main else outcomes
    _join(batch, table, ids, main)
    return ids, _with_updates(batch, table, outcomes)


def _stem(batch: BatchKeeping, file: StagedFile, table: StagedTable) -> str:
    """After which file a project is named that no row names: mended rows belong to their first file, and the very
    same file is the same under any name."""
    if table.mends:
        return PurePath(table.mends[0][0]).stem
    before = cast("list[SourceFile]", batch.workspace.find("source_file", sha256=file.sha256))
    return PurePath(before[0].name if before else file.name).stem


def _join(batch: BatchKeeping, table: StagedTable, ids: _Ids, main: str) -> None:
    """What was waiting for these records is joined with them; what these are waiting for is told."""
    if main != "project" and main not in _OF_ALL_PROJECTS:
        orphans.tell_projects(batch, table, ids["project"])
    if main in _IN_PACKAGES:
        said = table.values.get(f"{main}.work_package", ())
        orphans.tell_work_packages(batch, table, main, said, ids["project"])
    if "award" in ids:
        joining.join_findings(batch)
    if "finding" in ids:
        joining.join_actions(batch)


def _with_updates(batch: BatchKeeping, table: StagedTable, outcomes: list[str]) -> list[str]:
    """A row whose own record is the same but whose partner, project or amounts were updated was updated."""
    changed = batch.kept.updating_rows()
    if not changed:
        return outcomes
    columns: Sequence[int | None] = table.source_columns or [None] * table.records
    at = zip(table.source_rows, columns, outcomes, strict=True)
    return ["updated" if o == "same" and (r, c) in changed else o for r, c, o in at]


def table_fields(table: StagedTable, noun: str) -> dict[str, Sequence[Any]]:
    """The table's values of one noun, by attribute."""
    return {name.partition(".")[2]: v for name, v in table.values.items() if name.startswith(noun + ".")}


def _add_coordinator(table: StagedTable, split: dict[str, Columns]) -> None:
    """A list of projects names the lead organisation: it is a partner too, with what the row says of it."""
    names = table.values["project.coordinator"]
    partner = split.setdefault("partner", {})
    partner.setdefault("name", names)
    roles = ["coordinator" if n else "" for n in names]
    split.setdefault("participation", {}).setdefault("role", roles)


def _wanted(noun: str, table: StagedTable, columns: Columns) -> Wanted:
    add_derived(noun, columns, table.records)
    add_currency(noun, columns, table, table.records)
    # That who leads a project coordinates it is our conclusion, where the table says nothing of roles.
    is_implied = noun == "participation" and "participation.role" not in table.values
    implied = frozenset({"role"}) if is_implied else frozenset()
    return Wanted(noun, columns, table.source_rows, table.source_columns, implied)


def _partners(batch: BatchKeeping, table: StagedTable, columns: Columns) -> list[int | None]:
    wanted = _wanted("partner", table, columns)
    remember(batch)
    there = partners_there(batch.workspace, batch.decisions)
    ids = refer(batch, wanted, there)
    remember_former_names(batch, there)
    return ids


def _awards(
    batch: BatchKeeping, table: StagedTable, columns: Columns, ids: _Ids, *, is_main: bool
) -> tuple[list[int | None], list[str] | None]:
    columns["project_id"] = ids["project"]
    wanted = _wanted("award", table, columns)
    projects_named = {p for p in ids["project"] if p is not None}
    if is_main:
        kept, outcomes = keep(batch, wanted, existing_in(batch, wanted, projects_named))
        return list(kept), outcomes
    found = existing_by_name(batch, wanted, project_id=projects_named)
    return refer(batch, wanted, found), None


def _participate(split: dict[str, Columns], ids: _Ids, main: str) -> None:
    """Whoever contributes to, plans or spends in a project takes part in it."""
    if "partner" in ids and main in ("contribution", "budget", "cost", "project"):
        split.setdefault("participation", {})


def _owned(
    batch: BatchKeeping,
    table: StagedTable,
    noun: str,
    columns: Columns,
    ids: _Ids,
    known_before: set[int],
    main: str,
) -> list[str]:
    is_main = noun == main
    for other in references_of(noun):
        if other in ids:
            columns[f"{other}_id"] = ids[other]
    beside.add(table, noun, main, columns)
    if noun == "recommendation":
        columns["form"] = ["corrective_action"] * table.records
    if noun in _WAITING:
        _refer_by_code(batch, table, noun, columns)
    wanted = _wanted(noun, table, columns)
    index = _worth_keeping(noun, wanted, is_main)
    some = wanted if index is None else wanted.at(index)
    existing = _existing(batch, some, known_before, is_main)
    if noun == "finding" and "award" not in columns:
        kept, outcomes = keep_texts(batch, some, existing)
    elif noun == "finding":
        kept, outcomes = keep_with_texts(batch, some, existing)
    else:
        kept, outcomes = keep(batch, some, existing)
    ids[noun] = kept if index is None else spread(kept, index, table.records, None)
    return outcomes


def _worth_keeping(noun: str, wanted: Wanted, is_main: bool) -> list[int] | None:
    """The records that say something: a list of partners without money must not invent contributions."""
    if is_main:
        return None
    if noun == "participation":
        pairs: dict[tuple[Any, Any], int] = {}
        both = list(zip(wanted.columns["project_id"], wanted.columns["partner_id"], strict=True))
        for i in range(wanted.count - 1, -1, -1):
            pairs[both[i]] = i
        return sorted(i for pair, i in pairs.items() if None not in pair)
    said = ["done"] if noun == "progress" else amounts_in(noun, wanted.columns)
    stated = [wanted.columns[name] for name in said]
    if not stated or any(None not in values for values in stated):
        return None
    return [i for i, row in enumerate(zip(*stated, strict=True)) if any(v is not None for v in row)]


def _existing(batch: BatchKeeping, wanted: Wanted, known_before: set[int], is_main: bool) -> Columns | None:
    """The records of the noun in the projects that were there before this table; of new projects there are none."""
    if wanted.noun in _OF_ALL_PROJECTS:
        return existing_in(batch, wanted, [None])
    concerned = {p for p in wanted.columns.get("project_id", ()) if p is not None}
    if wanted.noun == "participation" and not is_main:
        here = concerned
    else:
        here = concerned & known_before
    return existing_in(batch, wanted, here)


def _refer_by_code(batch: BatchKeeping, table: StagedTable, noun: str, columns: Columns) -> None:
    """The award of each finding, the finding that each corrective action answers, by the codes that the rows give."""
    other, field, found = _WAITING[noun]
    codes = columns.get(other)
    if codes is None or f"{other}_id" in columns:
        return
    which = found(batch, codes)
    ids = [which(code, project) if code else None for code, project in zip(codes, columns["project_id"], strict=True)]
    columns[f"{other}_id"] = ids
    orphans.tell_missing(batch, table, field, other, codes, ids)


assert set(_OWNED) <= set(KEYS)
