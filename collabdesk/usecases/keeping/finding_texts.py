"""Findings whose texts come in one list and whose awards in another, in whatever order."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import compress
from typing import Any

from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.records import keep, settle
from collabdesk.usecases.keeping.values import Columns, Wanted, types_of

_OF_THE_RECORD = frozenset({"id", "uid", "version", "batch_id", "table_no", "source_row", "source_column"})
_OF_THE_ROW = frozenset({"project_id", "audit_id", "award_id", "award", "code", "status", "criterion", "facts",
                         "figures", "dismissed_because"})  # fmt: skip

Texts = dict[tuple[int, str], dict[str, Any]]


def keep_with_texts(batch: BatchKeeping, wanted: Wanted, existing: Columns | None) -> tuple[list[int], list[str]]:
    """Keep findings by award. Of those whose texts are there already without an award, the first takes that record
    over and the others take its words, as if the list had come before its texts."""
    texts = _texts(batch, wanted) if "code" in wanted.columns and existing is not None else {}
    if not texts:
        return keep(batch, wanted, existing)
    rows = _rows_with_texts(wanted, existing or {}, texts)
    first: dict[int, int] = {}
    for key, mine in rows.items():
        first[mine[0]] = texts[key]["id"]
        _fill(wanted, mine[1:], texts[key])
    rest = [i for i in range(wanted.count) if i not in first]
    ids, outcomes = [0] * wanted.count, [""] * wanted.count
    for index, (some_ids, some) in (
        (rest, keep(batch, wanted.at(rest), existing)),
        (list(first), settle(batch, wanted.at(list(first)), dict(enumerate(first.values())))),
    ):
        for i, kept, outcome in zip(index, some_ids, some, strict=True):
            ids[i], outcomes[i] = kept, outcome
    return ids, outcomes


def keep_texts(batch: BatchKeeping, wanted: Wanted, existing: Columns | None) -> tuple[list[int], list[str]]:
    """Texts of findings, one row for each code: they belong to every finding of that code, whatever its award."""
    if existing is None or "code" not in wanted.columns:
        return keep(batch, wanted, existing)
    same: dict[Hashable, list[int]] = {}
    for project, code, record in zip(existing["project_id"], existing["code"], existing["id"], strict=True):
        same.setdefault((project, code), []).append(record)
    codes = wanted.columns["code"]
    groups = [same.get((p, c), []) for p, c in zip(wanted.columns["project_id"], codes, strict=True)]
    if not any(len(g) > 1 for g in groups):
        return keep(batch, wanted, existing)
    index = [i for i, group in enumerate(groups) for _ in group or (None,)]
    meant = [record for group in groups for record in (group or (0,))]
    all_ids, all_outcomes = settle(
        batch, wanted.at(index), {n: record for n, record in enumerate(meant) if record}, existing
    )
    first: dict[int, int] = {}
    for n, i in enumerate(index):
        first.setdefault(i, n)
    return [all_ids[first[i]] for i in range(wanted.count)], [all_outcomes[first[i]] for i in range(wanted.count)]


def _texts(batch: BatchKeeping, wanted: Wanted) -> Texts:
    """Imported findings of these projects and codes that say nothing of an award."""
    names = [n for n in types_of("finding") if n not in _OF_THE_RECORD]
    projects = {p for p in wanted.columns["project_id"] if p is not None}
    there = batch.workspace.kept_columns("finding", names, project_id=projects, award="", award_id=None, audit_id=None)
    records = ({n: there[n][k] for n in there} for k in range(len(there["id"])))
    codes = set(wanted.columns["code"]) - {""}
    return {(r["project_id"], r["code"]): r for r in records if r["code"] in codes}


def _rows_with_texts(wanted: Wanted, existing: Columns, texts: Texts) -> dict[tuple[int, str], list[int]]:
    names = ("project_id", "award", "code")
    there = set(zip(*(existing[n] for n in names), strict=True))
    rows: dict[tuple[int, str], list[int]] = {}
    for i, (project, award, code) in enumerate(zip(*(wanted.columns[n] for n in names), strict=True)):
        if award and (project, code) in texts and (project, award, code) not in there:
            rows.setdefault((project, code), []).append(i)
    return rows


def _fill(wanted: Wanted, rows: list[int], said: dict[str, Any]) -> None:
    """Put what the texts state into the rows that leave it blank."""
    for name, value in said.items():
        if name in _OF_THE_ROW or name == "id" or value is None or value == "" or not rows:
            continue
        blank = "" if types_of("finding")[name] == "text" else None
        column = list(wanted.columns.get(name) or [blank] * wanted.count)
        for i in compress(rows, (column[i] in (None, "") for i in rows)):
            column[i] = value
        wanted.columns[name] = column
