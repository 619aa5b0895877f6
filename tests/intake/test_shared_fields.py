"""Two columns on one field: one value a record, said, and never counted twice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.usecases.imports import LookOptions, look_at
from collabdesk.usecases.staged import StagedTable

TWICE = (("Grant (EUR)", "project.funding"), ("EU part (EUR)", "project.funding"))


@pytest.fixture
def looked(tmp_path: Path):
    def look(rows: str) -> StagedTable:
        path = tmp_path / "list.csv"
        path.write_text("Project number;Title;EU part (EUR);Grant (EUR)\n" + rows, "utf-8")
        return look_at([path], LookOptions(map=TWICE)).tables[0]

    return look


def codes(table: StagedTable) -> list[tuple[str, str]]:
    return [(p.code, p.cell) for p in table.problems]


def test_the_first_filled_column_counts_once(looked) -> None:
    table = looked("P1;One;100.00;100.00\nP2;Two;;250.00\nP3;Three;300.00;\n")
    assert list(table.values["project.funding"]) == [1000000, 2500000, 3000000]
    assert table.totals["project.funding"].sum == Decimal(650)
    assert codes(table) == [("two-columns", "D1")]


def test_two_amounts_that_differ_keep_the_row_out_until_somebody_decides(looked) -> None:
    table = looked("P1;One;100.00;150.00\nP2;Two;;250.00\n")
    assert (table.rows_accepted, table.rows_rejected) == (1, 1)
    assert ("two-values", "D2") in codes(table)


def test_one_column_alone_is_not_spoken_of(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Project number;Title;Grant (EUR)\nP1;One;1.00\n", "utf-8")
    assert codes(look_at([path]).tables[0]) == []
