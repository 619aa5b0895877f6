"""Simple random sampling: how many items to test, and what the errors found say of the whole population."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from statistics import NormalDist

from collabdesk.domain.rules import Rule

_EU = (
    "European Commission, EGESIF_16-0014-01, Guidance on sampling methods for audit authorities, simple random sampling"
)


def _rule(name: str, label: str, formula: str, unit: str = "money") -> Rule:
    return Rule(name, "EGESIF", label, formula, unit, _EU)


SIZE = _rule("random.size", "Sample size", "(N z s / (TM - EM))^2, rounded up, at most N", "count")
RATIO = _rule("random.ratio", "Projected misstatement", "book value x sum of errors / sum of book values of the sample")
MEAN = _rule("random.mean", "Projected misstatement", "N x sum of errors / n")
PRECISION = _rule(
    "random.precision", "Precision", "N z s / sqrt(n); s of the errors (mean) or of errors - ratio x book value (ratio)"
)
LIMIT = _rule("random.limit", "Upper misstatement limit", "projected misstatement + precision")
RULES = (SIZE, RATIO, MEAN, PRECISION, LIMIT)
PROJECTIONS = ("ratio", "mean")


@dataclass(frozen=True, slots=True)
class Projection:
    """What errors of one direction come to in the population, and how far that may be from the truth."""

    projected: Decimal
    deviation: Decimal
    precision: Decimal

    @property
    def limit(self) -> Decimal:
        return self.projected + self.precision


def coefficient(confidence: Decimal) -> Decimal:
    """The normal distribution's z for a confidence of both sides, to eight places: 1.645 at 90 %."""
    return Decimal(str(round(NormalDist().inv_cdf(float((1 + confidence) / 2)), 8)))


def sample_size(items: int, confidence: Decimal, tolerable: Decimal, expected: Decimal, deviation: Decimal) -> int:
    """The number of items; amounts of the population, and the standard deviation of the errors that is expected.

    Raises ValueError unless 0 <= expected < tolerable and the deviation is positive.
    """
    if not 0 <= expected < tolerable:
        raise ValueError("the expected misstatement must be smaller than the tolerable one")
    if deviation <= 0:
        raise ValueError("the expected standard deviation of the errors must be positive")
    root = items * coefficient(confidence) * deviation / (tolerable - expected)
    return min(items, max(1, int((root * root).to_integral_value(rounding=ROUND_CEILING))))


def projection(
    errors: Sequence[Decimal], books: Sequence[Decimal], items: int, book_value: Decimal, confidence: Decimal,
    by: str,
) -> Projection:  # fmt: skip
    """Of the errors of one direction, item by item as `books`; `items` and `book_value` are the population's.

    Raises ZeroDivisionError by ratio where the sample's book value is zero, ValueError for fewer than two items.
    """
    n = len(errors)
    if n < 2:
        raise ValueError("fewer than two items were tested")
    total = sum(errors, Decimal(0))
    if by == "ratio":
        ratio = total / sum(books, Decimal(0))
        projected = book_value * ratio
        spread = [e - ratio * b for e, b in zip(errors, books, strict=True)]
    else:
        projected, spread = items * total / n, list(errors)
    mean = sum(spread, Decimal(0)) / n
    deviation = (sum(((q - mean) ** 2 for q in spread), Decimal(0)) / (n - 1)).sqrt()
    precision = items * coefficient(confidence) * deviation / Decimal(n).sqrt()
    return Projection(projected, deviation, precision)
