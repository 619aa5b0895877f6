"""Findings: criteria, condition, cause, effect, evidence, questioned amount and the auditee's response of each."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.findings import Finding
from collabdesk.domain.responses import Response
from collabdesk.reporting.content import Block, Cite, FindingCard, Span, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.stances import answered
from collabdesk.reporting.wording import amount, spoken


def _compose(data: ReportData) -> Iterator[Block]:
    if not data.findings:
        yield say(t("The audit makes no findings as of this day."))
        return
    for finding in data.findings:
        yield FindingCard(
            finding.code,
            finding.title or finding.condition[:120],
            _severity(finding.severity),
            spoken(finding.status),
            tuple(_elements(finding, data)),
        )


def _severity(word: str) -> str:
    said = {"high": t("high severity"), "medium": t("medium severity"), "low": t("low severity")}
    return said.get(word, word)


def _elements(finding: Finding, data: ReportData) -> Iterator[tuple[str, Text]]:
    missing = t("Not stated.")
    # The whole wording of an imported finding is its condition; of ours it says how an amount was estimated.
    imported = finding.text if finding.audit_id is None else ""
    if project := data.project_of(finding.project_id):
        yield "Project", (project,)
    if finding.objective:
        yield "Objective", (finding.objective,)
    yield "Criteria", (finding.criteria or missing,)
    yield "Condition", (finding.condition or imported or missing,)
    yield "Cause", (finding.cause or t("Not established from the records."),)
    yield "Effect", (finding.effect or missing,)
    if finding.repeat:
        yield "Repeat", (t("Repeats finding {code}.", code=finding.prior_code),)
    if evidence := tuple(_evidence(finding, data)):
        yield "Evidence", evidence
    if finding.questioned_known is not None or finding.questioned_likely is not None:
        yield "Questioned", (_questioned(finding),)
    if finding.owner:
        yield "Owner", (finding.owner,)
    if finding.verified_by:
        yield "Verified by", (finding.verified_by,)
    if responses := data.engagement.responses_to(finding):
        yield "Response", _response(responses[-1])


def _evidence(finding: Finding, data: ReportData) -> Iterator[Span]:
    """The codes of figures, then the numbers of files in the list of evidence."""
    spans: list[Span] = [Cite(code) for code in finding.figures.split()]
    files = data.engagement.evidence_for(finding)
    spans.extend(f" {one.number} ({one.file.title or one.file.file_name})" for one in files)
    for i, span in enumerate(spans):
        if i:
            yield ","
        yield span


def _questioned(finding: Finding) -> str:
    known, likely = finding.questioned_known, finding.questioned_likely
    parts = []
    if known is not None:
        parts.append(t("{amount} known", amount=amount(known, finding.currency)))
    if likely is not None:
        parts.append(t("{amount} likely", amount=amount(likely, finding.currency)))
    said = "; ".join(parts)
    how = finding.text if likely is not None and finding.audit_id is not None else ""
    return f"{said}. {how}" if how else said


def _response(last: Response) -> Text:
    return (f"{answered(last)}. {last.text}",) if last.text else (f"{answered(last)}.",)


SECTION = Section("findings", "Findings", _compose, starts_page=True)
