"""A figure: one number of a report with its rule, its inputs and the cells it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Edit:
    """A value changed by hand after it was first kept: the day in UTC, who, and what became what."""

    at: str
    person: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Source:
    """A range of one file's cells that a figure rests on; `total` is their exact sum where they are amounts.

    `cells` is in spreadsheet notation, runs joined (`C5:C18, C20`). Records typed by hand have
    file "" and cells ""; `edits` are the latest changes of some of them.
    """

    file: str
    sha256: str
    sheet: str
    cells: str
    records: int
    total: Decimal | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """The records whose field a figure was summed or counted from; `trace` turns it into Sources.

    `noun` and `field` name the column (`contribution`, `received`). The records are `ids`, or, where that
    is empty, all those of the noun whose fields equal `where` (`(("project_id", 3), ("currency", "EUR"))`; of a tuple
    of values any) and whose `field` is not empty.
    """

    noun: str
    field: str
    ids: tuple[int, ...] = ()
    where: tuple[tuple[str, str | int | tuple[str | int | None, ...] | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number.

    `value` is None when it cannot be computed; then `note` says why. `unit` is an ISO currency,
    `ratio`, `days`, `count` or `points`. `rule` names the calculation and its source, as
    `evm.cpi@PRA-5`. `id` is stable for the same project and rule (`F3-cpi`). `inputs` are the
    named values that the rule was given. `group` puts figures of one subject together
    (`budget`, `contributions`, `milestones`, …); `detail` says which partner or kind it is of.
    """

    id: str
    label: str
    value: Decimal | None
    unit: str
    rule: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    project: str | None = None
    group: str = ""
    detail: str = ""
    basis: tuple[Basis, ...] = ()
    sources: tuple[Source, ...] = ()
