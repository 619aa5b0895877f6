"""Which project a person means, and lists as rows."""

import pytest

from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import listing
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path):
    projects = [
        Project(code="7", acronym="ALPHA"),
        Project(title="Without a code"),
        Project(title="Twin"),
        Project(title="Twin"),
    ]
    with Workspace.open(fresh_database(tmp_path)) as opened:
        with opened.changing("Fill") as step:
            step.add_many(projects)
            step.add(Partner(name="=SUM(A1)"))
        yield opened


@pytest.mark.parametrize(("said", "meant"), [("7", 1), ("ALPHA", 1), (" alpha", 1), ("Without a code", 2), ("#3", 3)])
def test_a_project_is_named_by_code_acronym_title_or_number(workspace, said, meant):
    assert listing.project_id(workspace, said) == meant


@pytest.mark.parametrize("said", ["", "nobody", "#99", "#x"])
def test_an_unknown_project_is_refused(workspace, said):
    with pytest.raises(Refused, match="no project"):
        listing.project_id(workspace, said)


def test_two_projects_of_one_name_are_told_apart_by_their_numbers(workspace):
    with pytest.raises(Refused, match="#3, #4"):
        listing.project_id(workspace, "Twin")


def test_each_project_has_a_handle_that_finds_it(workspace):
    for project in workspace.find("project"):
        assert listing.project_id(workspace, listing.handle(project)) == project.id


def test_a_noun_without_a_project_is_not_listed_by_one(workspace):
    with pytest.raises(Refused, match="no single project"):
        listing.listed(workspace, "partner", "7")


def test_a_text_that_looks_like_a_formula_is_made_safe():
    assert listing.safe("=SUM(A1)") == "'=SUM(A1)"
    assert listing.safe(None) == ""
