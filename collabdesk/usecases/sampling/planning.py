"""Planning a sample: its size and interval from confidence, tolerable and expected misstatement."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from collabdesk.domain.problems import Refused
from collabdesk.domain.samples import METHODS
from collabdesk.measures import mus, random_sampling
from collabdesk.measures.random_sampling import PROJECTIONS
from collabdesk.measures.sample_evaluation import MONETARY_UNIT
from collabdesk.paths import resources
from collabdesk.usecases.sampling.population import Population


@cache
def usual(name: str) -> Decimal:
    """What is taken where nobody says otherwise; each value stands in resources/sampling with its source."""
    table = tomllib.loads(resources("sampling", "terms.toml").read_text("utf-8"))
    return Decimal(table[name]["value"])


@dataclass(frozen=True, slots=True)
class Design:
    """`tolerable` and `expected` are shares of the book value. `size` is given, or None: computed; for a random sample
    that takes `deviation`, the standard deviation of the errors that is expected, in the population's currency.
    """

    method: str = MONETARY_UNIT
    confidence: Decimal | None = None
    tolerable: Decimal | None = None
    expected: Decimal | None = None
    size: int | None = None
    deviation: Decimal | None = None
    projection: str = "ratio"

    def with_usual(self) -> Design:
        """With what is usual in place of what was not said."""
        return Design(
            self.method,
            usual("confidence") if self.confidence is None else self.confidence,
            usual("tolerable") if self.tolerable is None else self.tolerable,
            usual("expected") if self.expected is None else self.expected,
            self.size,
            self.deviation,
            self.projection,
        )


@dataclass(frozen=True, slots=True)
class Planned:
    """`size` selections; `interval` and the number of `certain` items are of monetary-unit sampling."""

    size: int
    interval: Decimal | None
    certain: int
    tolerable: Decimal
    expected: Decimal


def planned(population: Population, design: Design) -> Planned:
    """The size of a sample. Refused, with a sentence, where it cannot be planned so."""
    d = design.with_usual()
    assert d.confidence is not None
    assert d.tolerable is not None
    assert d.expected is not None
    _refuse_wrong(population, d)
    book = population.book_value
    tolerable, expected = d.tolerable * book, d.expected * book
    try:
        size = d.size or _size(population, d, tolerable, expected)
    except ValueError as wrong:
        said = str(wrong)
        raise Refused(f"{said[:1].upper()}{said[1:]}.", "no-plan") from None
    if d.method != MONETARY_UNIT:
        return Planned(min(size, len(population.lines)), None, 0, tolerable, expected)
    interval = mus.sampling_interval(book, size)
    certain = sum(line.book >= interval for line in population.lines)
    return Planned(size, interval, certain, tolerable, expected)


def _size(population: Population, d: Design, tolerable: Decimal, expected: Decimal) -> int:
    assert d.confidence is not None
    assert d.tolerable is not None
    assert d.expected is not None
    if d.method == MONETARY_UNIT:
        return mus.sample_size(d.confidence, d.tolerable, d.expected)
    if d.deviation is None:
        raise Refused(
            "A random sample needs its size, or the standard deviation of the errors that is expected.", "no-size"
        )
    return random_sampling.sample_size(len(population.lines), d.confidence, tolerable, expected, d.deviation)


def _refuse_wrong(population: Population, d: Design) -> None:
    if d.method not in METHODS:
        raise Refused(f"The method is one of {', '.join(METHODS)}.", "bad-method")
    if d.projection not in PROJECTIONS:
        raise Refused(f"The projection is one of {', '.join(PROJECTIONS)}.", "bad-projection")
    if not population.lines:
        raise Refused("Nothing is left to sample: no cost item meets what was asked for.", "nothing-to-sample")
    if d.confidence is None or not 0 < d.confidence < 1:
        raise Refused("The confidence lies between 0 and 1, as 0.95.", "bad-confidence")
    if d.tolerable is None or not 0 < d.tolerable <= 1:
        raise Refused("The tolerable misstatement is a share of the book value, as 0.05.", "bad-tolerable")
    if d.expected is None or not 0 <= d.expected < d.tolerable:
        raise Refused("The expected misstatement must be smaller than the tolerable one.", "bad-expected")
    if d.size is not None and d.size < 1:
        raise Refused("A sample has at least one item.", "bad-size")
