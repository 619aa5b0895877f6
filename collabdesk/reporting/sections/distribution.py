"""Distribution: whom the report is addressed to and who gets a copy."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Paragraph, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    stated = (data.audit.distribution if data.audit else "") or (
        data.organisation.distribution if data.organisation else ""
    )
    who = [line.strip() for line in stated.splitlines() if line.strip() and line.strip() != data.addressee.strip()]
    if not who:
        return
    if data.addressee:
        yield say(t("Addressee: {addressee}. Copies go to:", addressee=data.addressee))
    else:
        yield say(t("Copies go to:"))
    for line in who:
        yield Paragraph((line,), "item")


SECTION = Section("distribution", "Distribution", _compose)
