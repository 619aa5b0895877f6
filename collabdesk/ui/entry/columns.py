"""Columns that are typed into: amounts, quantities, percents, days, choices, words and references.

Titles are marked with QT_TRANSLATE_NOOP("Columns", …); `more` are options of Column (width, tone, tip, sort …).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from collabdesk.ui import texts
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.kinds import Amount, CellKind, Choice, Day, Percent, Quantity, Reference, Words, YesOrNo

_FIELDS = {
    "partner": "partner_id", "participation": "participation_id", "contribution": "contribution_id",
    "award": "award_id", "budget_version": "budget_version_id", "baseline": "baseline_id", "payment": "payment_id",
    "cost": "cost_id", "work_package": "work_package", "reporting_period": "period", "milestone": "milestone_code",
    "amendment": "amendment",
}  # fmt: skip
_SHOWN = {
    "partner_id": "partner_name", "budget_version_id": "version_code", "baseline_id": "baseline_code",
    "contribution_id": "contribution_title", "award_id": "award_code",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryColumn(Column):
    """A column that is typed into as its `cell` says; `here` is set by the table that it stands in.

    `open_for` gives the reason why a cell of a row cannot be typed into, "" where it can.
    """

    cell: CellKind | None = None
    here: Here | None = None
    open_for: Callable[[Row], str] | None = None

    @property
    def field(self) -> str:
        """The field of the noun that typing sets."""
        return getattr(self.cell, "field", str(self.value))

    def text(self, row: Row) -> str:
        if self.unit and isinstance(self.cell, Amount):  # the currency stands in the heading
            return texts.amount_text(row.get(self.field))
        return self.cell.show(row, self.here) if self.cell else Column.text(self, row)

    def in_place(self, here: Here) -> EntryColumn:
        """The column in a table."""
        return replace(self, here=here)


def _column(title: object, cell: CellKind, field: str, more: dict[str, Any], **options: Any) -> EntryColumn:
    # `read` marks the column as typed into for those who know plain columns only.
    return EntryColumn(title, field, **{"read": lambda text: text, **options, **more}, cell=cell)


def amount(title: object, field: str, currency: str = "currency", **more: Any) -> EntryColumn:
    """An exact amount in the currency that its own row names in the field `currency`."""
    return _column(title, Amount(field, currency), field, more, kind="number", is_money=True, width=150)


def quantity(title: object, field: str, **more: Any) -> EntryColumn:
    """A number without a currency."""
    return _column(title, Quantity(field), field, more, kind="number", width=110)


def percent(title: object, field: str, **more: Any) -> EntryColumn:
    """A fraction of one, typed and shown in per cent."""
    return _column(title, Percent(field), field, more, kind="number", width=100)


def day(title: object, field: str, *, begins: bool = False, **more: Any) -> EntryColumn:
    """A day, month or year; M7 is the seventh month of the project, its first day where `begins`."""
    return _column(title, Day(field, begins), field, more, width=118)


def choice(
    title: object,
    field: str,
    words: Sequence[str] | Callable[[Here], Sequence[str]],
    *,
    word: Callable[[str], str] = texts.status_text,
    is_open: bool = False,
    **more: Any,
) -> EntryColumn:
    """One word of a list, each shown by `word`; with `is_open` other words are taken too."""
    return _column(title, Choice(field, words, word, is_open), field, more, width=130)


def yes(title: object, field: str, **more: Any) -> EntryColumn:
    """Yes, no, or not stated."""
    return _column(title, YesOrNo(field), field, more, width=90)


def words(title: object, field: str, **more: Any) -> EntryColumn:
    """A text."""
    return _column(title, Words(field), field, more)


def reference(noun: str, title: object, field: str = "", **more: Any) -> EntryColumn:
    """Another record by its code or name; `field` is known for the usual nouns."""
    field = field or _FIELDS[noun]
    shown = _SHOWN.get(field, "")
    return _column(title, Reference(field, noun, shown), shown or field, more, width=180)
