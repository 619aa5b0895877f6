"""A column that writes its dates or amounts in a way of its own is read so, the others as before."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from collabdesk.usecases.imports import LookOptions, look_at

ROWS = "Grant number;Title;Start date;End date;Total cost\n" + "".join(
    f"P{n};Study {n};0{n}/04/2024;2025-0{n}-01;1,23{n}\n" for n in range(1, 6)
)


def table(tmp_path: Path, options: LookOptions):
    file = tmp_path / "list.csv"
    file.write_text(ROWS, encoding="utf-8")
    return look_at([file], options).files[0].tables[0]


def test_without_an_answer_the_columns_stay_open(tmp_path):
    codes = {p.code for p in table(tmp_path, LookOptions()).problems}
    assert {"ambiguous-date", "ambiguous-decimal"} <= codes


def test_each_column_is_read_as_the_person_says_of_it(tmp_path):
    read = table(tmp_path, LookOptions(written=(("Start date", "mdy"), ("Total cost", ","))))
    assert read.values["project.start"][1] == "2024-02-04"
    assert read.totals["project.total_cost"].sum == Decimal("6.165")
    assert not [p for p in read.problems if p.code.startswith("ambiguous")]


def test_what_is_said_of_another_sheet_does_not_reach_it(tmp_path):
    read = table(tmp_path, LookOptions(written=(("Other!Start date", "mdy"),)))
    assert any(p.code == "ambiguous-date" for p in read.problems)
