"""What a sample keeps as JSON, read back: what was sampled, what was left out and why, how errors are projected."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from collabdesk.domain.dates import in_words
from collabdesk.domain.samples import Sample
from collabdesk.domain.told import day_words, in_a_row, told

LISTED = 200
"""Left-out items that a sample names one by one; their number and their sum are of all of them."""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Which cost items of the project a population is of; all of them where nothing is said. `until` is the day of the
    audit: what is dated later was not known.

    `projection` and `fewest_errors` are of a random sample: how its errors are projected (`ratio`, `mean`), and how
    few of one direction give no limit; `deviation` is the spread that the size was computed with.
    """

    currency: str = ""
    partners: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    period: str = ""
    until: str = ""
    projection: str = "ratio"
    fewest_errors: int = 0
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Items that could not be drawn: `why` is zero, negative, no_amount or later. `items` are [reference, source,
    amount] of the first of them."""

    why: str
    count: int
    total: Decimal
    items: tuple[tuple[str, str, str], ...] = ()


_WHY = {
    "zero": told("a book value of zero, of which no unit can be drawn"),
    "negative": told("a negative book value, to be tested apart"),
    "no_amount": told("no amount spent is stated"),
    "later": told("dated after the day of the audit"),
}


def restriction(sample: Sample) -> Restriction:
    """What the sample was drawn from."""
    said = json.loads(sample.restriction or "{}")
    known: dict[str, Any] = {name: said[name] for name in Restriction.__dataclass_fields__ if name in said}
    settled: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in known.items()}
    return Restriction(**settled)


def kept(what: Restriction) -> str:
    """The restriction as a sample keeps it: what says nothing is not written."""
    said = {name: value for name, value in asdict(what).items() if value}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def left_out(sample: Sample) -> tuple[LeftOut, ...]:
    """What could not be drawn."""
    return tuple(
        LeftOut(o["why"], o["count"], Decimal(o["total"]), tuple((i[0], i[1], i[2]) for i in o["items"]))
        for o in json.loads(sample.excluded or "[]")
    )


def kept_left_out(found: tuple[LeftOut, ...]) -> str:
    """What could not be drawn, as a sample keeps it."""
    return json.dumps([{**asdict(o), "total": f"{o.total:f}"} for o in found], ensure_ascii=False) if found else ""


def why_words(why: str) -> str:
    """The reason in words."""
    return _WHY[why]


def population_words(what: Restriction, project: str) -> str:
    """The population in a sentence's worth of words."""
    parts = [told("cost items of {project} in {currency}", project=project, currency=what.currency)]
    if what.period:
        parts.append(told("reporting period {code}", code=what.period))
    if what.start:
        parts.append(told("from {day}", day=_day(what.start)))
    if what.end:
        parts.append(told("to {day}", day=_day(what.end)))
    if what.partners:
        parts.append(told("of {partners}", partners=in_a_row(what.partners, ", ")))
    if what.categories:
        parts.append(told("in the categories {categories}", categories=in_a_row(what.categories, ", ")))
    if what.until:
        parts.append(told("as known by {day}", day=_day(what.until)))
    return in_a_row(parts, ", ")


def _day(iso: str) -> str:
    return day_words(in_words(iso), iso)
