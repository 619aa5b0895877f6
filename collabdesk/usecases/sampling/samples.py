"""Samples: drawn and kept as one step of undo, found again with their items, evaluated."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import IsoDate, today
from collabdesk.domain.problems import Refused
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.sample_terms import Restriction, kept, kept_left_out, population_words
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import MONETARY_UNIT, Evaluation
from collabdesk.measures.sample_evaluation import evaluate as evaluated
from collabdesk.usecases.sampling import drawing, lines
from collabdesk.usecases.sampling.planning import Design, planned, usual
from collabdesk.usecases.sampling.population import Population, audit_of, population
from collabdesk.usecases.workspace import Act, Workspace

_OPEN = frozenset({"planned", "fieldwork", "draft", "response"})
_LONGEST_SEED = 64


def draw(
    workspace: Workspace,
    audit: Audit | int,
    *,
    design: Design | None = None,
    restriction: Restriction | None = None,
    seed: str = "",
    title: str = "",
    project: str = "",
    found: Population | None = None,
) -> Sample:
    """Draw a sample of the audit and keep it with its items and its population's file, as one step of undo.

    The seed is the given one, or is made and recorded. `found` is the population where it was looked at just before.
    Refused where nothing can be drawn so, or once the audit is final.
    """
    audit = audit_of(workspace, audit)
    refuse_when_final(audit)
    design = (design or Design()).with_usual()
    people = found or population(workspace, audit, restriction or Restriction(), design.method, project)
    plan = planned(people, design)
    seed = _seed(seed)
    sha256 = lines.digest(people.file)
    books = [line.book for line in people.lines]
    start = None
    if design.method == MONETARY_UNIT:
        assert plan.interval is not None
        start = drawing.random_start(seed, sha256, plan.interval)
        hits = drawing.by_units(books, plan.interval, start)
    else:
        hits = drawing.at_random(len(books), plan.size, seed, sha256)
    what = replace(
        people.restriction,
        projection="" if design.method == MONETARY_UNIT else design.projection,
        fewest_errors=0 if design.method == MONETARY_UNIT else int(usual("fewest_errors")),
        deviation="" if design.deviation is None else f"{design.deviation:f}",
    )
    name = people.project.acronym or people.project.code or people.project.title
    with workspace.changing("Draw a sample", Act.AUDIT) as step:
        code = _next_code(workspace)
        step.keep_file(f"population-{code}.csv", people.file)
        sample = Sample(
            audit_id=audit.id, project_id=people.project.id, code=code, title=title.strip(), method=design.method,
            population=str(population_words(what, name)), restriction=kept(what), order=str(lines.ORDER),
            currency=what.currency, seed=seed, random_start=start, interval=plan.interval,
            book_value=people.book_value, population_count=len(people.lines), population_sha256=sha256,
            size=plan.size, confidence=design.confidence, tolerable=design.tolerable, expected=design.expected,
            drawn_on=IsoDate(today().isoformat()), excluded=kept_left_out(people.left_out),
        )  # fmt: skip
        sample = cast("Sample", step.add(sample))
        step.add_many([_item(sample, people.lines[h.position - 1], h) for h in sorted(hits, key=lambda h: h.position)])
    return sample


def refuse_when_final(audit: Audit) -> None:
    """What was tested stands once the audit is final."""
    if audit.status not in _OPEN:
        raise Refused(f"The audit {audit.title!r} is {audit.status.replace('_', ' ')}: its samples stand.", "settled")


def _seed(given: str) -> str:
    if not given:
        return secrets.token_hex(8)
    if len(given) > _LONGEST_SEED or not (given.isascii() and given.isprintable()):
        raise Refused(f"A seed is at most {_LONGEST_SEED} plain characters, as 20260630.", "bad-seed")
    return given


def _next_code(workspace: Workspace) -> str:
    used = [int(s.code[1:]) for s in cast("list[Sample]", workspace.find("sample")) if s.code[1:].isdigit()]
    return f"S{max(used, default=0) + 1}"


def _item(sample: Sample, line: lines.Line, hit: drawing.Hit) -> SampleItem:
    return SampleItem(
        sample_id=sample.id,
        cost_id=line.item,
        position=hit.position,
        reference=", ".join(part for part in (line.reference, line.source) if part),
        description=line.description,
        partner=line.partner,
        book=line.book,
        currency=line.currency,
        hits=hit.hits,
        is_certain=hit.is_certain,
    )


def samples_of(workspace: Workspace, audit: Audit | int) -> list[Sample]:
    """The samples of an audit, in the order in which they were drawn."""
    number = audit if isinstance(audit, int) else audit.id
    return cast("list[Sample]", workspace.find("sample", audit_id=number))


def sample_called(workspace: Workspace, code: str) -> Sample:
    """The sample with this code (`S1`). Refused where there is none."""
    found = workspace.find("sample", code=code.strip().upper())
    if not found:
        known = ", ".join(s.code for s in cast("list[Sample]", workspace.find("sample")))
        raise Refused(f"There is no sample {code}. {f'There are: {known}.' if known else 'None was drawn.'}", "gone")
    return cast("Sample", found[0])


def items(workspace: Workspace, sample: Sample | int) -> list[SampleItem]:
    """The items of a sample in the order of the population."""
    number = sample if isinstance(sample, int) else sample.id
    found = cast("list[SampleItem]", workspace.find("sample_item", sample_id=number))
    return sorted(found, key=lambda i: i.position)


def evaluate(workspace: Workspace, sample: Sample) -> Evaluation:
    """What the sample says of its population; amounts are n/a, with the reason, until every item is tested."""
    return evaluated(sample, items(workspace, sample))


@dataclass(frozen=True, slots=True)
class Offer:
    """What a finding may take over from a sample: overstatements as `known` and `likely` questioned cost."""

    known: Decimal
    likely: Decimal
    currency: str
    figures: str


def projection(workspace: Workspace, sample: Sample) -> Offer | None:
    """The overstatement found and projected, for a finding that rests on the sample; None until it can be computed."""
    from collabdesk.usecases.figure_groups.sampling import figure_ids

    over = evaluate(workspace, sample).over
    if over.known.value is None or over.projected.value is None:
        return None
    return Offer(over.known.value, over.projected.value, sample.currency, " ".join(figure_ids(sample)))


def population_file(workspace: Workspace, sample: Sample) -> bytes:
    """The population as it was when the sample was drawn: a csv, whose SHA-256 the sample carries."""
    return workspace.file_bytes(sample.population_sha256)


def drift(workspace: Workspace, drawn: Sequence[SampleItem]) -> list[SampleItem]:
    """The items whose book value is not any more what was drawn, or that are gone."""
    now = workspace.kept_columns("cost", ("expended",), id=[i.cost_id for i in drawn if i.cost_id])
    scale = Decimal(10_000)
    books = {n: None if v is None else Decimal(v) / scale for n, v in zip(now["id"], now["expended"], strict=True)}
    return [item for item in drawn if books.get(item.cost_id) != item.book]


def discard(workspace: Workspace, sample: Sample) -> None:
    """Take a sample back as long as nothing was tested; what was tested is evidence and stays."""
    drawn = items(workspace, sample)
    refuse_when_final(audit_of(workspace, sample.audit_id or 0))
    if any(item.audited is not None for item in drawn):
        raise Refused(f"Items of sample {sample.code} were tested already: it stays on record.", "tested")
    with workspace.changing(f"Discard sample {sample.code}", Act.AUDIT) as step:
        for item in reversed(drawn):
            step.delete(item)
        step.delete(sample)
