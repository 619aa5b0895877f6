"""Summary: the answer first, with the headline figures and two charts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.domain.findings import SEVERITIES, Finding
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import told
from collabdesk.reporting.content import Block, Cite, Column, Paragraph, Span, Strong, Table, Text
from collabdesk.reporting.currencies import units_of
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section, chart, in_words, tiles, with_unit
from collabdesk.reporting.wording import amount, counted, day, joined, spoken, value_of

_HEADLINES = (
    "budget.absorption", "contribution.delivery", "milestone.punctuality", "deliverable.delivery",
    "indicator.reached", "concentration.hhi",
)  # fmt: skip
_BARS = 6
_OF_SEVERITY = {
    "high": told("{n} of high severity"), "medium": told("{n} of medium severity"), "low": told("{n} of low severity"),
}  # fmt: skip
_CURRENCIES = 3
_MEANINGS = {
    "budget.absorption": told("of the budget has been spent"),
    "contribution.delivery": told("of the pledged contributions has been received"),
    "milestone.punctuality": told("of the milestones due were reached on time"),
    "deliverable.delivery": told("of the deliverables due were handed in"),
}


def _compose(data: ReportData) -> Iterator[Block]:
    heads = _headlines(data)
    yield Paragraph(tuple(_lead(data, heads)), "lead")
    yield from tiles(heads)
    achieved = [f for f in heads if f.rule.split("@")[0] in _HEADLINES[2:5]]
    yield from chart("achievement", t("Plan and achievement as of {day}", day=day(data.as_of)), achieved, len(achieved))
    parts = data.by_rule("budget.absorption", detailed=True)[:_BARS]
    unit = next(iter(units_of(f for f in data.of("budget") if f.unit.isupper())), "")
    caption = with_unit("Budget and expenditure by category", unit)
    if len(parts) == _BARS:
        caption = t("{caption}, the largest", caption=caption)
    yield from chart("budget", caption, parts, len(parts))
    yield from _findings(data)


def _opening(data: ReportData) -> Iterator[Span]:
    """What the report is about, its name carrying the sentence."""
    mark = "\u2060"
    if data.project:
        sentence = t("This report states how {subject} performed as of {day}, from the records that its funders and "
                     "partners supplied.", subject=mark, day=day(data.as_of))  # fmt: skip
        name = data.subject
    else:
        sentence = t("This report states how the {subject} performed as of {day}, from the records that its funders "
                     "and partners supplied.", subject=mark, day=day(data.as_of))  # fmt: skip
        name = t("portfolio")
    before, _, after = sentence.partition(mark)
    yield from ((before, Strong(name)) if before else (Strong(name),))
    yield f"{after} "


def _headlines(data: ReportData) -> list[Figure]:
    found = []
    for rule in _HEADLINES:
        figures = data.by_rule(rule, detailed=None if rule == "concentration.hhi" else False)
        # In a portfolio of several currencies there is one figure for each; none of them speaks for the others.
        of_each = [f for f in figures if f.value is not None]
        found += of_each[:1] if rule == "concentration.hhi" else of_each[:_CURRENCIES]
    return found


def _lead(data: ReportData, heads: list[Figure]) -> Iterator[Span]:
    yield from _opening(data)
    meant = [(f, _MEANINGS[f.rule.split("@")[0]]) for f in heads if f.rule.split("@")[0] in _MEANINGS]
    units = units_of(f for f in data.figures if f.unit.isupper())
    for i, (figure, meaning) in enumerate(meant):
        yield Strong(value_of(figure))
        of = figure.id.rpartition("-")[2].upper()
        yield f" {t(meaning)}" + (f" ({_in(of)})" if of in units else "")
        yield Cite(figure.id)
        yield "; " if i < len(meant) - 1 else ". "
    if not heads:
        yield t("No performance figure can be computed from what is recorded; the limitations say why.")
        yield " "
    yield _counts(data)


def _in(currency: str) -> str:
    return in_words(currency) if currency == NO_CURRENCY else t("in {currency}", currency=currency)


def _counts(data: ReportData) -> str:
    by_severity = [(s, sum(1 for f in data.findings if f.severity == s)) for s in SEVERITIES]
    kinds = joined(t(_OF_SEVERITY[s], n=many) for s, many in by_severity if many)
    findings = counted(len(data.findings), "finding")
    if kinds:
        findings = t("{findings} ({kinds})", findings=findings, kinds=kinds)
    actions = counted(len(data.recommendations), "recommendation")
    return t("The audit makes {findings} and {recommendations}.", findings=findings, recommendations=actions)


def _findings(data: ReportData) -> Iterator[Block]:
    if not data.findings:
        return
    columns = [Column("Finding", 1.3), Column("Title", 5), Column("Severity", 1.1)]
    rows: list[tuple[Text, ...]] = [
        ((f.code,), (_title(data, f),), (spoken(f.severity) or "\u2013",)) for f in data.findings
    ]
    if any(f.questioned_known for f in data.findings):
        columns.append(Column("Questioned amount", 2, is_number=True))
        rows = [(*row, (_amount(f),)) for row, f in zip(rows, data.findings, strict=True)]
    yield Table("Findings at a glance", tuple(columns), tuple(rows), note=_questioned(data))


def _title(data: ReportData, finding: Finding) -> str:
    title = finding.title or finding.condition[:120]
    return ": ".join(w for w in (data.project_of(finding.project_id), title) if w)


def _amount(finding: Finding) -> str:
    return amount(finding.questioned_known, finding.currency) if finding.questioned_known else "\u2013"


def _questioned(data: ReportData) -> str:
    sums: dict[str, Decimal] = {}
    for f in data.findings:
        if f.questioned_known:
            sums[f.currency] = sums.get(f.currency, Decimal(0)) + f.questioned_known
    sum_of_each = joined(amount(value, currency) for currency, value in sorted(sums.items()))
    return t("Questioned in all: {amounts}.", amounts=sum_of_each) if sum_of_each else ""


SECTION = Section("summary", "Summary", _compose, starts_page=True)
