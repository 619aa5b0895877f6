"""Identifiers with check digits: a slip is a warning at its cell; other codes are left alone."""

from __future__ import annotations

import pytest

from collabdesk.intake.fields import check_digits, vat_numbers
from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.stage import StageOptions, stage
from collabdesk.intake.tables import find_tables


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (check_digits.orcid, "0000-0002-1825-0097", "0000-0002-1825-0098"),
        (check_digits.orcid, "https://orcid.org/0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-2331"),
        (check_digits.ror, "https://ror.org/05dxps055", "https://ror.org/05dxps056"),
        (check_digits.lei, "529900T8BM49AURSDO55", "529900T8BM49AURSDO56"),
        (check_digits.iban, "GB82 WEST 1234 5698 7654 32", "GB28 WEST 1234 5698 7654 32"),
        (check_digits.uei, "ZQGGHJH74DW7", "ZQGGHJH74DO7"),
        (check_digits.doi, "https://doi.org/10.3030/101057844", "10.abc"),
        *((vat_numbers.is_right, right, wrong) for right, wrong in (
            ("DE136695976", "DE136695967"), ("FR40303265045", "FR41303265045"), ("IT00743110157", "IT00743110158"),
            ("PL8567346215", "PL8567346216"), ("BE0428759497", "BE0428759498"), ("PT501964843", "PT501964842"),
            ("DK13585628", "DK13585682"), ("FI20774740", "FI20774741"), ("EL094259216", "EL094259219"),
            ("HU12892312", "HU12892313"), ("SE123456789701", "SE123456789101"), ("HR33392005961", "HR33392005962"),
            ("EE100931558", "EE100931559"), ("LU15027442", "LU15027443"), ("SI50223054", "SI50223055"),
            ("SK2022749619", "SK2022749618"), ("NO995525828MVA", "NO995525829MVA"), ("ATU13585627", "AT13585627"),
            ("CHE-116.281.710", "CHE-116.281.711"), ("NL123456789B01", "NL12345678B01"),
        )),
    ],
)  # fmt: skip
def test_published_examples_are_right_and_a_slip_is_wrong(check, right, wrong):
    assert check(right) is True
    assert check(wrong) is False
    assert check("anything else") is None


def warned(header, *cells):
    rows = [["Project ID", "Project title", "Partner name", "Country", header, "Grant amount"]]
    rows += [[f"P{n}", f"Project {n}", f"Partner {n}", "DE", cell, 10.0 * n] for n, cell in enumerate(cells, 1)]
    grid = Grid("List", rows)
    (table,), _ = find_tables(grid)
    staged = stage(table, understand(table, grid), grid, StageOptions())
    assert staged.rows_rejected == 0
    return [(p.code, p.cell) for p in staged.problems if p.code == "wrong-identifier"]


def test_a_slip_in_a_column_of_vat_numbers_is_a_warning_at_its_cell():
    right = ["DE136695976", "FR40303265045", "IT00743110157", "PL8567346215", "PT501964843"]
    assert warned("VAT number", *right, "DE136695967") == [("wrong-identifier", "List!E7")]


def test_codes_of_no_known_scheme_are_left_alone():
    assert warned("VAT number", *(f"X-{n}" for n in range(9)), "DE136695967") == []


def test_a_country_that_there_is_none_of_is_a_warning():
    rows = [["Project ID", "Partner name", "Country", "Grant amount"]]
    rows += [[f"P{n}", f"Partner {n}", c, 1.0] for n, c in enumerate(["DE", "EL", "UK", "FR", "XK", "QQ"])]
    grid = Grid("List", rows)
    (table,), _ = find_tables(grid)
    staged = stage(table, understand(table, grid), grid, StageOptions())
    assert [p.cell for p in staged.problems if p.code == "wrong-identifier"] == ["List!C7"]
