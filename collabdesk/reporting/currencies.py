"""Which currency a ratio was computed in: figures of two currencies share neither a table nor a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from collabdesk.domain.figures import Figure


def by_unit(figures: Iterable[Figure], units: Sequence[str]) -> list[tuple[str, list[Figure]]]:
    """Ratios grouped by the currency they were computed in: the id ends in it unless it is the home currency."""
    groups: dict[str, list[Figure]] = {}
    home = next((u for u in units if u), "")
    for f in figures:
        tail = f.id.rpartition("-")[2].upper()
        groups.setdefault(tail if tail in units else home, []).append(f)
    return [(u, groups[u]) for u in sorted(groups, key=lambda u: (u != home, u))]


def units_of(totals: Iterable[Figure]) -> tuple[str, ...]:
    """The currencies of money figures, the home currency (whose ids carry none) first."""
    found = {f.unit: f.id.upper().endswith(f"-{f.unit.upper()}") for f in totals if f.unit}
    return tuple(sorted(found, key=lambda unit: (found[unit], unit)))
