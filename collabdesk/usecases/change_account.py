"""What accepting would change, as `look --json --changes` lists it beside the account."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from collabdesk.domain.places import letters

if TYPE_CHECKING:
    from collabdesk.usecases.comparison import FieldChange, FigureChange, GoneRecord, RowCompared, TableCompared

_LISTED = ("added", "changed", "moved", "skipped")  # "same" has nothing to tell


def table_changes(beside: TableCompared | None) -> dict[str, Any]:
    """`changes`, `moved` and `gone` of one table; None each where nothing could be compared."""
    if beside is None:
        return {"changes": None, "moved": None, "gone": None}
    from collabdesk.usecases.comparison import What

    rows = [row for what in _LISTED for row in beside.rows(What(what))]
    return {
        "changes": [_row(r) for r in sorted(rows, key=lambda r: r.index) if r.what != What.MOVED or r.changes],
        "moved": [
            _place(r) | {"record": r.label, "from": r.moved_from}
            for r in sorted(rows, key=lambda r: r.index)
            if r.moved_from
        ],
        "gone": [_gone(g) for g in beside.gone],
    }


def figure_change(figure: FigureChange) -> dict[str, Any]:
    """One figure that would change."""
    return {
        "id": figure.id,
        "project": figure.project or None,
        "label": figure.label,
        "unit": figure.unit,
        "old": plain(figure.old),
        "new": plain(figure.new),
        "old_note": figure.old_note or None,
        "new_note": figure.new_note or None,
    }


def plain(value: Any) -> Any:
    """A value for JSON: exact decimals as text."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def _place(row: RowCompared) -> dict[str, Any]:
    return {"row": row.row} | ({"column": letters(row.column)} if row.column else {})


def _row(row: RowCompared) -> dict[str, Any]:
    return _place(row) | {
        "what": row.what.value,
        "record": row.label,
        "fields": [_field(change) for change in row.changes],
    }


def _field(change: FieldChange) -> dict[str, Any]:
    said = {
        "field": change.field,
        "old": plain(change.old),
        "new": plain(change.new),
        "old_from": change.old_from or None,
        "cell": change.new_cell or None,
    }
    currencies = {"old_currency": change.old_currency, "currency": change.new_currency}
    return said | {name: currency for name, currency in currencies.items() if currency}


def _gone(gone: GoneRecord) -> dict[str, Any]:
    return {
        "noun": gone.noun,
        "record": gone.label,
        "project": gone.project or None,
        "from": gone.cell,
        "why_kept": gone.why_kept or None,
    }
