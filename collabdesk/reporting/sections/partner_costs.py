"""The partner's budget and costs: spent, declared, accepted, rejected and eligible."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.reporting.content import Block, say
from collabdesk.reporting.language import t
from collabdesk.reporting.partner_figures import own_table
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import Section


def _compose(data: ReportData) -> Iterator[Block]:
    if data.partner_facts is None:
        return
    books = data.of("partner_books")
    if books:
        yield own_table("Budget in force and expenditure", books)
    else:
        yield say(t("Neither a budget nor a cost of this partner is recorded by itself."))
    costs = data.of("costs")
    if costs:
        yield own_table("Declared, accepted and rejected by reporting period", costs)
    eligible = data.of("eligibility", "mtdc", "lump_sum", "personnel")
    if eligible:
        yield own_table("Eligible costs and reimbursement", eligible)


SECTION = Section("partner_costs", "Budget and costs", _compose)
