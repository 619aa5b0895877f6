"""How the columns of a table share its width: by what they have to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What one column asks for, in pixels.

    `least` is what it gets however narrow the table is, `most` what shows all its texts whole; `fair` is the width
    its designer gave it, to which it returns where there is room; 0 takes a share of all that is left.
    """

    least: int
    most: int
    fair: int


def shared(total: int, needs: Sequence[Need]) -> list[int]:
    """The width of each column; together more than `total` only where the least widths are."""
    widths = [need.least for need in needs]
    _raise(widths, [max(need.least, need.most) for need in needs], total)
    _raise(widths, [max(width, need.fair) for width, need in zip(widths, needs, strict=True)], total)
    rest = total - sum(widths)
    taking = [n for n, need in enumerate(needs) if not need.fair]
    for place, number in enumerate(taking):
        widths[number] += max(0, rest) // len(taking) + (1 if place < max(0, rest) % len(taking) else 0)
    return widths


def _raise(widths: list[int], wanted: Sequence[int], total: int) -> None:
    """Bring the widths nearer to what is wanted, those that lack least first, while there is room."""
    lacking = sorted((w - widths[n], n) for n, w in enumerate(wanted) if w > widths[n])
    for place, (lack, number) in enumerate(lacking):
        room = max(0, total - sum(widths)) // (len(lacking) - place)
        widths[number] += min(lack, room)
