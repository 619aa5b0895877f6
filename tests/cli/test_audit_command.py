"""`collabdesk audit` from planning to the next audit: findings, evidence, responding, concluding, following_up."""

import json

import pytest

from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def audit(database, here, tmp_path):
    """Runs an act of `audit`, refusals too; the books hold one project."""
    fresh_database(tmp_path).rename(database)
    with Workspace.open(database, person="Ada") as workspace, workspace.changing("Set up") as step:
        step.add(Project(code="B-2", acronym="BETA", currency="EUR"))

    def run(*words, status=0):
        done, out, err = here("audit", *words)
        assert done == status, err
        return out if status == 0 else err

    return run


def planned(audit, *more):
    return audit("plan", "B-2", "--as-of", "2025-06-30", "--title", "First", "--objective", "Does it work?", *more)


def test_the_plan_is_kept_with_objectives_team_and_words(audit):
    assert "Audit 1: First" in planned(
        audit, "--objective", "Is it cheap?", "--team", "Ada Lead; lead; none", "--team", "Cy; auditor",
        "--scope", "All of it", "--period-start", "2024-01-01", "--distribution", "Board",
    )  # fmt: skip
    said = json.loads(audit("show", 1, "--json"))
    assert [o["code"] for o in said["objectives"]] == ["O1", "O2"]
    assert [(m["name"], m["interests"]) for m in said["team"]] == [("Ada Lead", "none"), ("Cy", "")]
    assert (said["scope"], said["period_start"], said["distribution"]) == ("All of it", "2024-01-01", "Board")
    assert "Cy has not declared" in audit("move", 1, "fieldwork", status=3)
    audit("declare", 1, "Cy", "none")
    assert "Audit fieldwork." in audit("move", 1, "fieldwork")
    assert "declared" in audit("show", 1)
    assert json.loads(audit("list", "--json"))["audits"][0]["status"] == "fieldwork"


def test_an_audit_goes_from_its_plan_to_the_end_of_the_next_one(audit, tmp_path):
    planned(audit)
    audit("objective", 1, "Does it last?")
    audit("write", 1, "Late calls", "--condition", "Three were late.", "--questioned-known", "100", "--objective", "O1")
    assert "how the likely" in audit("edit", 1, "--questioned-likely", "900", status=3)
    audit("edit", 1, "--questioned-likely", "900", "--estimated", "Ten times the known.", "--owner", "Bo Coordinator")
    file = tmp_path / "letter.txt"
    file.write_text("Paid late.")
    assert "SHA-256" in audit("evidence", 1, "--add", file, "--title", "Letter")
    audit("accept", 1)
    audit("recommend", "2025-001", "--text", "Call in time", "--addressee", "Bo Coordinator", "--due", "2025-12-31")
    for status in ("fieldwork", "draft", "response"):
        audit("move", 1, status)
    assert "disputed" in audit("respond", "2025-001", "partly", "--text", "Two, not three.", "--by", "Bo Coordinator")
    assert "No conclusion is drawn on O1 and O2" in audit("move", 1, "final", status=3)
    audit("conclude", 1, "o1", "Largely.")
    audit("move", 1, "final", "--reason", "O2 needs another year.")
    assert "O2 needs another year" in audit("show", 1, "--json")

    audit("plan", "B-2", "--as-of", "2026-06-30", "--title", "Second")
    (open_,) = json.loads(audit("earlier", 2, "--json"))["earlier"]
    assert (open_["code"], open_["recommendations"][0]["code"]) == ("2025-001", "R1")
    said = audit("outcome", 2, "2025-001", "not-corrected", "--text", "Two more were late.")
    assert "Repeated as 2026-001, a draft." in said
    found = json.loads(audit("show", 2, "--json"))["findings"][0]
    assert (found["repeat"], found["prior_code"], found["condition"]) == (True, "2025-001", "Two more were late.")
    assert "2026-001" in audit("earlier", 2)


def test_an_answer_in_one_word_is_enough_but_not_twice(audit):
    planned(audit)
    audit("write", 1, "Late")
    assert "issue it first" in audit("respond", 1, "agree", status=3)
    audit("accept", 1)
    assert "Finding agreed." in audit("respond", 1, "agree")
    assert "answered already" in audit("respond", 1, "dispute", status=3)
    assert "Finding agreed." in audit("respond", 1, "dispute", "--text", "We looked again.", "--date", "2025-08-01")
    assert "We looked again." in audit("show", 1)


def test_evidence_is_listed_written_out_and_compared(audit, tmp_path):
    planned(audit)
    audit("write", 1, "Late")
    file = tmp_path / "letter.txt"
    assert "cannot be read as evidence" in audit("evidence", 1, "--add", file, status=3)
    file.write_text("Paid late.")
    audit("evidence", 1, "--add", file)
    assert "as it was kept" in audit("evidence", 1)
    audit("evidence", 1, "--save", 1, "--out", tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_text() == "Paid late."
    assert "is the file kept as letter.txt" in audit("evidence", 1, "--compare", file)
    file.write_text("Paid in time.")
    assert "is not the file that was kept" in audit("evidence", 1, "--compare", file, status=3)
    assert json.loads(audit("evidence", 1, "--json"))["evidence"][0]["problem"] is None


def test_what_was_done_is_verified_by_somebody_else(audit):
    planned(audit)
    audit("write", 1, "Late", "--owner", "Bo Coordinator")
    audit("accept", 1)
    audit("recommend", 1, "--text", "Call in time", "--addressee", "Bo Coordinator")
    audit("respond", 1, "agree")
    for status in ("action_planned", "implemented"):
        audit("follow-up", "finding", 1, status)
    for status in ("in_progress", "implemented_claimed"):
        audit("follow-up", "recommendation", 1, status)
    assert "cannot verify" in audit("verify", "finding", 1, "--by", "B. Coordinator", status=3)
    assert "verified by Cy." in audit("verify", "finding", 1, "--by", "Cy")
    assert "cannot verify" in audit("follow-up", "recommendation", 1, "verified", "--by", "bo coordinator", status=3)
    assert "verified by Cy." in audit("verify", "recommendation", 1, "--by", "Cy", "--note", "Seen.")


def test_a_repeat_cites_what_there_is_and_a_reference_that_two_share_is_asked_about(audit, database):
    planned(audit)
    assert "no finding 2019-001" in audit("write", 1, "Again", "--repeat-of", "2019-001", status=3)
    from collabdesk.domain.findings import Finding

    with Workspace.open(database) as workspace, workspace.changing("Import") as step:
        for award in ("A", "B"):
            step.add(Finding(code="2019-001", project_id=1, award=award, status="issued"))
    audit("write", 1, "Again", "--repeat-of", "2019-001")
    assert "Several findings" in audit("respond", "2019-001", "agree", status=3)


def test_the_scale_says_by_which_words_one_rates(audit):
    audit("plan", "B-2", "--as-of", "2025-06-30", "--criteria", "oecd_dac")
    scale = json.loads(audit("scale", 1, "--json"))
    assert [c["criterion"] for c in scale["criteria"]]
    name, word = scale["criteria"][0]["criterion"], scale["scale"][0]["word"]
    audit("rate", 1, name, word.upper(), "--reason", "As planned.")
    assert json.loads(audit("scale", 1, "--json"))["criteria"][0]["rating"] == word
    assert "The scale has no" in audit("rate", 1, name, "splendid", status=3)
