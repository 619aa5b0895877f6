"""How the acts of a plan answer: tables for people, one JSON document for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from collabdesk.cli.command import say, say_json, say_table, tell

if TYPE_CHECKING:
    from collabdesk.domain.baselines import Baseline
    from collabdesk.domain.evidence import Evidence
    from collabdesk.usecases.plan.comparison import LineChange
    from collabdesk.usecases.plan.looking import PlanLook


def say_plan(plan: PlanLook, *, as_json: bool) -> None:
    """Every entry with its dates, the project month of its end, slip and float."""
    rows: list[dict[str, Any]] = [
        {
            "subject": e.subject, "code": e.code, "title": e.title, "level": e.level, "start": e.start, "end": e.end,
            "month": plan.month(e.end), "baseline_end": e.baseline_end, "slip_days": plan.slip(e),
            "float_days": plan.path.total_float(e.name), "critical": e.name in plan.path.critical,
            "finished": e.is_done, "waits_for": [str(link) for link in e.waits],
        }
        for e in plan.entries
    ]  # fmt: skip
    if as_json:
        say_json({"as_of": plan.as_of, "baseline": plan.baseline, "entries": rows, "problems": plan.path.problems})
        return
    say(f"Measured against: {plan.baseline}.")
    say_table([_told(r) for r in rows], ("entry", "title", "start", "end", "month", "slip", "float"), right=(5, 6))
    for problem in plan.path.problems:
        tell(problem)


def _told(row: dict[str, Any]) -> tuple[object, ...]:
    code = "  " * row["level"] + row["code"]
    room = "done" if row["finished"] else row["float_days"]
    return code, row["title"], row["start"], row["end"], row["month"], row["slip_days"], room


def say_path(plan: PlanLook, *, as_json: bool) -> None:
    """What cannot slip without moving the plan's end, or why that cannot be told."""
    path = plan.path
    critical = [{"code": e.name, "title": e.title, "start": e.start, "end": e.end} for e in plan.critical]
    if as_json:
        say_json({"as_of": plan.as_of, "critical": critical, "finish": path.finish, "reason": path.reason,
                  "problems": path.problems})  # fmt: skip
        return
    if path.reason:
        say(f"There is no critical path: {path.reason}")
    else:
        say_table([tuple(c.values()) for c in critical], ("entry", "title", "start", "end"))
        say(f"The plan's last finish is {path.finish}.")
    for problem in path.problems:
        if problem != path.reason:
            tell(problem)


def say_baselines(found: Iterable[Baseline], *, as_json: bool) -> None:
    """The frozen baselines with their reasons and decisions."""
    fields = ("code", "title", "frozen_on", "reason", "decision", "decided_on")
    rows = [{name: getattr(b, name) for name in fields} for b in found]
    if as_json:
        say_json({"baselines": rows})
    else:
        say_table([tuple(r.values()) for r in rows], ("baseline", "title", "frozen on", "reason", "decision", "on"))


def say_comparison(changes: Sequence[LineChange], *, as_json: bool) -> None:
    """What differs between two baselines; all lines for programs."""
    rows = [_line(c) for c in changes]
    if as_json:
        say_json({"lines": rows})
        return
    told = [r for r in rows if r["what"] != "same"]
    heads = ("subject", "entry", "what", "end before", "end after", "days", "currency", "cost by")
    say_table([tuple(r.values()) for r in told], heads, right=(5, 7))
    say(f"{len(told)} of {len(rows)} lines differ.")


def _line(change: LineChange) -> dict[str, object]:
    line = change.new or change.old
    return {
        "subject": change.subject,
        "code": change.name,
        "what": change.what,
        "old_end": change.old.end if change.old else None,
        "new_end": change.new.end if change.new else None,
        "days": change.days,
        "currency": line.currency if line else "",
        "cost": None if change.cost is None else f"{change.cost:f}",
    }


def say_evidence(found: Sequence[Evidence], verified: Sequence[tuple[Evidence, str]] | None, *, as_json: bool) -> None:
    """The files, and, where they were verified, what is wrong with each."""
    fields = ("subject", "code", "title", "file_name", "sha256", "received_on")
    rows: list[dict[str, Any]] = [{name: getattr(e, name) for name in fields} for e in found]
    for row, (_, problem) in zip(rows, verified or (), strict=False):
        row["problem"] = problem
    if as_json:
        say_json({"evidence": rows})
        return
    heads = ("of", "file", "SHA-256", "received", *(["verified"] if verified is not None else []))
    told = [(r["code"], r["file_name"], r["sha256"][:16], r["received_on"]) for r in rows]
    if verified is not None:
        told = [(*line, row["problem"] or "as it was") for line, row in zip(told, rows, strict=True)]  # type: ignore[misc]
    say_table(told, heads)
