"""`collabdesk rules`: packs listed, checked with lines, loaded, used, and what another would give."""

import json

from collabdesk.app import main
from rule_packs import FUND, PEOPLE


def run(capsys, tmp_path, *arguments):
    status = main(["--database", str(tmp_path / "books.db"), *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


OWN = FUND + PEOPLE


def test_a_pack_of_ones_own_is_checked_loaded_used_and_compared(tmp_path, capsys):
    file = tmp_path / "fund.toml"
    file.write_text(OWN.replace("0.07", "'much'"), "utf-8")
    status, _, told = run(capsys, tmp_path, "rules", "check", file)
    assert (status, told) == (1, "fund.toml:9: indirect_rate: 'much' is not a number\n")
    status, _, told = run(capsys, tmp_path, "rules", "load", file)
    assert status == 3 and "cannot be loaded" in told
    file.write_text(OWN, "utf-8")
    assert run(capsys, tmp_path, "rules", "load", file)[:2] == (0, "Load rule pack fund_2025.\n")
    run(capsys, tmp_path, "enter", "project", "code=101", "currency=EUR")
    assert run(capsys, tmp_path, "rules", "use", "101", "fund_2025")[0] == 0
    run(capsys, tmp_path, "enter", "cost", "--project", "101", "category=People", "expended=1000", "currency=EUR",
        "date=2025-03-01")  # fmt: skip
    _, out, _ = run(capsys, tmp_path, "figures", "101", "--json")
    found = {f["id"]: f for f in json.loads(out)["figures"]}
    assert found["F1-indirect"]["value"] == "70"
    assert found["F1-indirect"]["inputs"]["rule pack"] == "fund_2025 1"
    _, out, _ = run(capsys, tmp_path, "rules", "what-if", "101", "horizon_europe_2021", "--json")
    pairs = {p["id"]: p for p in json.loads(out)["figures"]}
    assert (pairs["F1-indirect"]["now"]["value"], pairs["F1-indirect"]["other"]["value"]) == ("70", None)
    assert "no cost is in a category that the rule pack knows (People)" in pairs["F1-direct"]["other"]["note"]
    assert run(capsys, tmp_path, "rules", "remove", "fund_2025")[0] == 3
    run(capsys, tmp_path, "rules", "use", "101", "generic")
    assert run(capsys, tmp_path, "rules", "remove", "fund_2025")[0] == 0


def test_what_a_grant_states_itself_is_kept_and_told(tmp_path, capsys):
    run(capsys, tmp_path, "enter", "project", "code=101", "currency=EUR", "signed_on=2023-05-03")
    run(capsys, tmp_path, "rules", "use", "101", "horizon_europe")
    status, _, told = run(capsys, tmp_path, "rules", "state", "101", "payment_cap", "90")
    assert status == 3 and "write 0.25 for 25 %" in told
    assert run(capsys, tmp_path, "rules", "state", "101", "payment_cap", "0.8", "--source", "data sheet")[0] == 0
    _, out, _ = run(capsys, tmp_path, "rules", "why", "101", "--json")
    why = json.loads(out)
    assert why["pack"]["code"] == "horizon_europe_2021" and why["day"] == "2023-05-03"
    assert why["overrides"] == {"payment_cap": {"value": "0.8", "source": "data sheet", "reason": ""}}
    run(capsys, tmp_path, "rules", "state", "101", "payment_cap", "")
    assert json.loads(run(capsys, tmp_path, "rules", "why", "101", "--json")[1])["overrides"] == {}


def test_every_value_is_shown_with_its_source_and_whether_it_is_confirmed(tmp_path, capsys):
    _, out, _ = run(capsys, tmp_path, "rules", "show", "horizon_europe_2021", "--json")
    values = {v["name"]: v for v in json.loads(out)["values"]}
    assert values["indirect_rate"]["value"] == "0.25" and values["indirect_rate"]["confirmed"] is True
    assert values["rate_choice"]["confirmed"] is False
    assert len(json.loads(run(capsys, tmp_path, "rules", "list", "--json")[1])["packs"]) == 5


def test_award_dates_that_two_packs_claim_are_refused_with_the_line(tmp_path, capsys):
    file = tmp_path / "fund.toml"
    file.write_text(
        OWN.replace('title = "A fund"', 'family = "horizon_europe"\ntitle = "A fund"\nsince = 2025-01-01'), "utf-8"
    )
    status, _, told = run(capsys, tmp_path, "rules", "check", file)
    assert status == 1 and told.startswith("fund.toml:4: its award dates overlap with those of horizon_europe_2021")
