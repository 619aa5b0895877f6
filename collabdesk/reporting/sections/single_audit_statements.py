"""Findings relating to the financial statements, the second component of the schedule: 2 CFR 200.515(d)(2)."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    audit = data.single_audit
    if audit is None or not audit.findings:
        return
    yield say(
        t("Not recorded: the workbooks of the Federal Audit Clearinghouse hold findings of Federal awards only, and "
          "say of none whether it relates to the financial statements as well (2 CFR 200.515(d)(2))."),
    )  # fmt: skip


SECTION = Section("single_audit_statements", "Findings relating to the financial statements", _compose)
