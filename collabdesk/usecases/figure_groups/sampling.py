"""Samples of audits: the population, what was tested, and what over- and understatements come to, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.sampling_facts import SampleFacts
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome, Rule, rounded
from collabdesk.domain.sample_terms import restriction
from collabdesk.domain.samples import Sample
from collabdesk.domain.told import told
from collabdesk.measures import mus, mus_evaluation, random_sampling
from collabdesk.measures import sample_evaluation as measures
from collabdesk.measures.sample_evaluation import MONETARY_UNIT, Direction
from collabdesk.measures.totals import counted
from collabdesk.usecases.figuring import Group, shown

_OVER, _UNDER = told("overstatements"), told("understatements")
_CITED = ("over-known", "over-projected", "over-limit")


def figure_ids(sample: Sample) -> list[str]:
    """The ids of the figures that a finding resting on the sample cites."""
    return [f"F{sample.project_id}-{slug(sample)}-{part}" for part in _CITED]


def slug(sample: Sample) -> str:
    """How the ids of a sample's figures begin, behind the project's number."""
    return f"sample-{sample.code.lower()}"


def _figures(facts: Facts) -> Iterator[Figure]:
    for known in facts.samples:
        yield from _of_sample(facts, known)


def _of_sample(facts: Facts, known: SampleFacts) -> Iterator[Figure]:
    sample, found = known.sample, known.evaluation
    make = partial(_figure, facts, sample)
    books = (Basis("cost", "expended", ids=tuple(i.cost_id for i in known.items if i.cost_id)),)
    audited = (Basis("sample_item", "audited", ids=tuple(i.id for i in known.items if i.id)),)
    drawn: dict[str, object] = {
        "method": sample.method,
        "seed": sample.seed,
        "population SHA-256": sample.population_sha256,
        "items of the population": sample.population_count,
    }
    if sample.interval is not None:
        drawn |= {"interval": sample.interval, "random start": sample.random_start}
    kept = (Basis("sample", "book_value", ids=(sample.id or 0,)),)
    yield make(measures.BOOK, "book", Outcome(sample.book_value), inputs=drawn, basis=kept)
    yield make(
        measures.ITEMS,
        "items",
        counted(found.items),
        inputs={"selections asked for": sample.size, "untested": found.untested},
        basis=books,
    )
    share = {"share": sample.tolerable, "book value": sample.book_value}
    yield make(measures.TOLERABLE, "tolerable", found.tolerable, inputs=share, basis=kept)
    for word, direction, name in (("over", found.over, _OVER), ("under", found.under, _UNDER)):
        settled: dict[str, object] = {"errors": direction.errors, "confidence": sample.confidence}
        if sample.interval is not None:
            settled["interval"] = sample.interval
        if direction.taintings:
            settled["taintings"] = ", ".join(f"{t:.4f}" for t in direction.taintings)
        for part, rule, outcome in _parts(sample, direction):
            yield make(rule, f"{word}-{part}", outcome, detail=name, inputs=settled, basis=(*books, *audited))


def _parts(sample: Sample, direction: Direction) -> Iterator[tuple[str, Rule, Outcome]]:
    yield "known", measures.KNOWN, direction.known
    if sample.method == MONETARY_UNIT:
        yield "certain", mus_evaluation.CERTAIN, direction.certain or direction.known
        yield "projected", mus_evaluation.PROJECTED, direction.projected
        yield "precision", mus_evaluation.PRECISION, direction.precision
        yield "allowance", mus_evaluation.ALLOWANCE, direction.allowance or direction.known
        yield "limit", mus.LIMIT, direction.limit
    else:
        by_mean = restriction(sample).projection == "mean"
        yield "projected", random_sampling.MEAN if by_mean else random_sampling.RATIO, direction.projected
        yield "precision", random_sampling.PRECISION, direction.precision
        yield "limit", random_sampling.LIMIT, direction.limit


def _figure(
    facts: Facts, sample: Sample, rule: Rule, part: str, outcome: Outcome, *, detail: str = "",
    inputs: Mapping[str, object], basis: tuple[Basis, ...],
) -> Figure:  # fmt: skip
    # A sample is of one currency, so that its figures' ids need not name it.
    of = told("sample {code}, {direction}", code=sample.code, direction=detail) if detail else told(
        "sample {code}", code=sample.code)  # fmt: skip
    unit = sample.currency if rule.unit == "money" else rule.unit
    return Figure(
        id=f"F{sample.project_id}-{slug(sample)}-{part}",
        label=rule.label,
        value=None if outcome.value is None else rounded(outcome.value, unit),
        unit=unit,
        rule=rule.code,
        inputs={name: shown(value) for name, value in inputs.items()},
        note=outcome.reason,
        project=facts.project.code if facts.project else None,
        group="sampling",
        detail=of,
        basis=basis,
    )


GROUP = Group("sampling", 95, _figures)
