"""Monetary unit sampling: what the errors found say of the whole population, each direction by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rules import Rule
from collabdesk.measures.mus import factors

_AICPA = "AICPA Audit Guide, Audit Sampling, appendix C; Poisson"


def _rule(name: str, label: str, formula: str) -> Rule:
    return Rule(name, "AICPA-C", label, formula, "money", _AICPA)


CERTAIN = _rule(
    "mus.certain", "Errors of the certainty stratum", "sum of |book - audited| of items >= SI, at face value"
)
PROJECTED = _rule(
    "mus.projected",
    "Projected misstatement",
    "sum of t_i SI, t = |book - audited| / book, + errors of the certainty stratum",
)
PRECISION = _rule("mus.precision", "Basic precision", "SI R0; 0 where every item was tested")
ALLOWANCE = _rule(
    "mus.allowance",
    "Incremental allowance",
    "sum of t_i SI (R_i - R_i-1 - 1), taintings descending; 0 where all is tested",
)
RULES = (CERTAIN, PROJECTED, PRECISION, ALLOWANCE)
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class AuditedItem:
    """An item of the sample with its recorded and its audited amount."""

    book: Decimal
    audited: Decimal
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """The over- or the understatements. `known` are the errors found at face value, `certain` those of them in the
    certainty stratum; `limit` = `projected` + `precision` + `allowance`. Taintings are in descending order.
    """

    errors: int
    known: Decimal
    certain: Decimal
    projected: Decimal
    precision: Decimal
    allowance: Decimal
    taintings: tuple[Decimal, ...] = ()

    @property
    def limit(self) -> Decimal:
        return self.projected + self.precision + self.allowance


def overstatement(item: AuditedItem) -> Decimal:
    """By how much the books state more than was found; 0 where they do not."""
    return max(item.book - item.audited, _NONE)


def understatement(item: AuditedItem) -> Decimal:
    """By how much the books state less than was found; 0 where they do not."""
    return max(item.audited - item.book, _NONE)


def over_and_under(
    items: Sequence[AuditedItem], interval: Decimal, confidence: Decimal, *, is_whole: bool = False
) -> tuple[Side, Side]:
    """The overstatements and the understatements, never netted.

    Every item has a positive book value. `is_whole` says that the whole population was tested: then errors stand at
    face value and nothing is left to be projected or allowed for.
    """
    return (
        _side([(i, overstatement(i)) for i in items], interval, confidence, is_whole=is_whole),
        _side([(i, understatement(i)) for i in items], interval, confidence, is_whole=is_whole),
    )


def _side(
    found: Sequence[tuple[AuditedItem, Decimal]], interval: Decimal, confidence: Decimal, *, is_whole: bool
) -> Side:
    wrong = [(item, error) for item, error in found if error]
    known = sum((error for _, error in wrong), _NONE)
    certain = sum((error for item, error in wrong if item.is_certain), _NONE)
    if is_whole:
        return Side(len(wrong), known, certain, known, _NONE, _NONE)
    taintings = sorted((error / item.book for item, error in wrong if not item.is_certain), reverse=True)
    r = factors(confidence, len(taintings))
    projected = sum((t * interval for t in taintings), _NONE)
    allowance = sum((t * interval * (r[i] - r[i - 1] - 1) for i, t in enumerate(taintings, start=1)), _NONE)
    return Side(len(wrong), known, certain, projected + certain, interval * r[0], allowance, tuple(taintings))
