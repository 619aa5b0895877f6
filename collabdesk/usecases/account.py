"""The account of a look or an import, exactly as `--json` prints it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from collabdesk.domain.places import letters
from collabdesk.domain.problems import Problem
from collabdesk.intake.staged import StagedFile, StagedTable, Total
from collabdesk.usecases.change_account import figure_change, table_changes
from collabdesk.usecases.looking import Staged

if TYPE_CHECKING:
    from collabdesk.usecases.accepting import Accepted
    from collabdesk.usecases.comparison import Compared
    from collabdesk.usecases.keeping import TableKept


def account(
    staged: Staged, accepted: Accepted | None = None, *, compared: Compared | None = None, changes: bool = False
) -> dict[str, Any]:
    """The JSON document of `look` and, with `accepted`, of `import`.

    `compared` fills a look's outcome; with `changes` each table lists what changes, moved and is gone too.
    """
    told: dict[str, Any] = {
        "batch": accepted.batch_id if accepted else None,
        "files": [_file(f, n, accepted, compared, changes=changes) for n, f in enumerate(staged.files)],
    }
    if changes:
        told["figures"] = [figure_change(f) for f in compared.figures] if compared else None
        told["figures_note"] = compared.figures_note if compared else None
    return told


def _file(
    file: StagedFile, number: int, accepted: Accepted | None, compared: Compared | None, *, changes: bool
) -> dict[str, Any]:
    tables = []
    for place, table in enumerate(file.tables):
        told = _with_outcome(table, accepted)
        beside = compared.tables.get((number, place)) if compared else None
        if beside is not None:
            told["outcome"] = beside.outcome
        if changes:
            told |= table_changes(beside)
        tables.append(told)
    return {
        "name": file.name,
        "sha256": file.sha256,
        "refused": file.refused,
        "ignored_sheets": [{"sheet": sheet, "why": why} for sheet, why in file.ignored_sheets],
        "tables": tables,
    }


def _with_outcome(table: StagedTable, accepted: Accepted | None) -> dict[str, Any]:
    told = table_account(table)
    if accepted is not None:
        kept = accepted.of(table)
        if kept is not None:
            told |= fared(table, kept)
            told["problems"] += [_problem(p) for p in kept.notes]
    return told


def fared(table: StagedTable, kept: TableKept) -> dict[str, Any]:
    """What became of a table's rows: their outcome, and those that a person left out, of which there may be none."""
    told: dict[str, Any] = {"outcome": kept.outcome}
    if kept.left_out:
        columns = table.source_columns
        places = ((table.source_rows[i], columns[i] if columns else None) for i in sorted(kept.left_out))
        told["left_out"] = [
            {"row": row, "why": "left out by hand"} | ({"column": letters(column)} if column else {})
            for row, column in places
        ]
    return told


def table_account(table: StagedTable) -> dict[str, Any]:
    """One table's entry; `outcome` is None until it was kept."""
    return {
        "sheet": table.sheet,
        "kind": table.kind,
        "layout": table.layout,
        "header_rows": list(table.header_rows),
        "first_row": table.first_row,
        "last_row": table.last_row,
        "currency": table.currency or None,
        "currency_from": table.currency_from or None,
        "decimal": table.decimal,
        "date_order": table.date_order or None,
        "columns": [
            {"letter": c.letter, "header": c.header, "field": c.field, "score": round(c.score, 2), "reason": c.reason}
            for c in table.mapped
        ],
        "unmapped": [{"letter": c.letter, "header": c.header} for c in table.unmapped],
        "rows": {
            "read": table.rows_read,
            "accepted": table.rows_accepted,
            "set_aside": len(table.set_aside),
            "rejected": table.rows_rejected,
        },
        "outcome": None,
        "set_aside": [{"row": s.row, "why": s.why} for s in table.set_aside],
        "totals": {field: _total(total) for field, total in table.totals.items()},
        "problems": [_problem(p) for p in table.problems],
    }


def _total(total: Total) -> dict[str, Any]:
    told: dict[str, Any] = {
        "sum": f"{total.sum:f}",
        "cells": total.cells,
        "blank": total.blank,
        "not_numeric": total.not_numeric,
        "stated_total": _text(total.stated_total),
        "difference": _text(total.difference),
    }
    if total.factor != 1:
        told["factor"] = f"{total.factor:f}"
    return told


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _problem(problem: Problem) -> dict[str, str]:
    return {"cell": problem.cell, "code": problem.code, "severity": problem.severity.value, "text": problem.text}
