"""The tables of a look beside what was confirmed of such tables before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from collabdesk.intake.confirmed import CHOSEN, ColumnReading, Reading, is_said
from collabdesk.intake.fitting import Fit, Seen, best, is_confirmable, seen_when_staged
from collabdesk.intake.staged import StagedColumn, StagedFile, StagedTable
from collabdesk.usecases.decisions import TableKey
from collabdesk.usecases.looking import Staged

_NOT_OF_THE_FILE = ("option", "profile", "funder")  # where a currency comes from that the cells do not say
_ORDERS = ("dmy", "mdy", "ymd")


def tables_of(staged: Staged) -> Iterator[tuple[TableKey, StagedFile, StagedTable]]:
    """Every table with its place in the look."""
    for f, file in enumerate(staged.files):
        for t, table in enumerate(file.tables):
            yield (f, t), file, table


def seen(table: StagedTable) -> Seen:
    """What the table shows of itself."""
    return seen_when_staged(table, table.number)


def confirmable(table: StagedTable) -> list[StagedColumn]:
    """The columns of which there is something to confirm, as they stand in `seen`."""
    return [c for c in table.columns if is_confirmable(table.layout, c.place)]


def reading_of(table: StagedTable) -> Reading:
    """How the table was read, for the next one of its like."""
    first, last = table.header_rows
    is_told = table.currency_from in _NOT_OF_THE_FILE
    said = {
        "currency": table.currency if is_told else "",
        "decimal": table.decimal if "decimal" in table.by_hand else "",
        "date_order": table.date_order if "date_order" in table.by_hand and table.date_order in _ORDERS else "",
    }
    columns = tuple(_column(c) for c in confirmable(table))
    by_hand = frozenset(what for what in table.by_hand if what == "kind" or said[what])
    return Reading(
        (table.sheet,), table.kind, table.layout, last - first + 1, columns, table.number, **said, by_hand=by_hand
    )


def _column(column: StagedColumn) -> ColumnReading:
    is_chosen = column.reason == CHOSEN
    field = column.field or ("" if is_said(column.reason) else None)
    factor = column.factor if column.field else Decimal(1)
    return ColumnReading(column.header or f"[{column.letter}]", field, is_chosen, factor, column.currency)


def together(fit: Fit, now: Reading) -> Reading:
    """What was confirmed now beside what was confirmed before: a person's word outlives what the program found.

    Somebody who imports the next file without looking does not lose what was once chosen by hand.
    """
    before = fit.reading
    held = before.by_hand - now.by_hand
    kept = {word: getattr(before, word) for word in held}
    is_other_kind = kept.get("kind", now.kind) != now.kind
    columns = tuple(
        _column_together(fit.column(position), column, is_other_kind) for position, column in enumerate(now.columns)
    )
    return replace(now, **kept, columns=columns, by_hand=before.by_hand | now.by_hand)


def _column_together(before: ColumnReading | None, now: ColumnReading, is_other_kind: bool) -> ColumnReading:
    if before is None:
        is_kept = now.by_hand or not is_other_kind
        return now if is_kept else ColumnReading(now.header)
    field, by_hand = now.field, now.by_hand
    if not by_hand and (before.by_hand or is_other_kind or now.field is None):
        field, by_hand = before.field, before.by_hand
    return ColumnReading(now.header, field, by_hand or (before.by_hand and before.field == field), now.factor,
                         now.currency)  # fmt: skip


def merged(before: tuple[Reading, ...], now: list[tuple[Seen, Reading]]) -> tuple[Reading, ...]:
    """A profile's tables after an import: each takes the place of the one that it is; new ones come at the end."""
    places: dict[int, list[Reading]] = {}
    added: list[Reading] = []
    for shown, reading in now:
        fit = best(before, shown)
        if fit is None:
            added.append(reading)
        else:
            places.setdefault(before.index(fit.reading), []).append(together(fit, reading))
    whole: list[Reading] = []
    for number, reading in enumerate(before):
        whole += places.get(number, [reading])
    return _once([*whole, *added])


def _once(readings: list[Reading]) -> tuple[Reading, ...]:
    """Tables that are read alike are one, with the names of all their sheets."""
    alike: dict[Reading, list[Reading]] = {}
    for reading in readings:
        alike.setdefault(replace(reading, sheets=(), number=1), []).append(reading)
    return tuple(
        replace(same[0], sheets=tuple(dict.fromkeys(sheet for reading in same for sheet in reading.sheets)))
        for same in alike.values()
    )
