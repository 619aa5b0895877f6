"""One table becomes staged: as the person says, else as a profile confirms it, else as the program understands."""

from __future__ import annotations

from collabdesk.intake import fitting
from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.jobs import LookJob
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.staged import StagedTable


def staged_table(table: TableFound, number: int, grid: Grid, job: LookJob) -> StagedTable:
    """The table's values, checked; `number` is its place among the tables of its sheet, from 1.

    What a profile says never outdoes what the cells say: a text in a column of amounts stays a problem at its cell.
    """
    person = _of_sheet(job.overrides, grid.sheet)
    fit = _fit(table, number, job)
    confirmed = fit.overrides(person) if fit is not None else {}
    reason = job.confirmed.reason if job.confirmed is not None else ""
    kind = job.kind or (fit.reading.kind if fit is not None else None)
    understood = understand(
        table, grid, overrides={**confirmed, **person}, kind=kind, reasons=dict.fromkeys(confirmed, reason)
    )
    staged = stage(table, understood, grid, _options(job, grid.sheet, fit))
    staged.number = number
    staged.by_hand = frozenset(w for w in ("kind", "currency", "decimal", "date_order") if getattr(job, w))
    if fit is not None and job.confirmed is not None:
        staged.profile = job.confirmed.profile
        if staged.currency_from == "option" and not job.currency:
            staged.currency_from = "profile"
    return staged


def _fit(table: TableFound, number: int, job: LookJob) -> fitting.Fit | None:
    if job.confirmed is None:
        return None
    return fitting.best(job.confirmed.readings, fitting.seen_when_found(table, number))


def _options(job: LookJob, sheet: str, fit: fitting.Fit | None) -> StageOptions:
    currency, decimal, date_order = job.currency, job.decimal, job.date_order
    if fit is not None:
        currency = currency or fit.reading.currency
        decimal = decimal or fit.reading.said("decimal")
        date_order = date_order or fit.reading.said("date_order")
    return StageOptions(currency, job.funder, decimal, date_order, _of_sheet(job.written, sheet))


def _of_sheet(said: dict[str, str], sheet: str) -> dict[str, str]:
    """What the person said of this sheet's headers: first what holds for every sheet, then what for this one alone."""
    general = {h: f for h, f in said.items() if "!" not in h or not h.partition("!")[2]}
    mine = {h.partition("!")[2]: f for h, f in said.items() if h.partition("!")[0] == sheet and "!" in h}
    return general | mine
