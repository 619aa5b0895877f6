"""Partners across files: found by what identifies them, offered when alike, merged and told apart by a person only."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from books import books
from collabdesk.domain.nouns import NOUNS, Contribution, Participation, Partner, Project
from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.usecases import edits, figures, provenance
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.imports import accept, look_at, revert
from collabdesk.usecases.partners import CONFIDENT, foresee, likenesses, merge, possible_doubles, tell_apart
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEAD = "Project number,Organisation ID,VAT number,Organisation name,Country,Role,EU contribution\n"
FIRST = HEAD + "P1,111,,Universität Wien,AT,coordinator,100\nP1,,,TU Graz,AT,participant,50\n"


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as opened:
        yield opened


@pytest.fixture
def look(tmp_path):
    def at(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return look_at([path])

    return at


def names(workspace):
    return [(p.code, p.name) for p in workspace.find("partner")]


def everything(workspace):
    return {noun: workspace.find(noun) for noun in NOUNS}


# Matching without asking


def test_a_partner_is_known_by_its_vat_number_whatever_its_name(workspace, look):
    accept(workspace, look(HEAD + "P1,,AT U123 45678,Muster Werke,AT,participant,5\n"))
    accept(workspace, look(HEAD + "P2,,ATU12345678,Muster Werke Neu,AT,participant,6\n"))
    assert len(names(workspace)) == 1


def test_a_name_in_other_case_and_spacing_is_the_same_and_one_that_is_alike_only_is_not(workspace, look):
    accept(workspace, look(FIRST))
    accept(
        workspace, look(HEAD + "P2,,,tu  graz,AT,participant,5\nP2,,,Technische Universität Graz,AT,participant,5\n")
    )
    assert names(workspace) == [("111", "Universität Wien"), ("", "tu  graz"), ("", "Technische Universität Graz")]


# Likenesses before an import


def test_names_like_those_there_are_offered_with_cell_rows_and_reason(workspace, look):
    accept(workspace, look(FIRST))
    staged = look(
        HEAD + "P2,,,University of Vienna,AT,participant,5\nP3,,,University of Vienna,AT,participant,5\n"
        "P2,,,TU Wien,AT,participant,7\n"
    )
    (found,) = likenesses(workspace, staged)
    assert (found.name, found.code, found.rows, found.where) == ("University of Vienna", "", 2, "list.csv, D2")
    assert (found.partner_id, found.partner_name, found.partner_code) == (1, "Universität Wien", "111")
    assert found.score >= CONFIDENT and "AT" in found.why
    assert workspace.count("partner") == 2, "nothing was kept"


def test_names_in_one_file_that_are_alike_are_offered_too(workspace, look):
    (found,) = likenesses(
        workspace,
        look(HEAD + "P1,,,Rossi Impianti S.p.A.,IT,participant,5\nP1,,,ROSSI IMPIANTI SPA,IT,participant,5\n"),
    )
    assert (found.partner_id, found.partner_name) == (None, "Rossi Impianti S.p.A.")


def test_likenesses_leave_out_tables_that_are_not_wanted_and_can_be_given_up(workspace, look):
    accept(workspace, look(FIRST))
    staged = look(HEAD + "P2,,,University of Vienna,AT,participant,5\n")
    assert likenesses(workspace, staged, skip=staged.tables) == []
    with pytest.raises(Cancelled):
        likenesses(workspace, staged, is_cancelled=lambda: True)


def test_names_that_are_not_compared_with_all_others_are_told(workspace, look):
    lines = "".join(f"P1,{900000000 + n},,Town Council,AT,participant,5\n" for n in range(250))
    found = likenesses(workspace, look(HEAD + lines))
    assert not found, "their identifiers differ"
    assert found.note.startswith("250 of 250 new names were not compared with every other")
    assert not likenesses(workspace, look(HEAD + "P1,,,Town Council,AT,participant,5\n")).note


def test_looking_for_likenesses_can_be_given_up_at_any_moment(workspace, look):
    accept(workspace, look(FIRST))
    staged = look(HEAD + "".join(f"P1,,,Energy Systems of {n:b},AT,participant,5\n" for n in range(4000)))
    asked = [time.monotonic()]

    def is_cancelled():
        asked.append(time.monotonic())
        return False

    likenesses(workspace, staged, is_cancelled=is_cancelled)
    assert max(b - a for a, b in pairwise(asked)) < 1.0


def test_what_a_person_says_is_the_same_is_kept_as_one_and_not_asked_again(workspace, look):
    accept(workspace, look(FIRST))
    text = HEAD + "P2,,,University of Vienna,AT,participant,5\n"
    accept(workspace, look(text), decisions=Decisions(same={("University of Vienna", ""): 1}))
    assert names(workspace) == [("111", "Universität Wien"), ("", "TU Graz")]
    assert {p.partner_id for p in workspace.find("participation", project_id=2)} == {1}
    (said,) = workspace.find("partner_name")
    assert (said.partner_id, said.name, said.verdict, said.decided_by) == (1, "University of Vienna", "same", "tester")
    again = look(HEAD + "P3,,,UNIVERSITY OF VIENNA,AT,participant,5\n")
    assert likenesses(workspace, again) == []
    accept(workspace, again)
    assert workspace.count("partner") == 2
    revert(workspace, 3)
    revert(workspace, 2)
    assert workspace.count("partner_name") == 0
    assert likenesses(workspace, look(text))


def test_what_a_person_says_is_another_is_kept_apart_and_not_asked_again(workspace, look):
    accept(workspace, look(FIRST))
    text = HEAD + "P2,,,University of Vienna,AT,participant,5\n"
    accept(workspace, look(text), decisions=Decisions(different={("University of Vienna", "", 1)}))
    assert len(names(workspace)) == 3
    assert possible_doubles(workspace) == []
    workspace.undo()
    assert (workspace.count("partner"), workspace.count("partner_name")) == (2, 0)


def test_the_very_same_name_is_another_where_a_person_says_so(workspace, look):
    accept(workspace, look(FIRST))
    accept(
        workspace, look(HEAD + "P2,,,TU Graz,AT,participant,5\n"), decisions=Decisions(different={("TU Graz", "", 2)})
    )
    assert [name for _, name in names(workspace)].count("TU Graz") == 2


def test_a_decision_for_a_partner_that_is_gone_is_refused(workspace, look):
    accept(workspace, look(FIRST))
    with pytest.raises(Refused, match="not there any more"):
        accept(workspace, look(HEAD + "P2,,,X,AT,participant,5\n"), decisions=Decisions(same={("X", ""): 77}))
    assert workspace.count("partner") == 2


# Merging


@pytest.fixture
def two(workspace):
    """Two partners that are one, in two projects; both take part in the first."""
    with workspace.changing("Fill") as step:
        projects = [step.add(Project(code=f"P{n}")) for n in (1, 2)]
        one = step.add(Partner(code="111", name="Universität Wien", country="AT"))
        other = step.add(Partner(name="University of Vienna", city="Vienna", sme=False))
        for project, partner, role in ((0, one, "coordinator"), (0, other, "participant"), (1, other, "participant")):
            part = step.add(Participation(project_id=projects[project].id, partner_id=partner.id, role=role))
            step.add(
                Contribution(project_id=projects[project].id, partner_id=partner.id, participation_id=part.id,
                             amount=Decimal(10), currency="EUR")
            )  # fmt: skip
    return one.id, other.id


def test_a_merge_repoints_fills_remembers_and_is_one_step(workspace, two):
    before = everything(workspace)
    foreseen = foresee(workspace, *two)
    assert (foreseen.moved, foreseen.filled, foreseen.joined) == (
        {"contribution": 2, "participation": 2},
        ("sme", "city"),
        0,
    )
    change = merge(workspace, *two)
    assert change.label == "Merge University of Vienna into Universität Wien"
    (kept,) = workspace.find("partner")
    assert (kept.name, kept.code, kept.city, kept.sme) == ("Universität Wien", "111", "Vienna", False)
    assert {c.partner_id for c in workspace.find("contribution")} == {kept.id}
    assert [p.role for p in workspace.find("participation")] == ["coordinator", "participant", "participant"]
    assert [(n.name, n.verdict) for n in workspace.find("partner_name")] == [("University of Vienna", "same")]
    assert workspace.problems() == []
    workspace.undo()
    assert everything(workspace) == before
    workspace.redo()
    assert workspace.count("partner") == 1


def test_participations_that_say_the_same_become_one_and_keep_their_contributions(workspace, two):
    with workspace.changing("Also coordinator") as step:
        step.update(replace(workspace.find("participation")[1], role="coordinator"))
    assert foresee(workspace, *two).joined == 1
    merge(workspace, *two)
    parts = {p.id for p in workspace.find("participation")}
    assert len(parts) == 2
    assert {c.participation_id for c in workspace.find("contribution")} == parts
    assert sum(c.amount for c in workspace.find("contribution")) == 30


def test_a_merged_name_is_known_again_in_the_next_file(workspace, look):
    accept(workspace, look(FIRST))
    text = HEAD + "P2,999,,University of Vienna,AT,participant,5\n"
    accept(workspace, look(text))
    merge(workspace, 1, 3)
    told = books(workspace)
    accept(workspace, look(text))
    assert workspace.count("partner") == 2
    assert {n: c for n, c in books(workspace).items() if n != "cost"} == {n: c for n, c in told.items() if n != "cost"}


def test_a_partner_that_a_file_renames_by_its_identifier_keeps_its_former_name_for_other_files(workspace, look):
    costs = "Project number,Partner,Cost category,Expended\nP1,Universität Wien,Travel,100\nP1,TU Graz,Travel,50\n"
    accept(workspace, look(FIRST))
    accept(workspace, look(costs, "costs.csv"))
    before = books(workspace)
    accept(workspace, look(FIRST.replace("Universität Wien", "University of Vienna")))
    accept(workspace, look(costs, "costs.csv"))
    assert names(workspace) == [("111", "University of Vienna"), ("", "TU Graz")]
    assert workspace.count("cost") == 2
    revert(workspace, 3)
    accept(workspace, look(FIRST))
    assert {noun: books(workspace)[noun] for noun in ("partner", "cost")} \
        == {noun: before[noun] for noun in ("partner", "cost")}  # fmt: skip


def test_a_partner_that_is_renamed_by_hand_is_known_by_its_former_name_and_undo_forgets_it(workspace, look):
    accept(workspace, look(FIRST))
    before = everything(workspace)
    edits.edit(workspace, "partner", 2, "Edit partner", name="Graz University of Technology")
    after = everything(workspace)
    accept(workspace, look(FIRST.replace(",50", ",60")))
    assert names(workspace) == [("111", "Universität Wien"), ("", "Graz University of Technology")]
    assert workspace.count("contribution") == 2
    workspace.undo()
    assert everything(workspace) == after
    workspace.undo()
    assert everything(workspace) == before


def test_after_a_merge_every_figure_still_leads_to_its_cells(workspace, look):
    accept(workspace, look(FIRST))
    accept(workspace, look(HEAD + "P1,,,University of Vienna,AT,participant,70\n", "second.csv"))
    merge(workspace, 1, 3)
    told = figures.figures(workspace, "P1", date(2024, 1, 1))
    sources = {s.file for f in told for s in provenance.sources_of(workspace, f)}
    assert {"list.csv", "second.csv"} <= sources


def test_a_partner_is_not_merged_with_itself_or_with_one_that_is_gone(workspace, two):
    with pytest.raises(Refused):
        merge(workspace, two[0], two[0])
    with pytest.raises(Refused):
        merge(workspace, two[0], 99)


# Doubles among those that are there


def test_doubles_that_are_there_are_found_until_they_are_told_apart(workspace, two):
    (pair,) = possible_doubles(workspace)
    assert (pair.kept.id, pair.other.id) == two
    change = tell_apart(workspace, *two)
    assert "apart" in change.label
    assert possible_doubles(workspace) == []
    workspace.undo()
    assert possible_doubles(workspace)


def test_merging_after_telling_apart_takes_that_back(workspace, two):
    tell_apart(workspace, *two)
    merge(workspace, *two)
    assert [n.verdict for n in workspace.find("partner_name")] == ["same"]


@pytest.mark.parametrize("seed", range(3))
def test_merges_in_any_order_are_undone_and_done_again_exactly(workspace, seed):
    chance = random.Random(seed)
    with workspace.changing("Fill") as step:
        projects = [step.add(Project(code=f"P{n}")) for n in range(3)]
        for n in range(12):
            partner = step.add(Partner(name=f"N{n}", code=chance.choice(["", f"C{n}"]), city=chance.choice(["", "X"])))
            for project in chance.sample(projects, 2):
                part = step.add(
                    Participation(project_id=project.id, partner_id=partner.id, role=chance.choice(["a", "b"]))
                )
                step.add(Contribution(project_id=project.id, partner_id=partner.id, participation_id=part.id,
                                      amount=Decimal(chance.randint(1, 99)), currency="EUR"))  # fmt: skip
    total = sum(c.amount for c in workspace.find("contribution"))
    states = [everything(workspace)]
    for _ in range(8):
        one, other = chance.sample(list(workspace.ids("partner")), 2)
        chance.choice((merge, merge, tell_apart))(workspace, one, other)
        states.append(everything(workspace))
        assert sum(c.amount for c in workspace.find("contribution")) == total
        assert workspace.problems() == []
    for state in reversed(states[:-1]):
        workspace.undo()
        assert everything(workspace) == state
    for state in states[1:]:
        workspace.redo()
        assert everything(workspace) == state
