"""The account of an import foots: every row is accepted, set aside or rejected, and every sum adds up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from funders_files import FILES, FOLDER

DONE, WITH_PROBLEMS = 0, 1
WHY = {"total", "subtotal", "section", "example", "help", "repeated_header", "blank_key"}
ABSENT = pytest.mark.skip(reason="the real funders' files are not beside this checkout")
REAL_FILES = FILES or [pytest.param(FOLDER, marks=ABSENT)]


def assert_foots(document) -> None:
    for file in document["files"]:
        assert file["refused"] is None
        for table in file["tables"]:
            rows = table["rows"]
            assert rows["read"] == rows["accepted"] + rows["set_aside"] + rows["rejected"], table["sheet"]
            assert {entry["why"] for entry in table["set_aside"]} <= WHY
            assert len({entry["row"] for entry in table["set_aside"]}) <= rows["set_aside"]
            if table["outcome"] is not None:
                assert sum(table["outcome"].values()) == rows["accepted"]
            for total in table["totals"].values():
                assert Decimal(total["sum"]).is_finite()


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: path.name)
def test_a_real_file_is_imported_and_its_account_foots(path, collabdesk):
    answer = collabdesk("import", path, "--json")
    assert answer.status in (DONE, WITH_PROBLEMS), answer.err[-500:]
    assert_foots(answer.document)


def test_a_small_csv_foots_against_its_own_total(tmp_path, collabdesk):
    sheet = tmp_path / "partners.csv"
    sheet.write_text(
        "Project code;Partner;Role;Country;EU contribution\n"
        "P1;Alpha;coordinator;DE;1.000,50\nP1;Beta;beneficiary;FR;2.000,25\nTotal;;;;3.000,75\n",
        "utf-8",
    )
    table = collabdesk("look", sheet, "--json", "--currency", "EUR").document["files"][0]["tables"][0]
    assert table["rows"] == {"read": 3, "accepted": 2, "set_aside": 1, "rejected": 0}
    total = table["totals"]["contribution.amount"]
    assert Decimal(total["sum"]) == Decimal(total["stated_total"]) == Decimal("3000.75")
    assert Decimal(total["difference"]) == 0


def test_look_has_no_batch_and_import_has_one_that_can_be_reverted(tmp_path, collabdesk):
    sheet = tmp_path / "partners.csv"
    sheet.write_text("Project code,Partner,Role,Country,EU contribution\nP1,Alpha,coordinator,DE,1000.50\n", "utf-8")
    assert collabdesk("look", sheet, "--json").document["batch"] is None
    batch = collabdesk("import", sheet, "--json", "--currency", "EUR").document["batch"]
    assert collabdesk("list", "contribution", "--json").out.count("1000.5") == 1
    assert collabdesk("revert", batch).status == DONE
    assert "1000.5" not in collabdesk("list", "contribution", "--json").out
