"""Samples and their evaluations as text for people and as JSON: exact amounts as strings, n/a as null and a note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from collabdesk.cli.command import say, say_table
from collabdesk.domain.rules import Outcome, plain, rounded
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import LeftOut, left_out, restriction
from collabdesk.domain.samples import Sample
from collabdesk.usecases.sampling import Direction, Evaluation, Planned, Population

_PARTS = (
    ("known", "errors found"),
    ("certain", "of the certainty stratum"),
    ("projected", "projected misstatement"),
    ("precision", "precision"),
    ("allowance", "incremental allowance"),
    ("limit", "upper limit"),
)
_VERDICTS = {True: "accepted", False: "not accepted", None: "n/a"}


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else f"{plain(value):f}"


def population_document(found: Population, plan: Planned) -> dict[str, Any]:
    """A plan before it is drawn."""
    return {
        "items": len(found.lines),
        "book_value": _exact(found.book_value),
        "currency": found.restriction.currency,
        "left_out": _left_out(found.left_out),
        "size": plan.size,
        "interval": _exact(plan.interval),
        "certain": plan.certain,
        "tolerable": _exact(plan.tolerable),
        "expected": _exact(plan.expected),
    }


def sample_document(sample: Sample, items: Iterable[SampleItem]) -> dict[str, Any]:
    """A sample: everything that it takes to draw it again, and its items."""
    return {
        "code": sample.code,
        "audit": sample.audit_id,
        "title": sample.title,
        "method": sample.method,
        "population": sample.population,
        "population_items": sample.population_count,
        "population_sha256": sample.population_sha256,
        "order": sample.order,
        "book_value": _exact(sample.book_value),
        "currency": sample.currency,
        "seed": sample.seed,
        "random_start": _exact(sample.random_start),
        "interval": _exact(sample.interval),
        "size": sample.size,
        "confidence": _exact(sample.confidence),
        "tolerable": _exact(sample.tolerable),
        "expected": _exact(sample.expected),
        "projection": restriction(sample).projection if sample.interval is None else None,
        "drawn_on": sample.drawn_on,
        "left_out": _left_out(left_out(sample)),
        "items": [
            {
                "item": i.cost_id, "position": i.position, "reference": i.reference, "description": i.description,
                "partner": i.partner, "book": _exact(i.book), "audited": _exact(i.audited), "currency": i.currency,
                "certain": bool(i.is_certain), "hits": i.hits, "explanation": i.explanation, "evidence": i.evidence,
                "finding": i.finding,
            }
            for i in items
        ],
    }  # fmt: skip


def _left_out(found: Sequence[LeftOut]) -> list[dict[str, Any]]:
    return [
        {"why": o.why, "items": o.count, "sum": _exact(o.total), "named": [list(i) for i in o.items]} for o in found
    ]  # fmt: skip


def evaluation_document(sample: Sample, found: Evaluation, moved: Sequence[SampleItem]) -> dict[str, Any]:
    """Every number of an evaluation."""
    return {
        "sample": sample.code,
        "items": found.items,
        "untested": found.untested,
        "currency": sample.currency,
        "tolerable": _value(found.tolerable),
        "overstatements": _direction(found.over),
        "understatements": _direction(found.under),
        "accepted": found.accepted,
        "remarks": list(found.remarks),
        "changed_since": [i.cost_id for i in moved],
    }


def _value(outcome: Outcome) -> str | None:
    return None if outcome.value is None else f"{rounded(outcome.value, 'EUR'):f}"


def _direction(found: Direction) -> dict[str, Any]:
    told: dict[str, Any] = {"errors": found.errors}
    for part, _ in _PARTS:
        outcome = getattr(found, part)
        if outcome is not None:
            told[part] = _value(outcome)
    told["taintings"] = [f"{t:.6f}" for t in found.taintings]
    told["accepted"] = found.accepted
    told["note"] = found.limit.reason
    return told


def say_evaluation(sample: Sample, found: Evaluation, moved: Sequence[SampleItem]) -> None:
    """The evaluation for people, over- and understatements beside each other."""
    rows: list[tuple[str, str, str]] = [("errors", str(found.over.errors), str(found.under.errors))]
    for part, words in _PARTS:
        over, under = getattr(found.over, part), getattr(found.under, part)
        if over is not None:
            rows.append((f"{words}, {sample.currency}", _shown(over), _shown(under)))
    rows.append(("verdict", _VERDICTS[found.over.accepted], _VERDICTS[found.under.accepted]))
    say_table(rows, (f"sample {sample.code}", "overstatements", "understatements"), right=(1, 2))
    say(f"Tolerable: {_shown(found.tolerable)} {sample.currency}.")
    reasons = dict.fromkeys(r for d in (found.over, found.under) for r in (d.limit.reason,) if r)
    for text in (*(f"n/a: {reason}." for reason in reasons), *found.remarks):
        say(text)
    if moved:
        say(f"The book value of {len(moved)} items is not any more what was drawn.")


def _shown(outcome: Outcome) -> str:
    if outcome.value is None:
        return "n/a"
    return f"{outcome.value.quantize(Decimal('0.01'), rounding=ROUND_HALF_UP):,f}"
