"""Findings: criteria, condition, cause, effect, evidence and questioned amount of each."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.findings import Finding
from collabdesk.reporting.content import Block, Cite, FindingCard, Span, Text, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import amount, spoken

_NO_CAUSE = "Not established from the records."


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.findings:
        yield say("The audit makes no findings as of this day.")
        return
    for finding in data.findings:
        yield FindingCard(
            finding.code,
            finding.title or finding.condition[:120],
            finding.severity,
            spoken(finding.status),
            tuple(_elements(finding, data.project_of(finding.project_id))),
        )


def _elements(finding: Finding, project: str) -> Iterator[tuple[str, Text]]:
    if project:
        yield "Project", (project,)
    yield "Criteria", (finding.criteria or "Not stated.",)
    yield "Condition", (finding.condition or finding.text or "Not stated.",)
    yield "Cause", (finding.cause or _NO_CAUSE,)
    yield "Effect", (finding.effect or "Not stated.",)
    if finding.figures.split():
        yield "Evidence", tuple(_evidence(finding))
    if finding.questioned_known is not None or finding.questioned_likely is not None:
        yield "Questioned", (_questioned(finding),)


def _evidence(finding: Finding) -> Iterator[Span]:
    for i, code in enumerate(finding.figures.split()):
        if i:
            yield ","
        yield Cite(code)


def _questioned(finding: Finding) -> str:
    parts = []
    if finding.questioned_known is not None:
        parts.append(f"{amount(finding.questioned_known, finding.currency)} known")
    if finding.questioned_likely is not None:
        parts.append(f"{amount(finding.questioned_likely, finding.currency)} likely")
    return "; ".join(parts)


SECTION = Section("findings", "Findings", _compose, starts_page=True)
