"""Versions of one list are known by their names, whatever numbers and dates stand in them."""

from __future__ import annotations

from collabdesk.usecases.keeping.versions import family


def test_numbers_dates_and_endings_make_no_other_list() -> None:
    assert family("Projects 2024-03.xlsx") == family("projects_2025.csv") == "projects"
    assert family("Projects.xlsx") != family("Partners.xlsx")
