"""Amounts without a currency are their project's: never guessed across projects, never those in a unit of account."""

from __future__ import annotations

from pathlib import Path

from collabdesk.intake.file_currency import settle
from collabdesk.intake.staged import StagedFile, StagedTable
from staged_tables import a_look, a_table

A, B, C = ({"project.code": code} for code in "ABC")


def projects(**currencies: str) -> StagedTable:
    rows = [{"project.code": code, "project.currency": currency} for code, currency in currencies.items()]
    return a_table(rows, "project", "Projects", currency="")


def costs(*rows: dict[str, str | int | None]) -> StagedTable:
    return a_table([{**row, "cost.expended": 10_000} for row in rows], "cost", "Costs", currency="")


def a_file(folder: Path, *tables: StagedTable) -> StagedFile:
    return a_look(folder, "books.xlsx", *tables).files[0]


def test_in_a_file_of_several_currencies_each_row_is_in_its_own_projects(tmp_path: Path) -> None:
    sheet = costs(A, B, C)
    settle(a_file(tmp_path, projects(A="EUR", B="USD"), sheet))
    assert sheet.values["cost.currency"] == ["EUR", "USD", ""]
    assert sheet.currency == ""
    assert [p.code for p in sheet.problems] == ["currency-of-the-file"]


def test_a_row_of_a_project_that_the_file_does_not_list_is_not_taken_to_be_in_its_currency(tmp_path: Path) -> None:
    sheet = costs(A, B)
    settle(a_file(tmp_path, projects(A="EUR"), sheet), books=lambda: {"B": "USD"})
    assert sheet.values["cost.currency"] == ["EUR", "USD"]


def test_a_sheet_without_projects_is_in_the_currency_of_the_one_it_is_brought_into(tmp_path: Path) -> None:
    sheet = costs({}, {})
    settle(a_file(tmp_path, sheet), project="b", books=lambda: {"A": "EUR", "B": "USD"})
    assert (sheet.currency, sheet.currency_from) == ("USD", "project")


def test_only_the_blank_cells_of_a_column_of_currencies_are_filled(tmp_path: Path) -> None:
    sheet = costs({**A, "cost.currency": "GBP"}, {**A, "cost.currency": ""})
    settle(a_file(tmp_path, projects(A="EUR"), sheet))
    assert sheet.values["cost.currency"] == ["GBP", "EUR"]


def test_done_again_with_the_books_it_adds_what_the_file_did_not_say_and_no_more(tmp_path: Path) -> None:
    sheet = costs(A, B)
    file = a_file(tmp_path, projects(A="EUR"), sheet)
    for _ in range(2):
        settle(file)
    assert len(sheet.problems) == 1
    settle(file, books=lambda: {"B": "USD"})
    assert sheet.values["cost.currency"] == ["EUR", "USD"] and len(sheet.problems) == 2


def test_amounts_in_a_unit_of_account_and_scales_are_left_alone(tmp_path: Path) -> None:
    in_kind = a_table(
        [{**A, "contribution.pledged": 10_000, "contribution.unit_of_account": "IUA"}], "contribution", currency=""
    )
    scale = a_table([{**A, "scale_share.base": 10_000}], "scale_share", currency="")
    settle(a_file(tmp_path, projects(A="EUR"), in_kind, scale))
    assert not in_kind.currency and not scale.currency and not in_kind.problems and not scale.problems
