"""Pledges beyond the sums: what is short and late, credit events, assessments with arrears, and match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collabdesk.domain.figures import Figure
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, detail_table, figure_table, with_unit

_CREDIT = told(
    "Of a contribution with credit events the larger counts: what is recorded as received, or what they credit."
)
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
    inputs = (("promised and due", told("Promised and due")), ("received of that", told("Received")))
    yield from _tables(
        told("Past due by partner"), _of(figures, "contribution.shortfall"), told("Partner"), inputs, told("Past due")
    )
    late = _of(figures, "contribution.late-days")
    if late:
        inputs = (("came late by at most", told("Came late by")), ("missing since", told("Missing for")))
        yield detail_table("Days late by partner", late, "Partner", inputs, "", "At most")


def _credits(figures: Sequence[Figure]) -> Iterator[Block]:
    if figures:
        yield figure_table("Contributions credited by events", [f for f in figures if not f.detail])
        each = [f for f in figures if f.detail]
        yield from _tables(
            told("Credited by partner"),
            each,
            told("Partner"),
            (("value of its events", told("Value")),),
            told("Credited"),
        )
        yield say(t(_CREDIT), "note")


def _assessments(figures: Sequence[Figure]) -> Iterator[Block]:
    running = _of(figures, "assessment.arrears-running")
    whole = [*_of(figures, "assessment.scale-sum"), *_of(figures, "total.sum"), *(f for f in running if not f.detail)]
    if whole:
        yield figure_table("Assessed contributions", whole)
    yield from _tables(told("Arrears by member"), [f for f in running if f.detail], told("Member"), (), told("In all"))
    inputs = (("assessed", told("Assessed")), ("received", told("Received")))
    yield from _tables(
        told("Arrears by year"), _of(figures, "assessment.arrears"), told("Member and year"), inputs, told("Arrears")
    )
    for caption, rule, title in (
        (told("Parts by the scale"), "assessment.part", told("Assessed")),
        (told("Scale of shares"), "assessment.share", told("Share")),
    ):
        yield from _tables(caption, _of(figures, rule), told("Member and year"), (), title)


def _of(figures: Sequence[Figure], rule: str) -> list[Figure]:
    return [f for f in figures if f.rule.split("@")[0] == rule]


def _tables(caption: str, figures: Sequence[Figure], of: str, inputs: _Inputs, result: str) -> Iterator[Block]:
    """One table for each currency or unit of account: two are never in one column."""
    for unit in dict.fromkeys(f.unit for f in figures):
        money = "" if unit == "ratio" else unit
        its = [f for f in figures if f.unit == unit]
        yield detail_table(with_unit(caption, money), its, of, inputs, money, result)


SECTION = Section("pledges", "Pledges, credits, assessments and match", _compose, level=2)
