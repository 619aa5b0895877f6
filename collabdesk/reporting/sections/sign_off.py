"""Sign-off: the lines that make the report somebody's word."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, SignOff, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    yield say(
        t(
            "The undersigned confirm that the report was prepared from the records named in the annex of sources, and "
            "that the findings were accepted by a person before they were printed."
        )
    )
    yield SignOff((*_preparing(data), ("Reviewed by", ""), ("Received for the addressee", data.addressee)))


def _preparing(data: ReportData) -> Iterator[tuple[str, str]]:
    """Each member of the team signs for the work; a team in words signs on one line."""
    team = data.engagement.team
    if not team:
        yield "Prepared by", data.author
    for member in team:
        yield "Prepared by", f"{member.name}, {member.role}" if member.role else member.name


SECTION = Section("sign_off", "Sign-off", _compose)
