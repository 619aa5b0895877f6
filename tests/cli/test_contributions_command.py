"""`collabdesk contributions`, and the worked examples of contributions and balance from what `enter` was given."""

import json

import pytest

from databases import fresh_database


@pytest.fixture
def database(tmp_path):
    return fresh_database(tmp_path)


@pytest.fixture
def run(here):
    """The command line on a project P1 in euro."""
    here("enter", "project", "code=P1", "currency=EUR", "start=2024-01-01")
    return here


def enter(run, noun, *fields):
    status, _, told = run("enter", noun, "--project", "P1", *fields)
    assert status == 0, told


def partners(run, *countries):
    for number, country in enumerate(countries, 1):
        assert run("enter", "partner", f"name=Partner {number}", f"country={country}")[0] == 0


def figures(run, as_of="2025-12-31"):
    status, out, told = run("figures", "P1", "--as-of", as_of, "--json")
    assert status == 0, told
    return {f["id"]: f for f in json.loads(out)["figures"]}


def test_hhi_and_gini_of_the_published_examples(run):
    partners(run, "DE", "FR", "IT", "ES")
    for number, amount in enumerate((30, 30, 20, 20), 1):
        enter(run, "contribution", f"partner=Partner {number}", f"pledged={amount}", "currency=EUR")
    found = figures(run)
    assert (found["F1-hhi-pledged"]["value"], found["F1-hhi-pledged"]["inputs"]["n"]) == ("2600", "4")
    assert found["F1-hhi-floor-pledged"]["value"] == "2500"
    for number, amount in enumerate((0, 0, 0, 9), 1):
        enter(run, "contribution", f"partner=Partner {number}", f"pledged={amount}", "currency=USD")
    assert figures(run)["F1-gini-pledged-usd"]["value"] == "0.7500"


def test_geographical_return_with_weights_and_its_check(run):
    partners(run, "A", "B", "C", "D")
    for number, amount in enumerate((40, 30, 20, 10), 1):
        enter(run, "contribution", f"partner=Partner {number}", f"received={amount}", "currency=EUR")
    for country, amount, weight in (("A", 18, 2), ("B", 66, "0.5"), ("C", 15, 1), ("D", 6, 1)):
        enter(run, "contract", f"country={country}", f"amount={amount}", f"weight={weight}", "currency=EUR")
    found = figures(run)
    values = {i: f["value"] for i, f in found.items() if f["label"] == "Geographical return coefficient"}
    assert list(values.values()) == ["1.0000", "1.2222", "0.8333", "0.6667"]
    assert found["F1-geo-return-received-check"]["value"] == "1.0000"


def test_an_event_is_claimed_credited_and_counted_once(run, tmp_path):
    partners(run, "DE")
    enter(run, "contribution", "partner=Partner 1", "form=in_kind", "pledged=600", "received=100", "unit_of_account=IUA",
          "received_on=2025-02-01")  # fmt: skip
    enter(run, "credit_event", "partner=Partner 1", "code=CE1", "title=Vault", "amount=100", "unit_of_account=IUA")
    enter(run, "credit_event", "partner=Partner 1", "code=CE2", "title=Coils", "amount=150", "unit_of_account=IUA")
    note = tmp_path / "note.pdf"
    note.write_bytes(b"accepted")
    for event, proof in (("CE1", ("--file", str(note))), ("CE2", ("--evidence", "Letter of 1 March"))):
        assert run("contributions", "claim", "P1", event)[0] == 0
        assert run("contributions", "credit", "P1", event, "--on", "2025-03-01", *proof)[0] == 0
    found = figures(run)
    assert found["F1-received-iua"]["value"] == "250"
    assert found["F1-credit-counted-iua"]["inputs"] == {"recorded as received": "100", "credited": "250"}
    status, _, told = run("contributions", "credit", "P1", "CE2", "--evidence", "Again")
    assert (status, "cannot go from credited" in told) == (3, True)
    assert run("contributions", "claim", "P1", "CE9")[0] == 3


def test_without_evidence_nothing_is_credited(run):
    partners(run, "DE")
    enter(run, "credit_event", "partner=Partner 1", "code=CE1", "amount=100", "currency=EUR")
    run("contributions", "claim", "P1", "CE1")
    status, _, told = run("contributions", "credit", "P1", "CE1")
    assert (status, "only with its evidence" in told) == (3, True)
    assert run("contributions", "refuse", "P1", "CE1", "--reason", "Leak")[0] == 0
    assert run("contributions", "cancel", "P1", "CE1")[0] == 3


def test_members_are_called_by_income_and_their_arrears_are_shown(run):
    partners(run, "DE", "FR", "IT")
    for number, base in enumerate((1, 1, 1), 1):
        enter(run, "scale_share", f"partner=Partner {number}", "year=2025", f"base={base}", "currency=EUR")
    enter(run, "assessment", "year=2025", "total=100", "currency=EUR", "due=2025-03-31")
    assert run("contributions", "call", "P1", "2025")[1] == "The contributions of 2025 are called.\n"
    assert "called already" in run("contributions", "call", "P1", "2025")[1]
    out = run("contributions", "show", "P1", "--as-of", "2025-12-31", "--json")[1]
    years = json.loads(out)["years"]
    assert [(y["member"], y["assessed"], y["arrears"]) for y in years] == [
        ("Partner 1", "33.34", "33.34"), ("Partner 2", "33.33", "33.33"), ("Partner 3", "33.33", "33.33"),
    ]  # fmt: skip
    table = run("contributions", "show", "P1", "--as-of", "2025-12-31")[1]
    assert "Partner 1" in table and "arrears" in table


def test_match_is_measured_against_the_ratio_of_the_grant(run):
    partners(run, "DE")
    run("set", "project", "P1", "funding=1000", "match_ratio=1.5")
    enter(run, "contribution", "partner=Partner 1", "purpose=match", "pledged=1600", "received=900", "currency=EUR")
    found = figures(run)
    assert (found["F1-match-reached"]["value"], found["F1-match-short"]["value"]) == ("0.9000", "600")
    assert found["F1-match-unpromised"]["value"] == "0"
