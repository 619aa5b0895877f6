"""Methodology: how the figures were made and what rules they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import n, t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section
from collabdesk.reporting.wording import counted

_UNCONFIRMED = re.compile(r"([\w.]+) is unconfirmed in the rule pack")


def _compose(data: ReportData) -> Iterator[Block]:
    files = {(s.file, s.sha256) for f in data.figures for s in f.sources if s.file}
    yield say(
        t(
            "The figures were computed from {files}, imported cell by cell, and from "
            "records kept by hand where the annex says so. {counted} "
            "Amounts are exact decimals; amounts in different currencies are never added. A figure is rounded half up "
            "once, at the very end.",
            files=counted(len(files), "file"),
            counted=_counted(data),
        )
    )
    yield say(
        t(
            "Each figure carries a code. The annex of sources leads from the code to the rule, its inputs, the file "
            "with its SHA-256, the sheet and the cells; another annex gives the rules. A figure that cannot be "
            "computed is printed as n/a, and the limitations give the reason."
        )
    )
    yield from _packs(data)


def _counted(data: ReportData) -> str:
    """Whether figures rest on all records, and what was tested by sample."""
    if not data.samples:
        return t("No sample was drawn: every record on file was counted.")
    return n(
        len(data.samples),
        "Every record on file was counted; {n} sample of cost items was drawn and tested, as the section on sampling "
        "says.",
        "Every record on file was counted; {n} samples of cost items were drawn and tested, as the section on sampling "
        "says.",
    )


def _packs(data: ReportData) -> Iterator[Block]:
    """Which funder's rules were applied, in which version and why, and what of them was not confirmed."""
    packs = sorted({f.inputs["rule pack"] for f in data.figures if "rule pack" in f.inputs})
    if not packs:
        return
    applied = n(len(packs), "The funder's rules are those of the rule pack {packs}.",
                "The funder's rules are those of the rule packs {packs}.", packs="; ".join(packs))  # fmt: skip
    yield say(f"{applied} {t(data.rules_why)}".rstrip())
    unread = sorted({name for f in data.figures for name in _UNCONFIRMED.findall(f.note or "")})
    if unread:
        yield say(
            t(
                "Unconfirmed in the rule pack, for their primary text was not read: {values}. Figures that rest on "
                "them say so.",
                values=", ".join(unread),
            )
        )


SECTION = Section("methodology", "Methodology", _compose)
