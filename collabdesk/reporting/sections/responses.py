"""Auditee's responses: who answered what and when, earlier answers word for word, and what was not answered."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.domain.responses import Response
from collabdesk.reporting.content import Block, Column, Paragraph, Strong, Table, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.stances import answered, stance
from collabdesk.reporting.wording import day, joined

_NONE = "\u2013"
_NOT_SENT = ("planned", "fieldwork", "draft")


def _compose(data: ReportData) -> Iterator[Block]:
    if data.audit is None or not data.findings:
        return
    codes = {f.id: f.code for f in data.findings}
    responses = data.engagement.responses
    if not responses and data.audit.status in _NOT_SENT:
        return
    if responses:
        yield say(t("The latest answer to each finding stands word for word with the finding."))
        columns = (Column("Finding", 1.6), Column("Answer", 2.2), Column("By", 3.4), Column("On", 2))
        yield Table("Answers of the auditee", columns, tuple(_row(r, codes) for r in responses))
    for finding in data.findings:
        for earlier in data.engagement.responses_to(finding)[:-1]:
            yield Paragraph((Strong(finding.code), f"  {answered(earlier)}."))
            if earlier.text:
                yield say(earlier.text)
    silent = [f.code for f in data.findings if not data.engagement.responses_to(f)]
    if silent:
        yield say(t("No response was received to {codes}.", codes=joined(silent)))


def _row(one: Response, codes: dict[int | None, str]) -> tuple[tuple[str], ...]:
    return (
        (codes.get(one.finding_id, one.finding),),
        (stance(one.stance),),
        (one.respondent or _NONE,),
        (day(one.date),),
    )


SECTION = Section("responses", "Auditee's responses", _compose)
