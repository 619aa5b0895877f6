"""What the partner is granted, pledged, and brought, in cash and in kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.domain.contributions import Contribution, form_of
from collabdesk.reporting.content import Block, Column, Table, Text, say
from collabdesk.reporting.language import t
from collabdesk.reporting.partner_figures import own_table
from collabdesk.reporting.report_input import ReportData
from collabdesk.reporting.sectioning import ROWS_SHOWN, Section, rest_note
from collabdesk.reporting.wording import amount, day, spoken

_NONE = "\u2013"
_COLUMNS = (
    Column("Contribution", 3.0), Column("Granted", 2.2, is_number=True), Column("Pledged", 2.2, is_number=True),
    Column("Received", 2.2, is_number=True), Column("Due", 1.6), Column("Received on", 1.6),
)  # fmt: skip


def _compose(data: ReportData) -> Iterator[Block]:
    facts = data.partner_facts
    if facts is None:
        return
    figures = data.of("contributions", "pledges", "credits", "assessments")
    if not figures and not facts.contributions:
        yield say(t("No contribution of this partner is recorded."))
        return
    if figures:
        yield own_table("Contributions as a whole", figures)
    if facts.contributions:
        rows = tuple(map(_row, facts.contributions[:ROWS_SHOWN]))
        yield Table("Contributions on record", _COLUMNS, rows, note=rest_note(len(facts.contributions)))


def _row(c: Contribution) -> tuple[Text, ...]:
    unit = c.unit_of_account or c.currency
    named = ", ".join(w for w in (c.title, spoken(form_of(c.form))) if w)
    return (
        (named or _NONE,), (_money(c.amount, unit),), (_money(c.pledged, unit),), (_money(c.received, unit),),
        (day(c.due),), (day(c.received_on),),
    )  # fmt: skip


def _money(value: Decimal | None, unit: str) -> str:
    return _NONE if value is None else amount(value, unit)


SECTION = Section("partner_contributions", "Contributions", _compose)
