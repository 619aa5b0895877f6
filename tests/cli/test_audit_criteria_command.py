"""`collabdesk audit criteria`: sets listed, shown, checked line by line, loaded, used, handed on and taken away."""

import json

import pytest

from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

OWN = """code = "house"
title = "House rules"
version = "1"
source = "Board decision"

[[scale]]
word = "Sound"
legend = "Nothing to mend."

[[criterion]]
key = "overspend"
asks = "At most {tolerance} above the budget."
dimension = "economy"
source = "Board decision"
severity = "high"
tolerance = "2.5 %"
"""


@pytest.fixture
def criteria(database, here, tmp_path):
    """Runs an act of `audit criteria`, refusals too; the books hold one project."""
    fresh_database(tmp_path).rename(database)
    with Workspace.open(database, person="Ada") as workspace, workspace.changing("Set up") as step:
        step.add(Project(code="B-2", currency="EUR"))

    def run(*words, status=0, command=("audit", "criteria")):
        done, out, err = here(*command, *words)
        assert done == status, err
        return out if status == 0 else err

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text(OWN)
    return path


def test_a_set_of_ones_own_is_listed_shown_planned_with_and_kept_while_used(criteria, file):
    assert "--criteria house" in criteria("add", file)
    sets = json.loads(criteria("list", "--json"))["sets"]
    assert [(s["key"], s["own"]) for s in sets][-1] == ("house", True)
    shown = json.loads(criteria("show", "house", "--json"))
    assert shown["criteria"][0]["thresholds"] == {"tolerance": "0.025"}
    assert shown["criteria"][0]["asks"] == "At most 2.5\u00a0% above the budget."
    assert "Sound: Nothing to mend." in criteria("show", "house")
    criteria("plan", "B-2", "--criteria", "house", "--objective", "Is it cheap?", command=("audit",))
    assert "is used by" in criteria("remove", "house", status=3)


def test_errors_are_told_with_file_and_line_and_nothing_is_kept(criteria, file):
    file.write_text(OWN.replace("tolerance =", "tolerence ="))
    assert "house.toml:16: tolerence is not known here; is tolerance meant?" in criteria("check", file, status=1)
    assert "cannot be loaded: 3 errors" in criteria("add", file, status=3)
    assert "house" not in criteria("list")


def test_a_bundled_set_is_exported_changed_and_loaded_under_another_code(criteria, tmp_path):
    out = tmp_path / "mine.toml"
    criteria("export", "three_es", out)
    assert "is a bundled set: give this one another code" in criteria("check", out, status=1)
    out.write_text(out.read_text("utf-8").replace('code = "three_es"', 'code = "mine"'), "utf-8")
    assert "nothing is wrong" in criteria("check", out)
    criteria("add", out)
    assert "undo" in criteria("remove", "mine")
