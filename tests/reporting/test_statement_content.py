"""A statement on paper: what stands above it, its table, what is n/a and why, rates, rules, and the annex of sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from collabdesk.domain.figures import Figure, Source
from collabdesk.domain.rules import Rule
from collabdesk.domain.statements import Line, Statement
from collabdesk.reporting import content as c
from collabdesk.reporting import pdf
from collabdesk.reporting.statement_content import content_of, table

RULE = Rule("total.sum", "CD-1", "Total", "exact sum", "money", "arithmetic")
SOURCE = Source("costs.xlsx", "ab" * 32, "Q2", "C5:C18", 14, Decimal("12.345"))


def figure(key, value, unit="EUR", note=None):
    return Figure(
        f"F1-st-{key}", key, None if value is None else Decimal(value), unit, RULE.code, note=note, sources=(SOURCE,)
    )


def statement(**more):
    lines = (
        Line("In EUR"),
        Line("Travel", (figure("travel", "12.345"),), level=1),
        Line("Rate", (figure("rate", "0.7000", "ratio"),)),
        Line("Total", (figure("total", None, note="no rate"),), is_total=True),
    )
    given = {
        "kind": "financial", "title": "Individual financial statement", "subject": "AURORA", "as_of": date(2025, 6, 30),
        "project_id": 1, "facts": (("Beneficiary", "Lab <Two>"),), "first": "Category", "columns": ("Costs, EUR",),
        "lines": lines, "notes": ("A note.",), "rule_pack": "horizon_europe_2021 AGA 2.0",
        "rates": ("1 GBP = 1.1823 (average …)",), "currency": "EUR",
    }  # fmt: skip
    return Statement(**{**given, **more})


def test_amounts_in_the_project_s_currency_are_printed_to_the_cent_with_their_codes():
    printed = table(statement())
    assert printed.rows[1] == (("\u00a0" * 4 + "Travel",), ("12.35",), (c.Cite("F1-st-travel"),))
    assert printed.rows[2][1] == ("70.0\u00a0%",)
    assert printed.rows[3][1] == (c.Strong("n/a"),)
    assert printed.strong_rows == (3,)


def test_units_of_account_keep_their_places_and_many_columns_leave_the_codes_to_the_annex():
    one = Line("Magnets", (figure("a", "2.244", "MUA"), figure("b", "1", "EUR")))
    printed = table(statement(columns=("Pledged", "Received"), lines=(one,)))
    assert printed.rows[0][1:] == (("2.244",), ("1.00",))
    assert "The annex leads" in printed.note


def test_the_content_says_the_pack_the_rates_and_why_a_line_is_not_available():
    content = content_of(statement(), {RULE.code: RULE})
    said = str(c.plain(content.parts))
    for wanted in ("horizon_europe_2021 AGA 2.0", "1 GBP = 1.1823", "Total: n/a, no rate.", "exact sum", "A note."):
        assert wanted in said
    assert any(isinstance(b, c.SourcesAnnex) for part in content.parts for b in part.blocks)


def test_a_statement_is_brief_and_that_is_no_part_of_its_digest():
    content = content_of(statement(), {})
    assert content.is_brief
    assert replace(content, is_brief=False).digest == content.digest
    brief, whole = pdf.draw(content), pdf.draw(replace(content, is_brief=False))
    assert brief.pages == whole.pages - 2
    assert pdf.draw(content).content == brief.content
