"""`collabdesk enter`, `set` and `delete`: scripts type what a person would type into the tables."""

import json

import pytest

from databases import fresh_database


@pytest.fixture
def database(tmp_path):
    return fresh_database(tmp_path)


@pytest.fixture
def run(here):
    return here


@pytest.fixture
def begun(run):
    assert run("enter", "project", "code=P1", "currency=EUR", "start=2025-01-01")[0] == 0
    assert run("enter", "partner", "name=North Fjord University", "short_name=NFU", "country=NO")[0] == 0
    return run


def rows(run, noun):
    return json.loads(run("list", noun, "--json")[1])["rows"]


def test_a_record_is_entered_as_one_step_and_told_by_its_number(begun):
    status, out, _ = begun("enter", "cost", "--project", "P1", "partner=nfu", "expended=1.234,56", "currency=CHF",
                           "date=2025-03-14", "--json")  # fmt: skip
    assert (status, json.loads(out)) == (0, {"noun": "cost", "ids": [1]})
    (cost,) = rows(begun, "cost")
    said = cost["expended"], cost["currency"], cost["partner_id"], cost["status"], cost["project_code"]
    assert said == ("1234.5600", "CHF", 1, "entered", "P1")
    begun("undo")
    assert rows(begun, "cost") == []


def test_an_amount_without_a_currency_is_in_the_projects(begun):
    begun("enter", "budget", "--project", "P1", "amount=1,234")
    assert [(r["amount"], r["currency"]) for r in rows(begun, "budget")] == [("1234.0000", "EUR")]


def test_all_that_is_wrong_is_said_and_nothing_is_kept(begun):
    status, _, said = begun("enter", "cost", "--project", "P1", "partner=XYZ", "expended=lots", "status=accepted")
    assert status == 3
    assert "There is no partner “XYZ”." in said
    assert "“lots” is not an amount." in said
    assert "A status is not typed" in said
    assert rows(begun, "cost") == []


def test_the_rows_of_a_csv_file_are_one_step(begun, tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text("partner;category;expended;date\nNFU;Travel;1.000,5;2025-02-01\nNFU;Travel;2,50;M2\n", "utf-8")
    assert begun("enter", "cost", "--project", "P1", "--file", str(file))[0] == 0
    assert [(r["expended"], r["date"]) for r in rows(begun, "cost")] == [
        ("1000.5000", "2025-02-01"), ("2.5000", "2025-02")
    ]  # fmt: skip
    begun("undo")
    assert rows(begun, "cost") == []


def test_a_second_project_of_the_same_code_is_refused(begun):
    status, _, said = begun("enter", "project", "code=P1", "currency=EUR")
    assert (status, said.strip()) == (3, "Row 1, code: There is a project “P1” already.")


def test_what_is_not_typed_into_tables_is_refused_with_what_is(begun):
    status, _, said = begun("enter", "finding", "title=x")
    assert status == 3
    assert "reporting_period" in said


def test_fields_are_set_and_records_deleted_by_code(begun):
    begun("enter", "milestone", "code=MS1", "--project", "P1", "title=Begun")
    assert begun("set", "milestone", "MS1", "baseline=M6", "title=")[0] == 0
    assert [(r["baseline"], r["title"]) for r in rows(begun, "milestone")] == [("2025-06", "")]
    assert begun("delete", "milestone", "MS1")[0] == 0
    assert rows(begun, "milestone") == []
    assert begun("delete", "milestone", "MS1")[0] == 3
