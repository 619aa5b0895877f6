"""The evaluation of a sample as figures that trace, and what a finding takes over from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.sample_terms import Restriction
from collabdesk.domain.samples import Sample
from collabdesk.usecases import provenance, reports, restatements, sampling
from collabdesk.usecases.figures import figures, find
from collabdesk.usecases.sampling.planning import Design
from collabdesk.usecases.workspace import Workspace

D = Decimal
DAY = date(2025, 12, 31)


@pytest.fixture
def sample(books: Workspace) -> Sample:
    design = Design(tolerable=D("0.5"), expected=D(0))
    return sampling.draw(books, 1, design=design, restriction=Restriction(currency="EUR"), seed="7")


def tested(books: Workspace, sample: Sample, **audited: str) -> None:
    """Everything is right but what is given by its reference."""
    with books.changing("Test") as step:
        for item in sampling.items(books, sample):
            step.update(replace(item, audited=D(audited.get(item.reference, item.book))))


def of_sample(books: Workspace, as_of: date = DAY) -> dict[str, object]:
    return {f.id: f for f in figures(books, "P1", as_of) if f.group == "sampling"}


def test_until_all_is_tested_amounts_are_not_available(books: Workspace, sample: Sample) -> None:
    found = of_sample(books)
    assert found["F1-sample-s1-items"].value == len(sampling.items(books, sample))
    assert found["F1-sample-s1-over-limit"].value is None
    assert "not tested yet" in found["F1-sample-s1-over-limit"].note
    assert sampling.projection(books, sample) is None


def test_the_evaluation_is_what_one_reckons_by_hand(books: Workspace, sample: Sample) -> None:
    tested(books, sample, C10="14000", **{error_item(books, sample): "0"})
    found = of_sample(books)
    interval = sample.interval
    assert found["F1-sample-s1-over-certain"].value == 1000
    assert found["F1-sample-s1-over-projected"].value == interval + 1000
    r0, r1 = D("2.99573227"), D("4.74386452")
    assert found["F1-sample-s1-over-precision"].value == round(interval * r0, 4)
    assert found["F1-sample-s1-over-allowance"].value == round(interval * (r1 - r0 - 1), 4)
    assert found["F1-sample-s1-over-limit"].value == round(interval * r1 + 1000, 4)
    assert found["F1-sample-s1-under-limit"].value == round(interval * r0, 4)
    assert found["F1-sample-s1-tolerable"].value == sample.book_value / 2


def error_item(books: Workspace, sample: Sample) -> str:
    return next(i.reference for i in sampling.items(books, sample) if not i.is_certain)


def test_a_finding_may_take_over_what_was_found_and_projected(books: Workspace, sample: Sample) -> None:
    tested(books, sample, C10="14000")
    offer = sampling.projection(books, sample)
    assert (offer.known, offer.likely, offer.currency) == (1000, 1000, "EUR")
    assert all(find(books, code, DAY) is not None for code in offer.figures.split())


def test_the_figures_lead_to_the_items_and_to_the_costs(books: Workspace, sample: Sample) -> None:
    tested(books, sample, C10="14000")
    figure = find(books, "F1-sample-s1-over-limit", DAY)
    traced = provenance.trace(books, figure)
    drawn = sampling.items(books, sample)
    assert sorted({(c.noun, c.field) for c in traced.cells}) == [("cost", "expended"), ("sample_item", "audited")]
    assert {c.id for c in traced.cells if c.noun == "cost"} == {i.cost_id for i in drawn}


def test_figures_of_a_day_before_the_audit_know_nothing_of_the_sample(books: Workspace, sample: Sample) -> None:
    assert not of_sample(books, date(2025, 12, 30))


def test_a_signed_report_hears_of_an_item_that_was_tested_again(
    books: Workspace, sample: Sample, tmp_path: Path
) -> None:
    tested(books, sample)
    report = reports.issue(books, project_code="P1", as_of=DAY, path=tmp_path / "a.pdf")
    reports.review(books, report.code, by="Bo")
    reports.sign(books, report.code, by="Ada")
    item = sampling.items(books, sample)[0]
    with books.changing("Test again") as step:
        step.update(replace(item, audited=item.book - 1))
    restatements.notice(books)
    found = {r.figure: (r.old, r.new) for r in restatements.of_report(books, report)}
    assert found["F1-sample-s1-over-known"] == ("0 EUR", "1 EUR")
