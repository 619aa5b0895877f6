"""Two baselines side by side, or one beside the plan as it is approved now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.dates import latest
from collabdesk.usecases.plan.baseline_lines import lines_now
from collabdesk.usecases.plan.baselines import lines_of
from collabdesk.usecases.workspace import Workspace

_FIELDS = ("title", "start", "end", "person_months", "cost")
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class LineChange:
    """One entry in both; None where it is not. `changed` names the fields that differ."""

    subject: str
    name: str
    old: BaselineLine | None
    new: BaselineLine | None

    @property
    def changed(self) -> tuple[str, ...]:
        if self.old is None or self.new is None:
            return ()
        return tuple(f for f in _FIELDS if getattr(self.old, f) != getattr(self.new, f))

    @property
    def what(self) -> str:
        """`added`, `removed`, `changed` or `same`."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed" if self.changed else "same"

    @property
    def days(self) -> int | None:
        """By how many days the end moved."""
        if self.old is None or self.new is None or not self.old.end or not self.new.end:
            return None
        return (latest(self.new.end) - latest(self.old.end)).days

    @property
    def cost(self) -> Decimal | None:
        """By how much the cost changed, in the line's own currency."""
        if self.old is None or self.new is None or self.old.cost is None or self.new.cost is None:
            return None
        return self.new.cost - self.old.cost


def compare(workspace: Workspace, old: Baseline, new: Baseline | None) -> list[LineChange]:
    """Every line of both, in the newer one's order, what was removed last; `new` None is the plan as it is now."""
    after = lines_now(workspace, old.project_id or 0) if new is None else lines_of(workspace, new)
    return paired(lines_of(workspace, old), after)


def paired(old: Iterable[BaselineLine], new: Iterable[BaselineLine]) -> list[LineChange]:
    """Lines of the same entry, and of its cost in the same currency where it has several, side by side."""
    before, after = _by_key(old), _by_key(new)
    there = [LineChange(key[0], key[1], before.get(key), line) for key, line in after.items()]
    return there + [LineChange(k[0], k[1], line, None) for k, line in before.items() if k not in after]


def _by_key(lines: Iterable[BaselineLine]) -> dict[Key, BaselineLine]:
    # The first line of an entry holds its dates; only a further one is of another currency.
    found: dict[Key, BaselineLine] = {}
    for line in lines:
        name = line.code or line.title
        first = (line.subject, name, "")
        is_more = first in found or line.subject == "budget"
        found[(line.subject, name, line.currency) if is_more else first] = line
    return found
