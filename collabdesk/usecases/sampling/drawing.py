"""Drawing: which items of a population a seed selects. `script` writes the same for an outsider, in plain Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_UNIT = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Hit:
    """A selected item: its position from 1, how many selections fell on it, whether it was taken for its size."""

    position: int
    hits: int
    is_certain: bool = False


def random_start(seed: str, population_sha256: str, interval: Decimal) -> Decimal:
    """The first selected unit: above 0, at most the interval, in ten-thousandths of the currency's unit.

    It is the SHA-256 of `seed:population's SHA-256`, as a number, modulo the interval's ten-thousandths, plus one.
    """
    steps = int(interval / _UNIT)
    return (_number(f"{seed}:{population_sha256}") % steps + 1) * _UNIT if steps else Decimal(0)


def by_units(books: Sequence[Decimal], interval: Decimal, start: Decimal) -> list[Hit]:
    """Items at least as large as the interval; of the others those that hold a unit start, start + interval, …

    The others are laid end to end in the population's order. An interval of 0 takes every item.
    """
    certain = [Hit(n, 0, is_certain=True) for n, book in enumerate(books, start=1) if book >= interval]
    found, reached, wanted = list[Hit](), Decimal(0), start
    for n, book in enumerate(books, start=1):
        if book >= interval:
            continue
        reached += book
        if wanted <= reached:  # smaller than the interval, so that no item holds two
            found.append(Hit(n, 1))
            wanted += interval
    return [*certain, *found]


def at_random(items: int, size: int, seed: str, population_sha256: str) -> list[Hit]:
    """The `size` items whose SHA-256 of `seed:population's SHA-256:position` is smallest, in the population's order."""
    ranked = sorted(range(1, items + 1), key=lambda n: _number(f"{seed}:{population_sha256}:{n}"))
    return [Hit(n, 1) for n in sorted(ranked[:size])]


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
