"""Files that belong together say the same whatever the order in which they come, and what waits for another is told."""

from __future__ import annotations

from itertools import permutations

import pytest

from books import books
from collabdesk.domain.problems import Severity
from collabdesk.usecases.imports import LookOptions, accept, look_at, revert
from collabdesk.usecases.looking import Staged
from collabdesk.usecases.workspace import Workspace
from databases import new_location

PROJECTS = """Project number,Acronym,Project title,Coordinator,Start date,End date,EU contribution
P1,ALPHA,Soils of the north,Uni One,2024-01-01,2026-12-31,5000
P2,BETA,Seas of the south,Lab Two,2024-02-01,2026-01-31,7000
"""
PARTNERS = """Project number,Organisation ID,Organisation name,Country,Role,EU contribution
P1,111,Uni One,DE,coordinator,3000
P1,222,Lab Two,FR,participant,2000
P2,222,Lab Two,FR,coordinator,7000
"""
BY_ACRONYM = """Project acronym,Milestone number,Milestone title,Due date
ALPHA,MS1,Kick-off held,2024-02-29
BETA,MS1,Ships chartered,2024-06-30
"""
NUMBERED = """Project number,Partner,Participation number,Role
P1,Uni One,1,coordinator
P1,Lab Two,2,participant
P2,Lab Two,1,coordinator
"""
AWARDS = """Project number,Award Reference,ALN,Amount Expended,Major Program
G1,AWARD-0001,20.205,1000,Y
G1,AWARD-0002,84.010,2000,N
"""
FINDINGS = """Project number,Award reference,Finding reference number,Compliance requirement,Material weakness,Repeat finding
G1,AWARD-0001,2024-001,B,Y,N
G1,AWARD-0002,2024-001,B,N,N
G1,AWARD-0002,2024-002,L,N,N
"""
TEXTS = """Project number,Finding reference number,Finding text
G1,2024-001,Invoices were paid twice.
G1,2024-002,Reports were late.
"""
ACTIONS = """Project number,Finding reference number,Planned corrective action
G1,2024-001,Invoices will be checked by a second person.
G1,2024-002,A calendar of reports will be kept.
"""
PACKAGES = """Project number,Work package number,Work package title,Lead
P1,WP1,Management,Uni One
P1,WP2,Sampling,Lab Two
"""
DELIVERABLES = """Project number,Deliverable number,Deliverable title,Work package,Due date
P1,D1.1,Plan,WP1,2024-06-30
P1,D2.1,Samples,WP2,2025-06-30
"""
COSTS = """Project number,Partner,Cost category,Date,Expended
P1,Uni One,Personnel,2024-03-31,100
P2,Lab Two,Travel,2024-04-30,50
"""

SPENT = """Project number,Partner,Cost category,Expended
P1,Uni One,Personnel,100
P1,Uni One,Travel,20
P2,Lab Two,Travel,50
"""

TOGETHER = {
    "projects and partners": (PROJECTS, PARTNERS),
    "projects, partners and their numbers": (PROJECTS, PARTNERS, NUMBERED),
    "projects and milestones by acronym": (PROJECTS, BY_ACRONYM),
    "awards, findings, texts and actions": (AWARDS, FINDINGS, TEXTS, ACTIONS),
    "work packages, deliverables and projects": (PACKAGES, DELIVERABLES, PROJECTS),
    "projects, partners and costs": (PROJECTS, PARTNERS, COSTS),
}


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory):
    """Looks at a text once; gives its staged file."""
    folder = tmp_path_factory.mktemp("files")
    known = {}

    def look(text):
        if text not in known:
            path = folder / f"list {len(known) + 1}.csv"
            path.write_text(text, "utf-8")
            (known[text],) = look_at([path]).files
        return known[text]

    return look


@pytest.fixture
def imported(tmp_path, looked_at):
    """Imports groups of texts one after the other into new books; gives the workspace and the problems of the last."""
    opened = []

    def take(*groups):
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        workspace = Workspace.open(new_location(folder), person="tester")
        opened.append(workspace)
        notes = []
        for group in groups:
            staged = Staged([looked_at(text) for text in group])
            accepted = accept(workspace, staged)
            notes = [n for table in staged.tables for n in accepted.of(table).notes]
        return workspace, notes

    yield take
    for workspace in opened:
        workspace.close()


@pytest.mark.parametrize("name", TOGETHER)
def test_the_books_are_the_same_in_whatever_order_the_files_come(imported, name):
    texts = TOGETHER[name]
    whole = books(imported(texts)[0])
    assert sum(sum(some.values()) for some in whole.values())
    assert books(imported(texts[::-1])[0]) == whole
    for order in permutations(texts):
        one_by_one, notes = imported(*([text] for text in order))
        assert books(one_by_one) == whole
        waiting = {n.code for n in notes if n.code.startswith("unknown-")}
        assert waiting <= (set() if PROJECTS in texts else {"unknown-project"}), "at the end nothing waits any more"


def test_findings_know_their_awards_and_actions_their_findings(imported):
    workspace, _ = imported([ACTIONS], [FINDINGS], [AWARDS])
    awards = {a.id: a.code for a in workspace.find("award")}
    findings = {f.id: f for f in workspace.find("finding")}
    assert [awards[f.award_id] for f in findings.values()] == ["AWARD-0001", "AWARD-0002", "AWARD-0002"]
    assert [findings[r.finding_id].code for r in workspace.find("recommendation")] == ["2024-001", "2024-002"]


def test_what_was_waiting_and_is_joined_is_told(imported):
    _, notes = imported([ACTIONS], [FINDINGS])
    (told,) = [n for n in notes if n.code == "joined"]
    assert told.text == "2 corrective actions that were waiting for their finding are joined now"
    assert not [n for n in imported([FINDINGS], [ACTIONS])[1] if n.code == "joined"]


def test_a_file_that_names_no_project_is_the_same_under_another_name(tmp_path):
    for name in ("Ocean costs.csv", "copy of costs.csv"):
        (tmp_path / name).write_text("Partner,Cost category,Expended\nUni One,Travel,5\nLab Two,Travel,7\n", "utf-8")
    with Workspace.open(new_location(tmp_path), person="tester") as workspace:
        accept(workspace, look_at([tmp_path / "Ocean costs.csv"]))
        accept(workspace, look_at([tmp_path / "copy of costs.csv"]))
        assert [p.title for p in workspace.find("project")] == ["Ocean costs"]
        assert workspace.count("cost") == 2


def test_costs_of_a_list_and_its_next_version_in_one_go_are_there_once(imported):
    newer = SPENT.replace(",20\n", ",25\n")
    workspace, _ = imported([SPENT, newer])
    assert books(workspace) == books(imported([SPENT], [newer])[0])
    assert sum(c.expended for c in workspace.find("cost")) == 175


def test_costs_of_two_lists_in_one_go_are_counted_apart_though_they_are_called_alike(imported):
    february = SPENT.replace("100", "70").replace(",20\n", ",30\n")
    workspace, _ = imported([SPENT, february])
    assert sorted(c.expended for c in workspace.find("cost")) == [20, 30, 50, 50, 70, 100]


def test_texts_that_came_first_are_the_texts_of_every_award(imported):
    workspace, _ = imported([TEXTS], [FINDINGS])
    said = [(f.award, f.code, f.text) for f in workspace.find("finding")]
    assert sorted(said) == [
        ("AWARD-0001", "2024-001", "Invoices were paid twice."),
        ("AWARD-0002", "2024-001", "Invoices were paid twice."),
        ("AWARD-0002", "2024-002", "Reports were late."),
    ]


WAITING = {
    "unknown-project": (PARTNERS + "P9,333,Lab Three,IT,participant,10\n", [PROJECTS], "A5", "P9"),
    "unknown-award": (FINDINGS + "G1,AWARD-0007,2024-003,L,N,N\n", [AWARDS], "B5", "AWARD-0007"),
    "unknown-finding": (ACTIONS + "G1,2024-009,Something will be done.\n", [FINDINGS], "B4", "2024-009"),
    "unknown-work-package": (DELIVERABLES + "P1,D7.1,Maps,WP7,2025-06-30\n", [PACKAGES], "D4", "WP7"),
}


@pytest.mark.parametrize("code", WAITING)
def test_a_row_that_names_what_is_not_there_is_kept_and_told_with_its_cell(imported, code):
    text, before, cell, name = WAITING[code]
    workspace, notes = imported(before, [text])
    (told,) = [n for n in notes if n.code == code]
    assert (told.cell, told.severity) == (cell, Severity.WARNING)
    assert name in told.text and "1 row" in told.text
    noun = {"unknown-project": "participation", "unknown-award": "finding", "unknown-finding": "recommendation"}
    assert workspace.count(noun.get(code, "deliverable")) == len(text.splitlines()) - 1


@pytest.mark.parametrize("code", WAITING)
def test_where_the_whole_file_waits_for_another_it_is_a_note(imported, code):
    text = WAITING[code][0]
    (told,) = [n for n in imported([text])[1] if n.code == code]
    assert told.severity is Severity.NOTE


def test_a_project_known_by_its_code_alone_gets_the_rest_when_its_list_comes(imported):
    workspace, _ = imported([PARTNERS], [PROJECTS])
    assert [(p.code, p.title) for p in workspace.find("project")] == [
        ("P1", "Soils of the north"),
        ("P2", "Seas of the south"),
    ]


def test_what_was_joined_is_waiting_again_when_the_later_file_is_taken_back(imported):
    workspace, _ = imported([ACTIONS], [FINDINGS])
    before = books(imported([ACTIONS])[0])
    revert(workspace, 2)
    assert books(workspace) == before


def test_a_partner_named_with_and_without_its_number_in_one_file_is_one(imported):
    workspace, _ = imported([PARTNERS + "P2,,Uni One,DE,participant,5\n"])
    assert [(p.code, p.name) for p in workspace.find("partner")] == [("111", "Uni One"), ("222", "Lab Two")]


def test_two_numbered_partners_of_one_name_stay_two_though_the_name_was_there_without_number(imported):
    names = "Project number,Organisation name,Country,Role\nP1,Uni One,DE,coordinator\n"
    two = "Project number,Organisation ID,Organisation name,Country,Role\nP1,1,Uni One,DE,coordinator\nP1,2,Uni One,DE,participant\n"
    workspace, _ = imported([names], [two])
    assert sorted(p.code for p in workspace.find("partner")) == ["1", "2"]


@pytest.mark.parametrize("folder", ["cordis", "us-fac", "anr"])
def test_real_files_say_the_same_in_either_order(real_files, tmp_path, folder):
    files = sorted(p for p in (real_files / folder).iterdir() if p.suffix in {".csv", ".xlsx"})
    files = [p for p in files if not p.name.startswith("HE_")]
    staged = {path: look_at([path], LookOptions()) for path in files}
    said = []
    for n, order in enumerate((files, files[::-1])):
        place = tmp_path / str(n)
        place.mkdir()
        with Workspace.open(new_location(place), person="tester") as workspace:
            for path in order:
                accept(workspace, staged[path])
            said.append(books(workspace))
    assert said[0] == said[1]
