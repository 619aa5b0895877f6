"""The sheet of responses: one row for each finding of a report, to be filled in by who was asked."""

from __future__ import annotations

from typing import Any

from collabdesk.domain.dates import earliest
from collabdesk.domain.findings import Finding
from collabdesk.domain.reports import Report
from collabdesk.domain.responses import STANCES, Response
from collabdesk.intake.workbooks import Page, workbook

SHEET, ABOUT = "Responses", "About this sheet"
CODE, TITLE, STANCE, TEXT, BY, DAY = "Finding", "Title", "Stance", "Response", "Respondent", "Date"
HEADERS = (CODE, TITLE, STANCE, TEXT, BY, DAY)
REPORT, DIGEST = "Report", "Digest"
_OPEN = frozenset({2, 3, 4, 5})
_ADVICE = (
    "Fill in the coloured columns. The stance is agree, partly or disagree; the response is kept word for word, with "
    "who gives it and on which day (such as 2026-03-31). Leave a row empty that is not answered yet: the sheet can be "
    "sent back more than once. A row that was answered before is kept as it was; another answer in its place is "
    "recorded beside it. The first two columns and this page stay as they are."
)


def responses_sheet(report: Report, asked: list[tuple[Finding, Response | None]]) -> bytes:
    """The workbook for the findings of a report, each with its latest answer where there is one."""
    rows = [_row(finding, answer) for finding, answer in asked]
    about: list[list[Any]] = [
        [REPORT, report.code], ["Title", report.title], [DIGEST, report.digest], ["How to fill it in", _ADVICE],
    ]  # fmt: skip
    pages = [
        Page(SHEET, HEADERS, rows, choices={2: STANCES}, open_columns=_OPEN),
        Page(ABOUT, ("CollabDesk", ""), about),
    ]
    return workbook(pages, earliest(report.as_of or "1970"), f"Responses to {report.code}")


def _row(finding: Finding, answer: Response | None) -> list[Any]:
    if answer is None:
        return [finding.code, finding.title, None, None, None, None]
    day = earliest(answer.date) if answer.date else None
    return [finding.code, finding.title, answer.stance, answer.text, answer.respondent, day]
