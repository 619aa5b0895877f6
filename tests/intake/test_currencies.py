"""An amount's currency is what its cell, row, header or funder says; it is never mixed without a word."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.tables import find_tables


def staged(head, *rows, **options):
    grid = Grid("List", [head, *rows])
    (table,), _ = find_tables(grid)
    return stage(table, understand(table, grid), grid, StageOptions(**options))


HEAD = ["Project ID", "Project title", "Grant amount"]


def line(n, amount, *more):
    return [f"P{n}", f"The title of project {n}", amount, *more]


def codes(table):
    return sorted(p.code for p in table.problems)


def test_one_currency_in_all_cells_is_the_tables():
    table = staged(HEAD, *(line(n, f"€{n}00.50") for n in range(5)))
    assert (table.currency, table.currency_from) == ("EUR", "cell")
    assert not [name for name in table.values if name.endswith(".currency")]


def test_cells_in_two_currencies_keep_their_own():
    table = staged(HEAD, line(1, "€100.50"), line(2, "$200.25"), line(3, "€300.00"), line(4, "£5.00"))
    assert table.rows_rejected == 0
    assert table.values["project.currency"] == ["EUR", "USD", "EUR", "GBP"]
    assert (table.currency, table.currency_from) == ("", "cell")
    (told,) = [p for p in table.problems if p.code == "several-currencies"]
    assert "EUR 400.50 and GBP 5.00 and USD 200.25" in told.text


def test_a_cell_without_a_currency_has_its_records_or_the_tables():
    table = staged(HEAD, line(1, "€100.50"), line(2, "$200.25"), line(3, 300.0), line(4, "€5.00"))
    assert table.values["project.currency"] == ["EUR", "USD", "EUR", "EUR"]


def test_two_currencies_in_one_record_are_an_error():
    head = [*HEAD, "Total cost"]
    table = staged(head, line(1, "€100.50", "€200.00"), line(2, "$200.25", "€300.00"), line(3, "€1.00", "€2.00"))
    assert table.rows_rejected == 1
    assert "other-currency" in codes(table)


def test_a_column_in_another_currency_than_the_records_is_left_out_and_said():
    head = ["Project ID", "Project title", "Grant amount (EUR)", "Total cost (USD)"]
    table = staged(head, *(line(n, 10.0 * n, 11.0 * n) for n in range(1, 6)))
    assert table.currency == "EUR"
    assert table.rows_rejected == 0
    assert set(table.values["project.total_cost"]) == {None}
    assert "other-currency" in codes(table)


def test_a_currency_column_is_read_in_words_and_signs():
    head = [*HEAD, "Currency"]
    table = staged(head, line(1, 1.0, "€"), line(2, 2.0, "US Dollar"), line(3, 3.0, "Euro (EUR)"), line(4, 4.0, "gbp"))
    assert table.values["project.currency"] == ["EUR", "USD", "EUR", "GBP"]


def test_a_word_that_is_no_currency_and_a_cell_against_its_row_are_problems():
    head = [*HEAD, "Currency"]
    table = staged(
        head, line(1, "€1.00", "EUR"), line(2, "€2.00", "USD"), line(3, "3.00", "various"), line(4, "€4.00", "EUR")
    )
    assert table.rows_rejected == 1
    assert {"not-a-currency", "other-currency"} <= set(codes(table))


def test_words_of_a_title_in_capitals_are_no_currency():
    grid = Grid("List", [["ALL PROJECTS AT THE TOP"], [], HEAD, *(line(n, 10.0 * n) for n in range(1, 6))])
    (table,), _ = find_tables(grid)
    assert stage(table, understand(table, grid), grid, StageOptions()).currency == ""
