"""`collabdesk outlines`, `organisation` and `report` in its other shapes, as a script uses them."""

import json

import pytest


@pytest.fixture
def books(here):
    here("enter", "project", "code=X-1", "currency=EUR")
    here("enter", "partner", "name=North University", "short_name=NU")
    here("enter", "participation", "--project", "X-1", "partner=North University", "role=beneficiary")
    return here


def test_an_outline_goes_round_and_prints_by_its_name(books, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(
        'version = 1\nname = "Board"\ntitle = "To the board"\nbase = "performance_audit"\n'
        '[[section]]\nkey = "background"\nopening = "As agreed."\n',
        "utf-8",
    )
    assert books("outlines", "add", file)[0] == 0
    listed = json.loads(books("outlines", "list", "--json")[1])["outlines"]
    assert {"name": "Board", "title": "To the board", "of": ["project"], "own": True} in listed
    assert json.loads(books("outlines", "show", "Board", "--json")[1])["sections"] == [
        {"key": "background", "title": "Background", "opening": "As agreed.", "on": True}
    ]
    assert books("report", "X-1", "--outline", "board", "--out", tmp_path / "a.pdf", "--as-of", "2026-01-01")[0] == 0
    assert books("outlines", "export", "Board", tmp_path / "out")[1] == "Written to out.toml.\n"
    assert (tmp_path / "out.toml").read_text("utf-8").endswith('opening = "As agreed."\n')
    assert books("outlines", "remove", "Board")[0] == 0
    assert books("outlines", "remove", "Board")[0] == 3


def test_a_wrong_file_is_refused_with_its_line(books, tmp_path):
    file = tmp_path / "own.toml"
    file.write_text('version = 1\nname = "Board"\nmood = "good"\n', "utf-8")
    assert books("outlines", "add", file) == (3, "", "own.toml, line 3: 'mood' does not belong in an outline.\n")


def test_the_organisation_is_shown_and_set(books):
    assert books("organisation", "set", "--name", "Review Office", "--language", "de", "--accent", "#1F5A2E")[0] == 0
    said = json.loads(books("organisation", "show", "--json")[1])["organisation"]
    assert (said["name"], said["language"], said["accent"]) == ("Review Office", "de", "#1F5A2E")
    assert "8.20 to 1" in books("organisation", "show")[1]
    status, _, told = books("organisation", "set", "--second", "#FFFF00")
    assert status == 3
    assert "1.07 to 1" in told
    assert books("organisation", "set")[0] == 3


def test_a_statement_of_a_partner_needs_no_outlines_name(books, tmp_path):
    file = tmp_path / "partner.pdf"
    status, said, _ = books("report", "X-1", "--partner", "NU", "--language", "es", "--out", file)
    assert (status, said.split(": ")[0]) == (0, str(file))
    assert file.read_bytes().startswith(b"%PDF")
    assert books("report", "X-1", "--partner", "Nobody", "--out", file)[0] == 3
    assert books("report", "--portfolio", "--outline", "project_status", "--out", file)[0] == 3
