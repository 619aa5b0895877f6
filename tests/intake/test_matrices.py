"""Matrices without periods: partners against kinds of cost and work packages, with totals that are never counted."""

from __future__ import annotations

from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.tables import find_tables

HEAD = ["Partner", "Personnel", "Travel", "Equipment", "Total"]
ROWS = [["University of Elm", 100.5, 20.0, 30.0, 150.5], ["Beta GmbH", 200.0, 10.25, None, 210.25]]
TOTAL = ["Samtals", 300.5, 30.25, 30.0, 360.75]


def only(rows, sheet="Sheet1"):
    grid = Grid(sheet, rows)
    tables, _ = find_tables(grid)
    assert len(tables) == 1
    mapped = understand(tables[0], grid)
    return tables[0], mapped, {c.field for c in mapped.columns if c.field}


def aside(table):
    return {s.row: s.why for s in table.set_aside}


def test_partners_against_kinds_of_cost_are_budgets_without_their_sums():
    table, mapped, fields = only([HEAD, *ROWS, TOTAL])
    assert (table.layout, mapped.kind, mapped.is_signed) == ("matrix", "budget", True)
    assert fields == {"partner.name", "budget.category", "budget.amount"}
    assert table.anchors == [(2, 2), (2, 3), (2, 4), (3, 2), (3, 3)]
    assert aside(table) == {4: "total"}


def test_it_may_be_turned():
    turned = [list(column) for column in zip(HEAD, *ROWS, TOTAL, strict=True)]
    table, _, fields = only([["Budget"], *turned])
    assert fields == {"partner.name", "budget.category", "budget.amount"}
    assert {c for _, c in table.anchors} == {2, 3}
    assert aside(table) == {6: "total"}


def test_effort_by_work_package_is_in_person_months():
    rows = [["Partner", "WP1", "WP2", "WP3", "Total PM"], ["P1 Elm", 3, 4.5, 2, 9.5], ["P2 Oak", 1, 12, 6, 19],
            ["Total", 4, 16.5, 8, 28.5]]  # fmt: skip
    table, _, fields = only([["Summary of staff effort in person months"], [], *rows])
    assert fields == {"partner.name", "budget.work_package", "budget.person_months"}
    assert len(table.anchors) == 6


def test_the_country_of_a_partner_is_read_beside_its_name():
    rows = [[HEAD[0], "Country", *HEAD[1:]], *[[r[0], "AT", *r[1:]] for r in ROWS]]
    _, _, fields = only(rows)
    assert "partner.country" in fields


def test_a_list_with_known_amounts_stays_a_list():
    rows = [["Cost category", "Budget", "Expenditure to date", "Balance"], ["Travel", 100.0, 20.0, 80.0],
            ["Staff", 300.0, 120.5, 179.5]]  # fmt: skip
    table, _, _ = only(rows)
    assert table.layout == "rows"


def test_names_against_names_without_a_word_that_tells_are_left_to_a_person():
    rows = [["Thing", "Alpha", "Bravo", "Charlie"], ["one", 1.5, 2.5, 3.5], ["two", 4.5, 5.5, 6.5]]
    tables, _ = find_tables(Grid("Sheet1", rows))
    assert all(t.layout == "rows" and t.is_guess for t in tables)


def test_shares_and_headings_between_the_lines_are_no_amounts():
    rows = [["Budget"], [], ["Category", 2021, 2022, 2023], ["Direct costs"], ["Staff", 100.0, 110.0, 120.0],
            ["Travel", 50.0, 40.0, 30.0], ["Indirect costs"], ["Rent", 10.0, 10.0, 10.0],
            ["Total", 160.0, 160.0, 160.0], ["%", 0.33, 0.33, 0.34]]  # fmt: skip
    table, _, _ = only(rows)
    assert {r for r, _ in table.anchors} == {5, 6, 8}
    assert aside(table) == {7: "section", 9: "total", 10: "help"}
