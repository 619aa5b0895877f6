"""`collabdesk budget`: from the imported budget to an approved version, with transfers, amendment and comparison."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.costs import CostItem
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

D = Decimal


@pytest.fixture
def database(tmp_path):
    path = fresh_database(tmp_path)
    with Workspace.open(path, person="Ada") as workspace, workspace.changing("Fill") as step:
        step.add(Project(code="P1", currency="USD", rule_pack="us_2cfr200", signed_on="2025-01-10", end="2026-12-31"))
        step.add(Partner(name="North Fjord University", short_name="NFU"))
        for category, amount in (("Salaries", 60000), ("Travel", 40000)):
            step.add(BudgetLine(project_id=1, partner_id=1, category=category, amount=D(amount), currency="USD"))
        for category, amount in (("Travel", "100.50"), ("Tuition", "7")):
            step.add(CostItem(project_id=1, partner_id=1, category=category, expended=D(amount), currency="USD"))
    return path


@pytest.fixture
def run(here):
    return lambda act, *given: here("budget", act, "P1", *given)


def test_a_version_goes_from_draft_to_approved(run):
    assert run("begin", "--reason", "Year two")[1].startswith("V1 was begun from the budget as imported.")
    lines = json.loads(run("lines", "V1", "--json")[1])["lines"]
    assert [(line["id"], line["partner"], line["amount"]) for line in lines] == [
        (3, "NFU", "60000"),
        (4, "NFU", "40000"),
    ]
    status, said, _ = run("transfer", "V1", "3", "4", "5000.25", "--reason", "Field work")
    assert status == 0
    assert said.startswith(
        "5,000.25 USD moved since the budget as imported, 5.0 % of 100,000.00 USD; the limit of us_2cfr"
    )
    assert "Field work" in run("transfers", "V1")[1]
    assert run("propose", "V1")[:2] == (0, "Propose budget version V1.\n")
    assert run("approve", "V1", "--by", "NSF", "--on", "2025-06-01")[:2] == (0, "Approve budget version V1.\n")
    told = json.loads(run("versions", "--as-of", "2025-06-30", "--json")[1])
    assert told["in_force"] == "V1"
    assert (told["versions"][0]["status"], told["versions"][0]["approved_by"]) == ("approved", "NSF")
    assert "In force on 2025-05-31: imported." in run("versions", "--as-of", "2025-05-31")[1]


def test_more_than_the_limit_needs_an_amendment(run, database):
    run("begin")
    run("transfer", "V1", "3", "4", "20000", "--reason", "Field work")
    moved = json.loads(run("transfers", "V1", "--json")[1])["moved"]
    assert (moved[0]["share"], moved[0]["limit"], moved[0]["exceeded"]) == ("0.2000", "0.1", True)
    run("propose", "V1")
    status, _, err = run("approve", "V1", "--by", "NSF", "--on", "2025-06-01")
    assert status == 3
    assert "Name the amendment" in err
    run("send-back", "V1", "--reason", "Ask the funder")
    said = run("amend", "A1", "--signed", "2025-05-20", "--set", "end=2027-06-30", "--set", "funding=110000.50")[1]
    assert said == "Amendment A1: end: 2026-12-31 → 2027-06-30; funding: not recorded → 110000.5 USD.\n"
    run("propose", "V1")
    assert run("approve", "V1", "--by", "NSF", "--on", "2025-06-01", "--amendment", "A1")[0] == 0
    with Workspace.open(database) as workspace:
        assert workspace.get("project", 1).end == "2027-06-30"
        assert workspace.find("budget_version")[0].effective == "2025-05-20"


def test_two_versions_are_compared(run):
    run("begin")
    run("transfer", "V1", "3", "4", "10", "--reason", "Field work")
    told = json.loads(run("compare", "imported", "V1", "--json")[1])
    assert [(c["kind"], c["fields"], c["difference"]) for c in told["changes"]] == [
        ("changed", ["amount"], "-10"), ("changed", ["amount"], "10")]  # fmt: skip
    assert told["totals"]["category"][0] == {
        "of": "Salaries", "currency": "USD", "old": "60000", "new": "59990", "difference": "-10"}  # fmt: skip
    assert "In all 100000 to 100000 USD: 0." in run("compare", "imported", "V1")[1]


def test_tables_foot_in_every_form(run):
    pivot = json.loads(run("pivot", "--json")[1])["tables"][0]
    assert (pivot["columns"], pivot["totals"], pivot["total"]) == (["Salaries", "Travel"], ["60000", "40000"], "100000")
    narrowed = json.loads(
        run("pivot", "--rows", "category", "--columns", "period", "--only", "partner=nfu", "--json")[1]
    )
    assert narrowed["tables"][0]["total"] == "100000"
    assert "There are: NFU" in run("pivot", "--only", "partner=IOO")[2]
    actual = json.loads(run("actual", "--json")[1])["tables"][0]
    assert actual["unmatched"] == "7"
    assert (actual["total"]["actual"], actual["total"]["remaining"]) == ("107.5", "99892.5")
    assert "Unmatched actuals" in run("actual", "--by", "partner")[1]
    assert run("pivot", "--rows", "category", "--columns", "period")[1].splitlines()[-1].split() == [
        "total", "100000", "100000"]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("propose", "imported"), "imported budget"), (("lines", "V9"), "no budget version 'V9'"),
     (("transfer", "V1", "1", "2", "5", "--reason", "r"), "no such line"),
     (("amend", "A1", "--set", "end=soon"), "end: 'soon' is not a day"), (("amend", "A1", "--set", "end"), "no field")],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_sentence(run, words, sentence):
    run("begin")
    status, _, err = run(*words)
    assert status == 3
    assert sentence in err


def test_a_draft_is_discarded(run):
    run("begin")
    assert run("discard", "V1")[0] == 0
    assert json.loads(run("versions", "--json")[1])["versions"] == []
