"""Noticing what is restated: recorded once, the same on every further look, marked when the figures are back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast
from weakref import WeakKeyDictionary

from collabdesk.domain.dates import in_words, this_moment
from collabdesk.domain.problems import Refused
from collabdesk.domain.reports import Report
from collabdesk.domain.restatements import Restatement
from collabdesk.usecases.causes import NO_FIGURES, Causes
from collabdesk.usecases.changes import Act, Change
from collabdesk.usecases.reports.verdicts import Difference, compared, figures_now
from collabdesk.usecases.workspace import Workspace

_ABSENT = "no longer computed"
# Up to which change each signed report was looked at, so that a second look at unchanged data costs nothing.
_looked_at: WeakKeyDictionary[Workspace, dict[int, int]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class OutOfDate:
    """A signed report that today's data give otherwise, with the figures that are restated."""

    report: Report
    figures: tuple[Restatement, ...]


def out_of_date(workspace: Workspace) -> list[OutOfDate]:
    """The signed reports with restated figures, as they were noticed last; reads the ledger only."""
    standing = cast("list[Restatement]", workspace.find("restatement", note=""))
    by_report: dict[int, list[Restatement]] = {}
    for one in standing:
        by_report.setdefault(one.report_id or 0, []).append(one)
    found = cast("list[Report]", workspace.find("report", id=sorted(by_report), status="signed")) if by_report else []
    return [OutOfDate(report, tuple(by_report[report.id or 0])) for report in found]


def of_report(workspace: Workspace, report: Report) -> list[Restatement]:
    """Everything that was ever noticed of one report, the newest last; `note` says how an entry ended, "" stands."""
    return cast("list[Restatement]", workspace.find("restatement", report_id=report.id))


def notice(workspace: Workspace) -> Change:
    """Look whether later data give figures of signed reports otherwise, and record what is new; no step of undo.

    Quick where nothing was changed since the last look; only reports whose project was touched are computed. Nothing
    is recorded where the database is open for reading only or busy with another change.
    """
    if workspace.is_read_only or not workspace.count("report", status="signed"):
        return Change()
    now = this_moment()
    last = workspace.last_change
    seen = _looked_at.setdefault(workspace, {})
    new: list[Restatement] = []
    ended: list[Restatement] = []
    for report in cast("list[Report]", workspace.find("report", status="signed")):
        if seen.get(report.id or 0) == last or not _is_touched(workspace, report, seen.get(report.id or 0)):
            continue
        added, over = _news(workspace, report, now)
        new += added
        ended += over
    if new or ended:
        try:
            with workspace.changing("Restatements of signed reports noticed", Act.NOTICE) as step:
                step.add_many(new)
                step.update_many(ended)
        except Refused:  # another change is being made just now: the next look notices it
            return Change()
    _looked_at[workspace] = {r.id or 0: workspace.last_change for r in _signed(workspace)}
    return step.change if new or ended else Change()


def _signed(workspace: Workspace) -> list[Report]:
    return cast("list[Report]", workspace.find("report", status="signed"))


def _is_touched(workspace: Workspace, report: Report, seen: int | None) -> bool:
    """Whether anything that its figures are counted from was changed since the last look, or since its issue."""
    if seen is None and _stands(workspace, report):
        return True  # what changed it may have been undone since, which then leaves no trace to go by
    since = seen if seen is not None else workspace.step_of("report", report.id or 0)
    touched = workspace.since(since, without=NO_FIGURES)
    return bool(touched) if report.project_id is None else any(t.projects & {report.project_id, None} for t in touched)


def _stands(workspace: Workspace, report: Report) -> bool:
    return bool(workspace.count("restatement", report_id=report.id, note=""))


def _news(workspace: Workspace, report: Report, now: str) -> tuple[list[Restatement], list[Restatement]]:
    """What is to be added to the ledger, and the entries that end."""
    figures = figures_now(workspace, report)
    # What a later version of the program computes besides was never in the report.
    found = {d.figure: d for d in compared(json.loads(report.figures), figures) if d.old is not None}
    standing = {r.figure: r for r in of_report(workspace, report) if not r.note}
    fresh = [d for d in found.values() if d.figure not in standing or standing[d.figure].new != _new(d)]
    causes = Causes(workspace, report) if fresh else None
    added = [_entry(report, d, causes.of(figures.get(d.figure)), now) for d in fresh] if causes else []
    return added, list(_ended(standing.values(), found, in_words(now[:10])))


def _ended(standing: Iterable[Restatement], found: dict[str, Difference], day: str) -> Iterable[Restatement]:
    for one in standing:
        if one.figure not in found:
            yield replace(one, note=f"As in the report again, noticed on {day}.")
        elif _new(found[one.figure]) != one.new:
            yield replace(one, note=f"Changed again, noticed on {day}.")


def _entry(report: Report, difference: Difference, cause: str, now: str) -> Restatement:
    return Restatement(
        report_id=report.id,
        report=report.code,
        figure=difference.figure,
        label=difference.label,
        old=difference.old or "",
        new=_new(difference),
        cause=cause,
        noticed_at=now,
    )


def _new(difference: Difference) -> str:
    return difference.new or _ABSENT
