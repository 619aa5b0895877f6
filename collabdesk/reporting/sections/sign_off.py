"""Sign-off: the lines that make the report somebody's word."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, SignOff, say
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    yield say(
        "The undersigned confirm that the report was prepared from the records named in the annex of sources, and "
        "that the findings were accepted by a person before they were printed.",
    )
    yield SignOff((
        ("Prepared by", data.author),
        ("Reviewed by", ""),
        ("Received for the addressee", data.addressee),
    ))  # fmt: skip


SECTION = Section("sign_off", "Sign-off", _compose)
