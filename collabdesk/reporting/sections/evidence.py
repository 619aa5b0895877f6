"""Evidence: the files that findings rest on, with the SHA-256 by which each is known again."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, Column, Table, say
from collabdesk.reporting.inputs.engagement import EvidenceFile
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import day

_NONE = "\u2013"


def _compose(data: ReportData) -> Iterator[Block]:
    files = data.engagement.evidence
    if not files:
        return
    yield say(
        t(
            "The files are kept with the books under their SHA-256. A copy is the same file when its SHA-256 is the "
            "same; one changed character gives another."
        )
    )
    columns = (
        Column("No.", 0.7), Column("Finding", 1.2), Column("File", 2.6), Column("Received", 1.4),
        Column("Custodian", 1.5), Column("SHA-256", 4.2),
    )  # fmt: skip
    yield Table("Evidence for the findings", columns, tuple(_row(e) for e in files))


def _row(one: EvidenceFile) -> tuple[tuple[str], ...]:
    file = one.file
    named = f"{file.title} ({file.file_name})" if file.title and file.title != file.file_name else file.file_name
    kind = f"{named}, {file.kind}" if file.kind else named
    return (
        (one.number,),
        (one.finding or _NONE,),
        (kind or _NONE,),
        (day(file.received_on),),
        (file.custodian or _NONE,),
        (file.sha256 or t("No file is kept."),),
    )


SECTION = Section("evidence", "Evidence", _compose, is_annex=True)
