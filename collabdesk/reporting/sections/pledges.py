"""Pledges beyond the sums: what is short and late, credit events, assessments with arrears, and match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, detail_table, figure_table, with_unit

_CREDIT = "Of a contribution with credit events the larger counts: what is recorded as received, or what they credit."
_Inputs = Sequence[tuple[str, str]]


def _compose(data: ReportData) -> Iterator[Block]:
    yield from _pledges(data.of("pledges"))
    yield from _credits(data.of("credits"))
    yield from _assessments(data.of("assessments"))
    if data.of("match"):
        yield figure_table("Match", data.of("match"))


def _pledges(figures: Sequence[Figure]) -> Iterator[Block]:
    whole = [f for f in figures if not f.detail]
    if whole:
        yield figure_table("Contributions in the project's currency", whole)
    inputs = (("promised and due", "Promised and due"), ("received of that", "Received"))
    yield from _tables("Past due by partner", _of(figures, "contribution.shortfall"), "Partner", inputs, "Past due")
    late = _of(figures, "contribution.late-days")
    if late:
        inputs = (("came late by at most", "Came late by"), ("missing since", "Missing for"))
        yield detail_table("Days late by partner", late, "Partner", inputs, "", "At most")


def _credits(figures: Sequence[Figure]) -> Iterator[Block]:
    if figures:
        yield figure_table("Contributions credited by events", [f for f in figures if not f.detail])
        each = [f for f in figures if f.detail]
        yield from _tables("Credited by partner", each, "Partner", (("value of its events", "Value"),), "Credited")
        yield say(_CREDIT, "note")


def _assessments(figures: Sequence[Figure]) -> Iterator[Block]:
    running = _of(figures, "assessment.arrears-running")
    whole = [*_of(figures, "assessment.scale-sum"), *_of(figures, "total.sum"), *(f for f in running if not f.detail)]
    if whole:
        yield figure_table("Assessed contributions", whole)
    yield from _tables("Arrears by member", [f for f in running if f.detail], "Member", (), "In all")
    inputs = (("assessed", "Assessed"), ("received", "Received"))
    yield from _tables("Arrears by year", _of(figures, "assessment.arrears"), "Member and year", inputs, "Arrears")
    for caption, rule, title in (
        ("Parts by the scale", "assessment.part", "Assessed"),
        ("Scale of shares", "assessment.share", "Share"),
    ):
        yield from _tables(caption, _of(figures, rule), "Member and year", (), title)


def _of(figures: Sequence[Figure], rule: str) -> list[Figure]:
    return [f for f in figures if f.rule.split("@")[0] == rule]


def _tables(caption: str, figures: Sequence[Figure], of: str, inputs: _Inputs, result: str) -> Iterator[Block]:
    """One table for each currency or unit of account: two are never in one column."""
    for unit in dict.fromkeys(f.unit for f in figures):
        money = "" if unit == "ratio" else unit
        its = [f for f in figures if f.unit == unit]
        yield detail_table(with_unit(caption, money), its, of, inputs, money, result)


SECTION = Section("pledges", "Pledges, credits, assessments and match", _compose, level=2)
