"""What a Gantt chart shows, taken out of the figures of the plan: its rows, its time, its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.figures import Figure
from collabdesk.domain.plan_links import links

Span = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One entry of the plan. `kind` is summary, task, milestone or deliverable; `done` a fraction of one.

    `baseline` and `now` are first and last day; of a milestone or deliverable only the last.
    """

    code: str
    title: str
    kind: str
    level: int
    baseline: Span
    now: Span
    done: float
    is_done: bool
    is_critical: bool
    is_cancelled: bool
    waits: tuple[str, ...]

    @property
    def is_point(self) -> bool:
        return self.kind in ("milestone", "deliverable")

    @property
    def label(self) -> str:
        return f"{self.code}  {self.title}" if self.title and self.title != self.code else self.code


@dataclass(frozen=True, slots=True)
class Gantt:
    """Rows from `first` to `last`; `as_of` is the day's line, `start` the project's, by which its months count."""

    rows: tuple[GanttRow, ...]
    first: date
    last: date
    as_of: date | None
    start: date | None


def gantt_of(figures: Sequence[Figure]) -> list[Gantt]:
    """The chart of the figures' plan, as a list of one; empty where no entry has a date."""
    rows = tuple(_row(f) for f in figures if f.rule.startswith("plan.slip@") and f.detail)
    if not rows:
        return []
    whole = next((f.inputs for f in figures if f.rule.startswith("plan.critical@")), {})
    days = [day for row in rows for span in (row.baseline, row.now) for day in span if day]
    if not days:
        return []
    # The whole plan's time, so that the pages of a long chart share one scale.
    first, last = _day(whole, "first day"), _day(whole, "last day")
    return [
        Gantt(
            rows,
            min([*days, *([first] if first else [])]),
            max([*days, *([last] if last else [])]),
            _day(whole, "as of"),
            _day(whole, "project start"),
        )
    ]


def pages(figures: Sequence[Figure], rows: int) -> list[tuple[Figure, ...]]:
    """The plan's figures cut into pages of so many rows, each with the figure that gives them one scale."""
    whole = [f for f in figures if f.rule.startswith("plan.critical@")]
    each = [f for f in figures if f.rule.startswith("plan.slip@") and f.detail]
    return [(*whole, *each[at : at + rows]) for at in range(0, len(each), rows)]


def _row(figure: Figure) -> GanttRow:
    said = figure.inputs
    code = said.get("code", figure.detail)
    return GanttRow(
        code,
        figure.detail.removeprefix(code).strip(),
        said.get("kind", "task"),
        int(said.get("level", "0")),
        (_day(said, "baseline start"), _day(said, "baseline end", is_last=True)),
        (_day(said, "start"), _day(said, "end", is_last=True)),
        1.0 if said.get("finished") == "yes" else _fraction(said.get("done", "")),
        said.get("finished") == "yes",
        said.get("critical") == "yes",
        said.get("finished") == "cancelled",
        tuple(link.code for link in links(said.get("waits for", ""))),
    )


def _day(said: Mapping[str, str], name: str, *, is_last: bool = False) -> date | None:
    text = said.get(name, "")
    if not text[:4].isdigit():
        return None
    return latest(text) if is_last else earliest(text)


def _fraction(text: str) -> float:
    try:
        return float(min(max(Decimal(text), Decimal(0)), Decimal(1)))
    except InvalidOperation:
        return 0.0
