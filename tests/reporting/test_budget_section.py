"""The section of budget and expenditure: a currency that costs alone are in makes no rows of n/a."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from collabdesk.domain.figures import Figure
from collabdesk.reporting.sections.budget import SECTION


def figure(slug, rule, label, value, unit="EUR"):
    amount = None if value is None else Decimal(value)
    return Figure(
        f"F1-{slug}", label, amount, unit, rule, group="budget", note=None if value else "no budget is recorded"
    )


def rows(full, *figures):
    table = next(iter(SECTION.compose(replace(full, figures=figures))))
    return ["".join(map(str, row[0])) for row in table.rows]


def test_a_currency_without_a_budget_is_no_row_where_another_has_one(full):
    found = rows(
        full,
        figure("budget", "total.sum@CD-1", "Budget", "100"),
        figure("expended", "total.sum@CD-1", "Expended", "60"),
        figure("budget-nok", "total.sum@CD-1", "Budget", None, "NOK"),
        figure("expended-nok", "total.sum@CD-1", "Expended", "7", "NOK"),
    )
    assert found == ["Budget", "Expended", "Expended, NOK"]


def test_a_budget_that_nobody_recorded_is_said_to_be_missing(full):
    found = rows(
        full, figure("budget", "total.sum@CD-1", "Budget", None), figure("expended", "total.sum@CD-1", "Spent", "6")
    )
    assert found[0] == "Budget (no budget is recorded)"
