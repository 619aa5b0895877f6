"""`collabdesk partners`: doubles are listed, merged and told apart."""

from __future__ import annotations

import json

import pytest

from collabdesk.domain.partners import Partner
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def database(tmp_path):
    path = fresh_database(tmp_path)
    with Workspace.open(path) as workspace, workspace.changing("Fill") as step:
        step.add_many([Partner(name="Universität Wien", code="999111222"), Partner(name="University of Vienna"),
                       Partner(name="TU Wien")])  # fmt: skip
    return path


@pytest.fixture
def run(here):
    return lambda *given: here("partners", *given)


def test_doubles_are_listed_for_people_and_for_programs(run):
    status, out, _ = run("doubles")
    assert status == 0 and "University of Vienna" in out and "TU Wien" not in out
    (pair,) = json.loads(run("doubles", "--json")[1])["doubles"]
    assert (pair["kept"]["id"], pair["other"]["id"]) == (1, 2)
    assert pair["score"] >= 92


def test_two_are_merged_by_identifier_and_number(run, database):
    assert run("merge", "999111222", "2")[:2] == (0, "Merge University of Vienna into Universität Wien.\n")
    with Workspace.open(database) as workspace:
        assert workspace.count("partner") == 2


def test_two_are_told_apart_once(run):
    assert run("apart", "#1", "University of Vienna")[0] == 0
    assert "0 pairs" in run("doubles")[1]
    assert "already" in run("apart", "1", "2")[1]


def test_a_partner_that_is_not_there_is_refused(run):
    status, _, err = run("merge", "1", "Nobody")
    assert status == 3 and "no partner" in err
