"""Work packages and their tasks as earned value looks at them: what a task does not say itself, its package says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from collabdesk.auditing.unmatched import words
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.phases import stated
from collabdesk.domain.progress import Progress
from collabdesk.domain.spans import Span
from collabdesk.domain.work_packages import WorkPackage


class Tree:
    """The work packages of one project with what is recorded of each. Codes are compared without case and blanks."""

    def __init__(
        self, works: Iterable[WorkPackage], readings: Iterable[Progress], milestones: Iterable[Milestone]
    ) -> None:
        self._works = {key(w.code): w for w in works}
        self._readings: dict[str, list[Progress]] = defaultdict(list)
        for reading in readings:
            self._readings[key(reading.work_package)].append(reading)
        self._milestones: dict[str, list[Milestone]] = defaultdict(list)
        for milestone in milestones:
            self._milestones[key(milestone.work_package)].append(milestone)

    @property
    def whole(self) -> tuple[Progress, ...]:
        """The readings of the project as a whole."""
        return tuple(self._readings[""])

    @property
    def tops(self) -> list[WorkPackage]:
        """The work packages that are no tasks of another."""
        return [w for k, w in self._works.items() if self.top(w.code) == k]

    @property
    def works(self) -> tuple[WorkPackage, ...]:
        """All of them."""
        return tuple(self._works.values())

    def work(self, code: str) -> WorkPackage | None:
        """The work package or task of this code."""
        return self._works.get(key(code))

    def top(self, code: str) -> str:
        """The key of the work package on top of this one; its own where it is on top, or not recorded."""
        return list(self._upwards(code))[-1]

    def is_below(self, code: str, other: str) -> bool:
        """Whether it is a task of the other."""
        return key(code) != key(other) and key(other) in self._upwards(code)

    def span(self, code: str) -> Span | None:
        """Its dates as approved, else those of the package it is a task of."""
        spans = (stated(w.start, w.end) for w in self._known(code))
        return next((span for span in spans if span), None)

    def technique(self, code: str) -> str:
        """Its technique, else that of its package, in the words of the record."""
        return next((w.technique for w in self._known(code) if w.technique), "")

    def readings(self, code: str) -> tuple[Progress, ...]:
        """Its readings, else those of its package."""
        return tuple(next((self._readings[k] for k in self._upwards(code) if k and self._readings.get(k)), ()))

    def milestones(self, code: str) -> tuple[Milestone, ...]:
        """Its milestones, else those of its package."""
        return tuple(next((self._milestones[k] for k in self._upwards(code) if k and self._milestones.get(k)), ()))

    def _known(self, code: str) -> Iterator[WorkPackage]:
        return (self._works[k] for k in self._upwards(code) if k in self._works)

    def _upwards(self, code: str) -> Iterator[str]:
        seen: set[str] = set()
        now = key(code)
        while now not in seen:
            yield now
            seen.add(now)
            work = self._works.get(now)
            if work is None or not key(work.parent):
                return
            now = key(work.parent)


def key(code: str) -> str:
    """A code as it is compared: `WP 1` and `wp1` are one."""
    return words(code).replace(" ", "")
