"""Baseline and forecast of one budget line stand in one column and are never added together."""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, Mapped, MappedColumn, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.stage import StageOptions, stage

ROWS = [
    ["Period", "Cost"],
    ["2024/2025 Baseline", 5.0],
    ["Forecast", 6.0],
    ["2025/2026 Baseline", 7.0],
    ["Actual", 8.0],
]


def test_the_total_is_of_the_baseline_alone_and_each_line_knows_its_basis():
    headers = [Header("Period", Place(column=1), (1, 1)), Header("Cost", Place(column=2), (1, 2))]
    found = TableFound("Costs", "rows", (1, 1), 2, 5, headers, [(r, None) for r in range(2, 6)])
    mapped = Mapped("budget", [MappedColumn(0, "budget.period", 1, ""), MappedColumn(1, "budget.amount", 1, "")])
    table = stage(found, mapped, Grid("Costs", ROWS), StageOptions())
    assert table.totals["budget.amount"].sum == Decimal(12)
    assert list(table.values["budget.basis"]) == ["baseline", "forecast"] * 2
    assert list(table.values["budget.period"]) == ["2024/2025"] * 2 + ["2025/2026"] * 2
    assert "several-bases" in {p.code for p in table.problems}
    assert table.rows_read == table.rows_accepted == 4
