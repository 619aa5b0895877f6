"""A file that cannot be read is refused with one sentence, and nothing is written."""

from __future__ import annotations

import pytest

from cli import bad_files

REFUSED = 3


@pytest.mark.parametrize("make", bad_files.MAKERS, ids=lambda make: make.__name__)
def test_a_bad_file_is_refused_with_one_sentence_and_nothing_is_written(make, tmp_path, collabdesk, database):
    answer = collabdesk("import", make(tmp_path))
    assert answer.status == REFUSED, answer
    assert len([line for line in answer.err.splitlines() if line.strip()]) == 1, answer.err
    assert "Traceback" not in answer.err
    assert answer.out.strip() == ""
    assert not database.exists() or collabdesk("imports", "--json").document in ([], {"batches": []}, {"imports": []})


def test_a_missing_file_is_named(tmp_path, collabdesk):
    answer = collabdesk("look", tmp_path / "gone.xlsx")
    assert answer.status == REFUSED
    assert "gone.xlsx" in answer.err


def test_a_folder_is_no_file(tmp_path, collabdesk):
    assert collabdesk("look", tmp_path).status == REFUSED


def test_an_encrypted_file_says_what_to_do(tmp_path, collabdesk):
    assert "password" in collabdesk("look", bad_files.encrypted(tmp_path)).err


def test_looking_at_a_file_makes_no_database(tmp_path, collabdesk, database):
    sheet = tmp_path / "partners.csv"
    sheet.write_text("Project code;Partner;Country;EU contribution\nP1;Alpha;DE;1.000,00\n", "utf-8")
    assert collabdesk("look", sheet).status in (0, 1)
    assert not database.exists()


@pytest.mark.parametrize("words", [("fly",), ("look",), ("revert", "no-number")])
def test_wrong_usage_has_its_own_status(words, collabdesk):
    assert collabdesk(*words).status == 2
