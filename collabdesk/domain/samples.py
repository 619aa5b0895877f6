"""A sample that an audit drew: everything that it takes to draw the same one again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from collabdesk.domain.dates import IsoDate
from collabdesk.domain.records import Record

METHODS = ("monetary_unit", "random")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Record):
    """`method` is one of METHODS. `population` says in words what was sampled and `restriction` is JSON: the same, as
    the program reads it. `order` names the order of the population, `population_sha256` is the digest over its lines
    in that order. `random_start` and `interval` are of monetary-unit sampling; `confidence`, `tolerable` and
    `expected` are shares. `size` is the number of selections asked for; `excluded` says what was left out, and why.
    Nothing asks for `conclusion`: what a sample shows is computed, and what an auditor concludes stands with the
    objective.
    """

    audit_id: int | None = None
    project_id: int | None = None
    code: str = ""
    title: str = ""
    method: str = ""
    population: str = ""
    restriction: str = ""
    order: str = ""
    currency: str = ""
    seed: str = ""
    random_start: Decimal | None = None
    interval: Decimal | None = None
    book_value: Decimal | None = None
    population_count: int = 0
    population_sha256: str = ""
    size: int = 0
    confidence: Decimal | None = None
    tolerable: Decimal | None = None
    expected: Decimal | None = None
    drawn_on: IsoDate | None = None
    excluded: str = ""
    conclusion: str = ""
