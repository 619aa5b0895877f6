"""What accepting a look would change, for people: the first few of everything."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from collabdesk.cli.command import say
from collabdesk.usecases.change_account import plain

if TYPE_CHECKING:
    from collabdesk.usecases.comparison import Compared, FigureChange, RowCompared, TableCompared

_SHOWN = 5


def say_changes(beside: TableCompared) -> None:
    """How many rows would be added, changed and so on, the first few changes and the first few that are gone."""
    from collabdesk.usecases.comparison import What

    say("    compared with what is there: " + ", ".join(f"{beside.counts[what]} {what.value}" for what in What))
    for row in islice(chain(beside.rows(What.CHANGED), beside.rows(What.MOVED)), _SHOWN):
        _say_row(row)
    _say_more(beside.counts[What.CHANGED] + beside.counts[What.MOVED])
    for gone in beside.gone[:_SHOWN]:
        kept = f"; {gone.why_kept}" if gone.why_kept else ""
        say(f"      gone: {gone.label} ({gone.cell}){kept}")
    _say_more(len(beside.gone))


def say_figures(compared: Compared) -> None:
    """The first figures that would change."""
    for figure in compared.figures[:_SHOWN]:
        where = f"{figure.project}: " if figure.project else ""
        say(f"  {where}{figure.label}: {_number(figure, 'old')} → {_number(figure, 'new')}")
    _say_more(len(compared.figures))
    if compared.figures_note:
        say(f"  {compared.figures_note}")


def _say_row(row: RowCompared) -> None:
    if row.moved_from:
        say(f"      row {row.row} {row.label}: stood in {row.moved_from}")
    for change in row.changes:
        cell = f"{change.new_cell} " if change.new_cell else ""
        origin = f" (was {change.old_from})" if change.old_from else ""
        old, new = _shown(change.old, change.old_currency), _shown(change.new, change.new_currency)
        say(f"      {cell}{row.label}, {change.field}: {old} → {new}{origin}")


def _say_more(count: int) -> None:
    if count > _SHOWN:
        say(f"      … and {count - _SHOWN} more; --json --changes lists them all")


def _shown(value: Any, currency: str) -> str:
    return "nothing" if value in (None, "") else f"{plain(value)} {currency}".rstrip()


def _number(figure: FigureChange, which: str) -> str:
    value = getattr(figure, which)
    return "n/a" if value is None else f"{value:f} {figure.unit}"
