"""Findings, their awards and their corrective actions, joined by the codes that their files give, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from collabdesk.domain.awards import Award
from collabdesk.domain.findings import Finding
from collabdesk.domain.problems import Problem, Severity
from collabdesk.domain.recommendations import Recommendation
from collabdesk.usecases.keeping.batch import BatchKeeping

_AT_ONCE = 2000
_Meant = Callable[[str, int | None], int | None]


def findings_by_code(batch: BatchKeeping, codes: Iterable[str]) -> _Meant:
    """Which finding a code means for a row of a project: one of the same project, else of the only one that has it.

    A finding that concerns several awards is there once for each; the first of them stands for all.
    """
    wanted = {c for c in codes if c}
    found = cast("list[Finding]", batch.workspace.find("finding", code=wanted)) if wanted else []
    return _meant((f.code, f.project_id, (f.award, f.id or 0), f.id or 0) for f in found)


def awards_by_code(batch: BatchKeeping, codes: Iterable[str]) -> _Meant:
    """Which award a code means, likewise."""
    wanted = {c for c in codes if c}
    found = cast("list[Award]", batch.workspace.find("award", code=wanted)) if wanted else []
    return _meant((a.code, a.project_id, ("", a.id or 0), a.id or 0) for a in found)


def _meant(known: Iterable[tuple[str, int | None, Any, int]]) -> _Meant:
    by_code: dict[str, dict[int | None, list[tuple[Any, int]]]] = defaultdict(lambda: defaultdict(list))
    for code, project, order, number in known:
        by_code[code][project].append((order, number))

    def which(code: str, project: int | None) -> int | None:
        projects = by_code.get(code)
        if not projects:
            return None
        mine = projects.get(project) or (next(iter(projects.values())) if len(projects) == 1 else None)
        return min(mine)[1] if mine else None

    return which


def join_findings(batch: BatchKeeping) -> None:
    """Awards have come: findings that were waiting for theirs are joined."""
    waiting = [f for f in cast("list[Finding]", batch.workspace.find("finding", award_id=None)) if f.award]
    which = awards_by_code(batch, (f.award for f in waiting))
    joined = [replace(f, award_id=at) for f in waiting if (at := which(f.award, f.project_id))]
    _update(batch, joined, "finding", "award")


def join_actions(batch: BatchKeeping) -> None:
    """Findings have come: corrective actions that were waiting for theirs are joined."""
    there = cast("list[Recommendation]", batch.workspace.find("recommendation", finding_id=None))
    waiting = [r for r in there if r.finding]
    which = findings_by_code(batch, (r.finding for r in waiting))
    joined = [replace(r, finding_id=at) for r in waiting if (at := which(r.finding, r.project_id))]
    _update(batch, joined, "corrective action", "finding")


def _update(batch: BatchKeeping, records: Sequence[Any], word: str, other: str) -> None:
    """Keep what was joined, and say so: these records are in no row of the table that has come."""
    if not records:
        return
    for start in range(0, len(records), _AT_ONCE):
        batch.check()
        batch.step.update_many(records[start : start + _AT_ONCE])
    count = len(records)
    text = f"1 {word} that was" if count == 1 else f"{count} {word}s that were"
    text += f" waiting for {'its' if count == 1 else 'their'} {other} {'is' if count == 1 else 'are'} joined now"
    batch.kept.notes.append(Problem("joined", text, "", Severity.NOTE))
