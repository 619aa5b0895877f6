"""Monetary unit sampling: how many items to test, and how far the errors found may reach."""

from __future__ import annotations

import math
from decimal import ROUND_DOWN, Decimal

from collabdesk.domain.rules import Rule

_AICPA = "AICPA Audit Guide, Audit Sampling, appendix C; Poisson"
SIZE = Rule("mus.size", "AICPA-C", "Sample size", "smallest n with P(1 + EM n, TM n) >= confidence", "count", _AICPA)
LIMIT = Rule(
    "mus.uml",
    "AICPA-C",
    "Upper misstatement limit",
    "SI R0 + sum of t_i SI (R_i - R_i-1), taintings descending, + errors of the certainty stratum",
    "money",
    _AICPA,
)
RULES = (SIZE, LIMIT)
_LARGEST = 10_000_000


def sample_size(confidence: Decimal, tolerable: Decimal, expected: Decimal) -> int:
    """The smallest number of items; shares of the book value. Raises ValueError unless 0 <= expected < tolerable."""
    if not 0 <= expected < tolerable <= 1:
        raise ValueError("the expected misstatement must be smaller than the tolerable one")
    low, high = 0, 1
    while not _suffices(high, confidence, tolerable, expected):
        low, high = high, high * 2
        if high > _LARGEST:
            raise ValueError("the expected misstatement is too close to the tolerable one")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _suffices(middle, confidence, tolerable, expected) else (middle, high)
    return high


def _suffices(n: int, confidence: Decimal, tolerable: Decimal, expected: Decimal) -> bool:
    return _gamma(float(1 + expected * n), float(tolerable * n)) >= float(confidence) - 1e-12


def sampling_interval(book_value: Decimal, n: int) -> Decimal:
    """Book value / n, rounded down to the whole unit."""
    return (book_value / n).quantize(Decimal(1), rounding=ROUND_DOWN)


def factors(confidence: Decimal, errors: int) -> list[Decimal]:
    """The Poisson factors R0 … R_errors at this confidence, to eight places."""
    return [_factor(float(confidence), i) for i in range(errors + 1)]


def _factor(confidence: float, errors: int) -> Decimal:
    low, high = 0.0, 10.0 + 3.0 * errors + 10.0 * math.sqrt(errors + 1)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _gamma(errors + 1, middle) < confidence else (low, middle)
    return Decimal(str(round(high, 8)))


def _gamma(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(shape, x)."""
    if x <= 0:
        return 0.0
    scale = math.exp(-x + shape * math.log(x) - math.lgamma(shape))
    return _series(shape, x) * scale if x < shape + 1 else 1.0 - _fraction(shape, x) * scale


def _series(shape: float, x: float) -> float:
    term = total = 1.0 / shape
    for n in range(1, 100_000):
        term *= x / (shape + n)
        total += term
        if term < total * 1e-16:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """Lentz's continued fraction of Q(shape, x), without its scale."""
    tiny = 1e-300
    b = x + 1.0 - shape
    c, d = 1.0 / tiny, 1.0 / b
    h = d
    for n in range(1, 100_000):
        a = -n * (n - shape)
        b += 2.0
        d = 1.0 / (a * d + b or tiny)
        c = b + a / c or tiny
        h *= d * c
        if abs(d * c - 1.0) < 1e-15:
            break
    return h
