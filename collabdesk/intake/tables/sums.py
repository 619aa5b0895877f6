"""Which lines of a table are sums of its other lines: totals and subtotals, whatever their label says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_CENT, _TELLING = 0.011, 3
_BEYOND_CHANCE = 4  # so many amounts do not agree by chance, however small they are
_ENOUGH, _MANY = 2, 3  # addends: for a line that looks like a sum anyway, and for one that looks like a record


@dataclass(slots=True)
class Line:
    """A row (or column) with its amounts by place. `is_weak`: it lacks what records hold, or its label speaks of sums.

    `word` is "total" or "subtotal" where its label says so. `is_record`: it has a code and a name, as records have.
    """

    number: int
    amounts: dict[int, float]
    is_weak: bool = False
    word: str = ""
    is_record: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    """The records that a line is the sum of: the first and the last one's number, and the places that agree."""

    first: int
    last: int
    places: tuple[int, ...]


@dataclass(slots=True)
class _Records:
    """The records so far, and by place the running sums: before each record, and where each sum was reached."""

    lines: list[Line] = field(default_factory=list)
    running: list[dict[int, float]] = field(default_factory=lambda: [{}])
    reached: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        last = self.running[-1]
        for place, value in line.amounts.items():
            if value:
                self.reached.setdefault((place, round(last.get(place, 0.0))), []).append(len(self.lines))
        self.running.append(last | {c: last.get(c, 0.0) + v for c, v in line.amounts.items()})
        self.lines.append(line)

    def starts(self, wanted: dict[int, float]) -> Iterable[int]:
        """The records from which on the sums up to here may be those wanted, the nearest first."""
        here = self.running[-1]
        found: set[int] = set()
        for place, value in wanted.items():
            before = round(here.get(place, 0.0) - value)
            found.update(i for near in (before - 1, before, before + 1) for i in self.reached.get((place, near), ()))
        return sorted(found, reverse=True)

    def agreeing(self, wanted: dict[int, float], since: int, until: int) -> list[int]:
        """The places whose sum over some records is what is wanted."""
        low, high = self.running[since], self.running[until]
        return [c for c, v in wanted.items() if _is_same(high.get(c, 0.0) - low.get(c, 0.0), v)]

    def addends(self, places: Sequence[int], since: int, until: int) -> int:
        return sum(any(one.amounts.get(c) for c in places) for one in self.lines[since:until])


def find(lines: Sequence[Line]) -> dict[int, str]:
    """Line number -> "total" (of all records) or "subtotal" (of those next to it), for the lines that are sums.

    A line that looks like a record is believed to be a sum only when several amounts agree, or at the table's ends.
    """
    below = _below_their_parts(lines)
    above = _above_their_parts([line for line in lines if line.number not in below])
    if above:  # what stands above its parts was counted with them
        below = _below_their_parts([line for line in lines if line.number not in above])
    return _named(lines, above | below)


def _below_their_parts(lines: Sequence[Line]) -> dict[int, _Span]:
    """The lines that are sums of records above them, by their number."""
    records = _Records()
    found: dict[int, _Span] = {}
    for place, line in enumerate(lines):
        span = _span_above(records, line, is_last=place == len(lines) - 1)
        if span is None:
            records.add(line)
        else:
            found[line.number] = span
    return found


def _span_above(records: _Records, line: Line, *, is_last: bool) -> _Span | None:
    wanted = {c: v for c, v in line.amounts.items() if v}
    end = len(records.lines)
    if line.is_record or not wanted or not (line.is_weak or is_last or len(wanted) > 1):
        return None
    for since in records.starts(wanted):
        right = records.agreeing(wanted, since, end)
        addends = records.addends(right, since, end)
        is_all = is_last and not records.addends(right, 0, since)
        if right and _is_believed(line, wanted, right, addends, is_at_the_end=is_all):
            return _Span(records.lines[since].number, records.lines[-1].number, tuple(right))
    return None


def _above_their_parts(lines: Sequence[Line]) -> dict[int, _Span]:
    """The lines that are sums of records right below them, parts of parts first."""
    found: dict[int, _Span] = {}
    parts: list[Line] = []  # the records below, from the bottom up
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        wanted = {c: v for c, v in line.amounts.items() if v}
        span = _span_below(parts, line, wanted, is_first=place == 0) if wanted else None
        if span is None:
            parts.append(line)
        else:
            found[line.number] = span
    return found


def _span_below(parts: list[Line], line: Line, wanted: dict[int, float], *, is_first: bool) -> _Span | None:
    if line.is_record or not (line.is_weak or is_first or len(wanted) > 1):
        return None
    sums = dict.fromkeys(wanted, 0.0)
    addends = 0
    for below in range(len(parts) - 1, -1, -1):
        one = parts[below].amounts
        addends += any(one.get(c) for c in wanted)
        for c in wanted:
            sums[c] += one.get(c, 0.0)
        right = [c for c, v in wanted.items() if _is_same(sums[c], v)]
        if addends >= _ENOUGH and right and _is_believed(line, wanted, right, addends, is_at_the_end=below == 0):
            return _Span(parts[-1].number, parts[below].number, tuple(right))
        if all(abs(sums[c]) > abs(v) + _CENT for c, v in wanted.items()):
            return None
    return None


def _is_believed(line: Line, wanted: dict[int, float], right: list[int], addends: int, *, is_at_the_end: bool) -> bool:
    wrong = len(wanted) - len(right)
    if line.is_weak:
        return wrong <= len(right) and (addends >= _ENOUGH or bool(line.word and addends))
    if wrong or not (len(right) >= _BEYOND_CHANCE or any(_is_telling(wanted[c]) for c in right)):
        return False
    return addends >= _ENOUGH if len(right) > 1 else addends >= _MANY and is_at_the_end


def _named(lines: Sequence[Line], spans: dict[int, _Span]) -> dict[int, str]:
    """A sum over all records that have such amounts is a total, unless its label says that it is a part."""
    place = {line.number: i for i, line in enumerate(lines)}
    records = [(i, line) for i, line in enumerate(lines) if line.number not in spans]
    names: dict[int, str] = {}
    for line in lines:
        if line.number in spans:
            span = spans[line.number]
            outside = [r for i, r in records if not place[span.first] <= i <= place[span.last]]
            is_all = not any(r.amounts.get(c) for r in outside for c in span.places)
            names[line.number] = "total" if is_all and line.word != "subtotal" else "subtotal"
    return names


def _is_same(one: float, other: float) -> bool:
    return abs(one - other) <= max(_CENT, 1e-9 * abs(other))


def _is_telling(value: float) -> bool:
    """Has the number enough digits not to come about by chance?"""
    return len(f"{abs(value):.2f}".replace(".", "").strip("0")) >= _TELLING
