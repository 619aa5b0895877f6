"""`collabdesk agreement`: entered, looked at, moved and documented from a script."""

import json


def test_an_agreement_is_kept_from_the_command_line(here, tmp_path):
    document = tmp_path / "licence.pdf"
    document.write_bytes(b"signed")
    for words in (
        ("enter", "project", "code=101", "title=Sea"),
        ("enter", "clause", "--project", "101", "code=6.3", "title=Voting", "reference=DESCA", "type=governance"),
        ("enter", "decision", "--project", "101", "code=GA-1", "title=Budget", "entitled=15", "present=9"),
        ("enter", "dataset", "--project", "101", "code=DS1", "title=Buoys", "permitted=EU", "is_personal=no"),
        ("enter", "transfer", "--project", "101", "code=T1", "dataset=DS1", "from_country=NO", "to_country=US"),
        ("enter", "asset", "--project", "101", "code=B1", "title=Model", "form=background"),
        ("agreement", "decide", "101", "GA-1", "adopted", "--on", "2026-05-12"),
        ("agreement", "transfer", "101", "T1", "approved", "--on", "2026-05-01", "--expires", "2026-05-31"),
        ("agreement", "attach", "101", "transfer", "T1", "--file", str(document)),
    ):
        assert here(*words)[0] == 0, words
    status, _, why = here("agreement", "transfer", "101", "T1", "done", "--on", "2026-06-01")
    assert status == 3
    assert "expired on 31 May 2026" in why
    shown = json.loads(here("agreement", "show", "101", "--as-of", "2026-06-30", "--json")[1])
    assert {(r["name"], r["state"]) for r in shown["remarks"]} >= {
        ("GA-1 (Budget)", "contradicts"), ("T1", "contradicts"), ("B1 (Model)", "not_recorded")}  # fmt: skip
    assert {t["name"]: t["value"] for t in shown["terms"]}["quorum"] == "2/3"
    text = here("agreement", "show", "101", "--as-of", "2026-06-30")[1]
    assert "unconfirmed" in text
    assert "compliant" not in text
