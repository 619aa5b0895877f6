"""What a saved profile would make of the tables of a look, and the options with which it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from collabdesk.intake.confirmed import Confirmed
from collabdesk.intake.fitting import Fit, best
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.decisions import TableKey
from collabdesk.usecases.looking import LookOptions, Staged
from collabdesk.usecases.profiles.saved import SavedProfile, saved
from collabdesk.usecases.profiles.tables import confirmable, seen, tables_of
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Offer:
    """One profile beside one table.

    `fits` of the profile's `of` columns are there. `missing` are headers that it knows and the table lacks, `new` those
    that it does not know. `differs` are (header, field now, field in the profile), "" for a column left out; `reads`
    in the same way (kind, currency, decimal or date_order, now, in the profile). `is_used`: the table was read by it.
    """

    profile: str
    confirmed_at: str
    confirmed_by: str
    fits: int
    of: int
    missing: tuple[str, ...]
    new: tuple[str, ...]
    differs: tuple[tuple[str, str, str], ...]
    reads: tuple[tuple[str, str, str], ...]
    is_used: bool
    confirmed: Confirmed

    @property
    def changes_nothing(self) -> bool:
        """Does the program read the table as the profile does, of its own accord?"""
        return not self.differs and not self.reads


def offers(workspace: Workspace, staged: Staged) -> dict[TableKey, Offer]:
    """For each table that a saved profile knows, the one that fits it best; the others are not among the keys."""
    there = saved(workspace)
    found = ((key, _best(there, table)) for key, _, table in tables_of(staged))
    return {key: offer for key, offer in found if offer is not None}


def offer_for(workspace: Workspace, table: StagedTable) -> Offer | None:
    """As `offers`, for one table."""
    return _best(saved(workspace), table)


def with_profile(options: LookOptions, offer: Offer, table: StagedTable) -> LookOptions:
    """The options of a new look at the table's sheet that read it as the profile has it.

    What a person says of single columns, or says of kind, currency, decimal mark and dates, goes before it.
    """
    return replace(options, confirmed=offer.confirmed, sheet=table.sheet or options.sheet)


def _best(there: list[SavedProfile], table: StagedTable) -> Offer | None:
    shown = seen(table)
    used = [s for s in there if s.record.name == table.profile]
    fits = ((fit, s) for s in used or there if (fit := best(s.content.tables, shown)) is not None)
    chosen = max(fits, key=lambda pair: (pair[0].rank, pair[1].content.confirmed_at), default=None)
    return _offer(*chosen, table) if chosen else None


def _offer(fit: Fit, profile: SavedProfile, table: StagedTable) -> Offer:
    content = profile.content
    return Offer(
        content.name,
        content.confirmed_at,
        content.confirmed_by,
        fit.fits,
        len(fit.reading.columns),
        fit.missing,
        fit.new,
        tuple(_differing(fit, table)),
        tuple(_read_otherwise(fit, table)),
        table.profile == content.name,
        content.confirmed(fit.reading),
    )


def _differing(fit: Fit, table: StagedTable) -> Iterator[tuple[str, str, str]]:
    told = fit.overrides()
    for column in confirmable(table):
        wanted = told.get(column.header, told.get(f"[{column.letter}]"))
        if wanted is not None and wanted != (column.field or ""):
            yield column.header or f"[{column.letter}]", column.field or "", wanted


def _read_otherwise(fit: Fit, table: StagedTable) -> Iterator[tuple[str, str, str]]:
    reading = fit.reading
    if reading.kind != table.kind:
        yield "kind", table.kind, reading.kind
    if reading.currency and reading.currency != table.currency:
        yield "currency", table.currency, reading.currency
    for what in ("decimal", "date_order"):
        said, now = reading.said(what), str(getattr(table, what))
        if said and said != now:
            yield what, now, said
