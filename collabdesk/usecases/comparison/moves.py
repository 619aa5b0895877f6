"""Which rows stand in another order than before: the fewest that have to be moved to get from one to the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any


def moved(old: Sequence[Any]) -> set[int]:
    """The places (in the new order) whose old positions do not belong to the longest run that only rises.

    Rows that were inserted or left out before a row do not move it.
    """
    if all(a < b for a, b in pairwise(old)):
        return set()
    tails: list[Any] = []
    ends: list[int] = []
    before: list[int] = []
    for place, position in enumerate(old):
        at = bisect_left(tails, position)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(position)
            ends.append(place)
        else:
            tails[at], ends[at] = position, place
    staying = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        staying.add(place)
        place = before[place]
    return set(range(len(old))) - staying
