"""Outlines of the organisation's own: saved, renamed, handed on, and refused with the line where a file is wrong."""

from dataclasses import replace
from datetime import date

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases import outline_files, own_outlines, reports
from databases import keep


@pytest.fixture
def own(workspace):
    """The audit's outline with milestones first, under words of one's own."""
    draft = own_outlines.draft_of(workspace, "performance_audit")
    by_key = {s.key: s for s in draft.sections}
    first = replace(by_key["milestones"], title="Where we are", opening='"Late" is\tlate.\nSee below.')
    rest = [replace(s, is_on=s.key in ("summary", "sources")) for s in draft.sections if s.key != "milestones"]
    return own_outlines.save(workspace, replace(draft, title="To the board", sections=(first, *rest)), name="Board 1")


def test_an_own_outline_prints_by_its_name_whatever_the_case(workspace, own):
    keep(workspace, Project(code="X-1"))
    content = reports.compose(workspace, project_code="X-1", outline="board 1", as_of=date(2026, 1, 1))
    assert content.kind == "To the board"
    assert content.outline == own.code


def test_it_offers_every_section_the_printed_ones_first(workspace, own):
    draft = own_outlines.draft_of(workspace, own.code)
    assert [s.key for s in draft.sections if s.is_on] == ["milestones", "summary", "sources"]
    assert {s.key for s in draft.sections} == set(own_outlines.section_titles())
    assert own_outlines.contents(draft.sections[:3]) == [
        "1  Where we are", "2  Summary", "Annex A  Sources of the figures",
    ]  # fmt: skip


def test_saving_the_same_again_changes_nothing(workspace, own):
    before = workspace.last_change
    own_outlines.save(workspace, own_outlines.draft_of(workspace, own.code))
    assert workspace.last_change == before


def test_it_comes_back_from_a_file_as_it_was(workspace, own, tmp_path):
    file = outline_files.write_outline(workspace, "Board 1", tmp_path / "board")
    assert file.name == "board.toml"
    again = outline_files.read_outline(workspace, file)
    assert again.code == "Board 1 2"
    assert again.content == own.content
    assert outline_files.read_outline(workspace, file, replaces=True).code == "Board 1"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("version = 1\nname = ", 2, "no TOML"),
        ('version = 2\nname = "A"', 1, "version 1"),
        ('version = 1\nname = "A"\ncolour = "red"', 3, "'colour' does not belong"),
        ('version = 1\nname = "A"\ntitle = 7', 3, "'title' is not written"),
        ('version = 1\nname = "A"\ntitle = "T"\nbase = "poem"\n[[section]]\nkey = "summary"', 4, "no bundled outline"),
        ('version = 1\nname = "A"\ntitle = "T"\nbase = "project_status"\n\n[[section]]\nkey = "poem"', 7, "no section"),
        ('version = 1\nname = "summary/"\ntitle = "T"\nbase = "project_status"', 2, "needs a name"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(workspace, tmp_path, text, line, why):
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(Refused, match=f"own.toml, line {line}: .*{why}"):
        outline_files.read_outline(workspace, file)
    assert workspace.count("own_outline") == 0


def test_a_bundled_outline_stays_as_it_is(workspace):
    with pytest.raises(Refused, match="bundled outline"):
        own_outlines.remove(workspace, "project_status")
    with pytest.raises(Refused, match="name of a bundled outline"):
        own_outlines.save(workspace, own_outlines.draft_of(workspace, "project_status"), name="project_status")


def test_it_is_renamed_and_removed_as_steps_of_undo(workspace, own):
    own_outlines.rename(workspace, "board 1", "Council")
    assert [c.name for c in own_outlines.choices(workspace) if c.is_own] == ["Council"]
    own_outlines.remove(workspace, "Council")
    workspace.undo()
    assert own_outlines.outline_called(workspace, "council").title == "To the board"


def test_an_outline_that_a_later_program_wrote_is_left_out(workspace, own):
    with workspace.changing("Later") as step:
        step.update(replace(own, content='{"sections": 7}'))
    assert [c for c in own_outlines.choices(workspace) if c.is_own] == []
    with pytest.raises(Refused, match="no report called 'Board 1'"):
        own_outlines.outline_called(workspace, "Board 1")


@pytest.mark.parametrize(
    ("name", "has_project", "has_partner"),
    [("project_status", False, False), ("portfolio_audit", True, False), ("partner_statement", True, False),
     ("performance_audit", True, True)],
)  # fmt: skip
def test_an_outline_of_another_subject_is_refused(workspace, name, has_project, has_partner):
    outline = own_outlines.outline_called(workspace, name)
    with pytest.raises(Refused):
        own_outlines.check_subject(outline, has_project=has_project, has_partner=has_partner)
