"""Budgets as the command line writes them: lines, transfers, comparisons, crossings and budget against actual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from collabdesk.cli.command import say, say_table
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.rules import plain as short
from collabdesk.domain.rules import rounded
from collabdesk.usecases import budgets
from collabdesk.usecases.workspace import Workspace

_NOT_STATED = "not stated"
_TOTALS = {"all": "", "partner": "partner_id", "category": "category", "work_package": "work_package",
           "period": "period"}  # fmt: skip


class Names:
    """What partners are called; read once."""

    def __init__(self, workspace: Workspace) -> None:
        there = workspace.kept_columns("partner", ("short_name", "name"))
        columns = (there["id"], there["short_name"], there["name"])
        self._names = {number: brief or name for number, brief, name in zip(*columns, strict=True)}

    def of(self, key: object) -> str:
        """A partner by its id, any other key as it is."""
        return self._names.get(key, "") if isinstance(key, int) else str(key or "")


def plain(amount: Decimal | None) -> str | None:
    """An amount without idle zeros; what a rate has made is rounded half up to the ten-thousandth."""
    return None if amount is None else f"{short(rounded(amount, 'money')):f}"


def line_json(line: BudgetLine | None, names: Names) -> dict[str, Any] | None:
    """One line of a budget."""
    if line is None:
        return None
    return {
        "id": line.id, "partner": names.of(line.partner_id), "category": line.category,
        "work_package": line.work_package, "period": line.period, "description": line.description,
        "amount": plain(line.amount), "person_months": plain(line.person_months), "currency": line.currency,
        "from_line": line.budget_id,
    }  # fmt: skip


def show_lines(lines: Sequence[BudgetLine], names: Names) -> None:
    """The lines with their numbers."""
    rows = [(x.id, names.of(x.partner_id), x.category, x.work_package, x.period, x.description, plain(x.amount),
             x.currency) for x in lines]  # fmt: skip
    heads = ("line", "partner", "category", "work package", "period", "description", "amount", "")
    say_table(rows, heads, right=(0, 6))


def show_transfers(made: Sequence[budgets.Transfer], moved: Sequence[budgets.Moved], names: Names) -> None:
    """The transfers, and what they come to."""
    rows = [(t.id, _words(t.source, names), _words(t.target, names), plain(t.amount), t.currency, t.reason,
             "" if t.counts else "not limited") for t in made]  # fmt: skip
    say_table(rows, ("transfer", "from", "to", "amount", "", "reason", ""), right=(0, 3))
    for one in moved:
        say(one.sentence)


def transfers_json(
    made: Sequence[budgets.Transfer], moved: Sequence[budgets.Moved], names: Names
) -> dict[str, list[dict[str, Any]]]:
    """The same for programs."""
    return {
        "transfers": [
            {"id": t.id, "amount": plain(t.amount), "currency": t.currency, "reason": t.reason,
             "from": line_json(t.source, names), "to": line_json(t.target, names), "counts": t.counts}
            for t in made
        ],
        "moved": [
            {"currency": m.currency, "moved": plain(m.moved), "budget": plain(m.budget), "since": m.since,
             "share": _ratio(m.share), "rule_pack": m.pack, "exceeded": m.is_exceeded, "text": m.sentence,
             "limit": plain(cast(Decimal, m.limit.value)) if m.limit else None}
            for m in moved
        ],
    }  # fmt: skip


def show_comparison(found: budgets.Comparison, names: Names) -> None:
    """What differs, and the totals."""
    rows = [(c.kind, _words(c.line, names), _amount(c.old), _amount(c.new),
             plain(c.difference), c.line.currency, ", ".join(c.changed)) for c in found.changes]  # fmt: skip
    say_table(rows, ("what", "line", "old", "new", "difference", "", "changed"), right=(2, 3, 4))
    for total in found.totals():
        say(f"In all {plain(total.old)} to {plain(total.new)} {total.currency}: {plain(total.difference)}.")


def comparison_json(found: budgets.Comparison, names: Names) -> dict[str, Any]:
    """The same for programs, with totals by each axis."""
    return {
        "changes": [
            {"kind": c.kind, "fields": list(c.changed), "old": line_json(c.old, names),
             "new": line_json(c.new, names), "difference": plain(c.difference)}
            for c in found.changes
        ],
        "totals": {
            axis: [
                {"of": names.of(t.key), "currency": t.currency, "old": plain(t.old), "new": plain(t.new),
                 "difference": plain(t.difference)}
                for t in found.totals(field)
            ]
            for axis, field in _TOTALS.items()
        },
    }  # fmt: skip


def show_pivot(pivot: budgets.Pivot, rows: str, names: Names) -> None:
    """One crossing with its totals."""
    heads = (_head(rows, pivot.currency), *(names.of(c) or _NOT_STATED for c in pivot.columns), "total")
    body = [
        [names.of(r) or _NOT_STATED, *(plain(pivot.cells.get((r, c))) for c in pivot.columns), plain(pivot.of_row(r))]
        for r in pivot.rows
    ]
    body.append(["total", *(plain(pivot.of_column(c)) for c in pivot.columns), plain(pivot.total)])
    say_table(body, heads, right=range(1, len(heads)))


def pivot_json(pivot: budgets.Pivot, names: Names) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "currency": pivot.currency,
        "columns": [names.of(c) for c in pivot.columns],
        "rows": [
            {"key": names.of(r), "cells": [plain(pivot.cells.get((r, c))) for c in pivot.columns],
             "total": plain(pivot.of_row(r))}
            for r in pivot.rows
        ],
        "totals": [plain(pivot.of_column(c)) for c in pivot.columns],
        "total": plain(pivot.total),
    }  # fmt: skip


def show_actual(table: budgets.AgainstActual, by: str, names: Names) -> None:
    """Budget against actual in one currency; every column foots."""
    rows = [_against(names.of(r.key) or _NOT_STATED, r) for r in table.rows]
    if table.unmatched is not None:
        rows.append([budgets.UNMATCHED, None, plain(table.unmatched), None, None])
    rows.append(_against("total", table.total))
    say_table(rows, (_head(by, table.currency), "budget", "actual", "remaining", "absorbed"), right=range(1, 5))
    if table.converted:
        say(f"Costs in {', '.join(table.converted)} are converted by the rates of the rule pack.")
    for left in table.left_out:
        say(f"In no row: {plain(left.amount)} {left.currency}, for there is no rate: {left.reason}.")
    for note in table.notes:
        say(note)


def actual_json(table: budgets.AgainstActual, names: Names) -> Mapping[str, Any]:
    """The same for programs."""

    def told(row: budgets.Actuals) -> dict[str, Any]:
        return {
            "key": names.of(row.key), "budget": plain(row.planned), "actual": plain(row.actual),
            "remaining": plain(row.remaining.value), "absorbed": _ratio(row.absorbed.value),
            "note": row.absorbed.reason,
        }  # fmt: skip

    return {
        "currency": table.currency, "rows": [told(r) for r in table.rows], "unmatched": plain(table.unmatched),
        "total": told(table.total), "notes": list(table.notes), "converted": list(table.converted),
        "left_out": [{"currency": x.currency, "amount": plain(x.amount), "reason": x.reason} for x in table.left_out],
    }  # fmt: skip


def _words(line: BudgetLine | None, names: Names) -> str:
    if line is None:
        return "a line that is gone"
    said = (names.of(line.partner_id), line.category, line.work_package, line.period, line.description)
    return ", ".join(part for part in said if part)


def _against(name: str, row: budgets.Actuals) -> list[str | None]:
    return [
        name,
        plain(row.planned),
        plain(row.actual),
        plain(row.remaining.value),
        _ratio(row.absorbed.value) or "n/a",
    ]


def _amount(line: BudgetLine | None) -> str | None:
    return plain(line.amount) if line else None


def _head(axis: str, currency: str) -> str:
    return f"{axis.replace('_', ' ')} ({currency})"


def _ratio(value: Decimal | None) -> str | None:
    return None if value is None else f"{rounded(value, 'ratio'):f}"
