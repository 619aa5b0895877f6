"""The evaluation of a drawn sample: each number that can be computed, the reason for each that cannot, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.rule_sources import own
from collabdesk.domain.rules import Outcome
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import restriction
from collabdesk.domain.samples import Sample
from collabdesk.domain.told import counted_words, told
from collabdesk.measures import mus_evaluation, random_sampling
from collabdesk.measures.mus_evaluation import AuditedItem, Side

BOOK = own("sample.book", "Book value of the population", "sum of the amounts spent of all items that can be drawn")
ITEMS = own("sample.items", "Items of the sample", "items drawn, each once", "count")
TOLERABLE = own("sample.tolerable", "Tolerable misstatement", "tolerable share x book value of the population")
KNOWN = own("sample.known", "Errors found", "sum of |book - audited| of the items tested, of one direction")
RULES = (BOOK, ITEMS, TOLERABLE, KNOWN)
MONETARY_UNIT, RANDOM = "monetary_unit", "random"


@dataclass(frozen=True, slots=True)
class Direction:
    """Over- or understatements. `accepted` says that the upper limit is not above what is tolerable; None: no limit,
    and what is projected is not above it either.

    `allowance` and `certain` belong to monetary-unit sampling; None elsewhere.
    """

    errors: int
    known: Outcome
    projected: Outcome
    precision: Outcome
    limit: Outcome
    certain: Outcome | None = None
    allowance: Outcome | None = None
    taintings: tuple[Decimal, ...] = ()
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`untested` items leave every amount n/a; `remarks` are sentences that limit what the numbers say."""

    items: int
    untested: int
    tolerable: Outcome
    over: Direction
    under: Direction
    remarks: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool | None:
        """Whether both limits are within what is tolerable; None where one of them cannot be computed."""
        verdicts = (self.over.accepted, self.under.accepted)
        if False in verdicts:
            return False
        return None if None in verdicts else True


def evaluate(sample: Sample, items: Sequence[SampleItem]) -> Evaluation:
    """What the tested items say of the population; every amount is n/a until all are tested."""
    tolerable = _tolerable(sample)
    tested = [
        AuditedItem(i.book or Decimal(0), i.audited, bool(i.is_certain)) for i in items if i.audited is not None
    ]  # fmt: skip
    untested = len(items) - len(tested)
    if untested or not items:
        left = counted_words(untested, "{n} item", "{n} items")
        why = told("of the sample {items} not tested yet", items=left) if items else told("the sample has no items")
        waiting = _waiting(tested, why, is_mus=sample.method == MONETARY_UNIT)
        return Evaluation(len(items), untested, tolerable, *waiting)
    is_whole = len(items) == sample.population_count
    if sample.method == MONETARY_UNIT:
        sides = mus_evaluation.over_and_under(
            tested, sample.interval or Decimal(0), sample.confidence or Decimal(0), is_whole=is_whole
        )
        over, under = (_of_units(side, tolerable) for side in sides)
        return Evaluation(len(items), 0, tolerable, over, under, tuple(_remarks(sides, is_whole=is_whole)))
    over, under = (_of_items(sample, tested, tolerable, over=o, is_whole=is_whole) for o in (True, False))
    remarks = (_EVERY,) if is_whole else ()
    return Evaluation(len(items), 0, tolerable, over, under, remarks)


_EVERY = told("Every item of the population was tested: the errors stand at face value, nothing is projected.")


def _tolerable(sample: Sample) -> Outcome:
    if sample.tolerable is None or sample.book_value is None:
        return Outcome(None, told("no tolerable misstatement is recorded"))
    if sample.book_value <= 0:
        return Outcome(None, told("the book value of the population is not positive: no share of it is tolerable"))
    return Outcome(sample.tolerable * sample.book_value)


def _waiting(tested: Sequence[AuditedItem], why: str, *, is_mus: bool) -> tuple[Direction, Direction]:
    none = Outcome(None, why)
    more = none if is_mus else None
    over = sum(i.audited < i.book for i in tested)
    under = sum(i.audited > i.book for i in tested)
    return Direction(over, none, none, none, none, more, more), Direction(under, none, none, none, none, more, more)


def _of_units(side: Side, tolerable: Outcome) -> Direction:
    return Direction(
        side.errors,
        Outcome(side.known),
        Outcome(side.projected),
        Outcome(side.precision),
        Outcome(side.limit),
        Outcome(side.certain),
        Outcome(side.allowance),
        side.taintings,
        _within(side.limit, tolerable),
    )


def _remarks(sides: Sequence[Side], *, is_whole: bool) -> list[str]:
    found: list[str] = [_EVERY] if is_whole else []
    if any(t > 1 for side in sides for t in side.taintings):
        found.append(
            told(
                "An item is misstated by more than its book value. The basic precision takes errors that were not "
                "found for no larger than the book value of their item."
            )
        )
    return found


def _of_items(
    sample: Sample, tested: Sequence[AuditedItem], tolerable: Outcome, *, over: bool, is_whole: bool
) -> Direction:
    error_of = mus_evaluation.overstatement if over else mus_evaluation.understatement
    errors = [error_of(item) for item in tested]
    wrong = sum(e != 0 for e in errors)
    known = sum(errors, Decimal(0))
    if is_whole:
        zero = Outcome(Decimal(0))
        found = Outcome(known)
        return Direction(wrong, found, found, zero, found, accepted=_within(known, tolerable))
    settled = restriction(sample)
    try:
        result = random_sampling.projection(
            errors,
            [item.book for item in tested],
            sample.population_count,
            sample.book_value or Decimal(0),
            sample.confidence or Decimal(0),
            settled.projection,
        )
    except (ValueError, ZeroDivisionError, ArithmeticError):
        none = Outcome(None, told("the sample is too small, or its book value is zero"))
        return Direction(wrong, Outcome(known), none, none, none)
    if wrong < settled.fewest_errors:
        few = Outcome(
            None,
            told(
                "{errors} found; below {fewest} the spread of the errors says too little for a limit",
                errors=counted_words(wrong, "{n} error", "{n} errors"),
                fewest=settled.fewest_errors,
            ),
        )
        # What is projected alone may be more than is tolerable already; less of it says nothing without a limit.
        verdict = None if _within(result.projected, tolerable) is not False else False
        return Direction(wrong, Outcome(known), Outcome(result.projected), few, few, accepted=verdict)
    return Direction(
        wrong,
        Outcome(known),
        Outcome(result.projected),
        Outcome(result.precision),
        Outcome(result.limit),
        accepted=_within(result.limit, tolerable),
    )


def _within(limit: Decimal, tolerable: Outcome) -> bool | None:
    return None if tolerable.value is None else limit <= tolerable.value
