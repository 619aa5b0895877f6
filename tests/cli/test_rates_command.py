"""`collabdesk rates`: import, list and explain, as scripts and people see them."""

from __future__ import annotations

import json

import pytest

TABLE = "Base currency,Quote currency,Rate date,Exchange rate,Source\nIUA,USD,2014-01-01,1000,agreed\nGBP,EUR,2025-03-01,1.2010,HMRC\n"


@pytest.fixture
def run(here, tmp_path):
    (tmp_path / "rates.csv").write_text(TABLE, "utf-8")
    return here


def test_rates_are_imported_listed_and_used(run, tmp_path):
    assert run("rates", "import", str(tmp_path / "rates.csv"))[0] == 0
    status, told, _ = run("rates", "list", "--base", "GBP", "--json")
    document = json.loads(told)
    assert (status, [(r["base"], r["quote"], r["source"]) for r in document["own"]]) == (0, [("GBP", "EUR", "HMRC")])
    assert "USD" in document["bundled"]["currencies"]
    assert json.loads(run("rates", "explain", "100", "GBP", "EUR", "2025-03-01", "--json")[1])["value"] == "120.1"


def test_a_file_without_rates_is_refused_and_nothing_is_kept(run, tmp_path):
    (tmp_path / "names.csv").write_text("colour;shape\nred;round\nblue;square\n", "utf-8")
    status, _, said = run("rates", "import", str(tmp_path / "names.csv"))
    assert (status, "holds no table of rates" in said) == (3, True)


def test_a_conversion_is_explained_step_by_step(run):
    status, told, _ = run("rates", "explain", "100", "GBP", "USD", "2014-03-30")
    assert status == 0
    assert told.splitlines()[0] == "100 GBP = 166.3322 USD"
    assert "there is no fixing on 30 March 2014, this is the last one before" in told
    assert "crossed through the euro" in told


def test_no_rate_is_a_problem_and_no_figure(run):
    status, told, said = run("rates", "explain", "100", "RUB", "EUR", "2025-01-01")
    assert (status, told) == (1, "")
    assert said.startswith("No rate, and so no figure: ")
    document = json.loads(run("rates", "explain", "100", "RUB", "EUR", "2025-01-01", "--json")[1])
    assert (document["value"], document["rate"]) == (None, None)


def test_a_period_average_needs_its_period(run):
    assert run("rates", "explain", "1", "GBP", "EUR", "2014-03-30", "--choice", "period_average")[0] == 3
    assert run("rates", "explain", "1", "GBP", "EUR", "2014-03-30", "--period", "2014")[0] == 2
