"""What of a profile no longer fits the tables that were read by it, as notes among their problems."""

from __future__ import annotations

from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.confirmed import Confirmed
from collabdesk.intake.fitting import best
from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.looking import Staged
from collabdesk.usecases.profiles.tables import seen, tables_of

_MOST_NAMED = 8


def note(staged: Staged, confirmed: Confirmed) -> None:
    """Add to each table what its profile knows and it lacks, and what it has anew; say where nothing fits."""
    tables = [table for _, _, table in tables_of(staged)]
    for table in tables:
        if table.profile:
            table.problems += _of(table, confirmed)
    if not any(table.profile for table in tables):
        text = f"the profile ‘{confirmed.profile}’ fits no table here; all was read without it"
        for table in tables:
            table.problems.append(Problem("profile-unfit", text, "", Severity.WARNING))


def _of(table: StagedTable, confirmed: Confirmed) -> list[Problem]:
    fit = best(confirmed.readings, seen(table))
    if fit is None:
        return []
    notes = []
    if fit.missing:
        text = f"the profile ‘{confirmed.profile}’ knows columns that are not here: {_named(fit.missing)}"
        notes.append(Problem("profile-missing", text, "", Severity.WARNING))
    if fit.new:
        text = f"the profile ‘{confirmed.profile}’ does not know these columns: {_named(fit.new)}"
        notes.append(Problem("profile-new", text, "", Severity.NOTE))
    return notes


def _named(headers: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{' '.join(h.split())[:80]}”" for h in headers[:_MOST_NAMED])
    return shown if len(headers) <= _MOST_NAMED else f"{shown} and {len(headers) - _MOST_NAMED} more"
