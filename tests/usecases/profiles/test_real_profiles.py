"""Every real funder's file at hand is read by its own profile as it was confirmed; a changed copy says what changed."""

from __future__ import annotations

import pytest

from collabdesk.usecases import profiles
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.profiles.parsing import from_text
from collabdesk.usecases.profiles.writing import to_text
from collabdesk.usecases.workspace import Workspace
from databases import new_location
from funders_files import FILES


def mapped(staged):
    return [(t.sheet, t.kind, t.currency, [(c.letter, c.field) for c in t.columns], t.rows_accepted)
            for t in staged.tables if t.mapped and t.rows_accepted]  # fmt: skip


@pytest.mark.parametrize("path", FILES or [None], ids=lambda p: p.name if p else "absent")
def test_a_real_file_is_read_by_its_profile_as_it_was_confirmed(path, real_files, tmp_path):
    with Workspace.open(new_location(tmp_path), person="tester") as workspace:
        staged = look_at([path])
        accept(workspace, staged)
        (profile,) = profiles.saved(workspace)
        assert from_text(to_text(profile.content), "a.toml") == profile.content
        again = look_at([path], LookOptions(mapping=profile.record.name), workspace=workspace)
        assert mapped(again) == mapped(staged)
        kept = [t for t in again.tables if t.mapped and t.rows_accepted]
        assert {t.profile for t in kept} == {profile.record.name}
        assert not [p.text for t in kept for p in t.problems if p.code.startswith("profile-")]


def test_a_changed_copy_of_a_real_file_says_what_changed(real_files, tmp_path):
    path = next(p for p in FILES if p.suffix == ".csv")
    with Workspace.open(new_location(tmp_path), person="tester") as workspace:
        accept(workspace, look_at([path]))
        header, newline, rest = path.read_bytes().partition(b"\n")
        for mark in (b",", b";", b"\t"):
            first, separator, others = header.partition(mark)
            if separator:
                break
        copy = tmp_path / f"next-{path.name}"
        copy.write_bytes(others.rstrip(b"\r") + separator + b"quite new" + newline + rest)
        staged = look_at([copy])
        offer = profiles.offers(workspace, staged)[0, 0]
    assert offer.fits == offer.of - 1
    assert offer.missing == (first.decode("utf-8-sig").strip('"'),)
    assert offer.new == ("quite new",)
