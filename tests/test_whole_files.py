"""A file is written whole or not at all, with the rights that new files have."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from collabdesk.whole_files import write_beside, write_whole


def test_a_file_takes_the_place_of_the_old_one_and_leaves_nothing_behind(tmp_path):
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path):
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "new.pdf", b"x")
    finally:
        os.umask(mask)
    assert (tmp_path / "new.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_replaced_file_keeps_its_rights(tmp_path):
    path = Path(tmp_path / "old.csv")
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_nothing_takes_the_place_of_a_database(tmp_path):
    books = tmp_path / "books.db"
    books.write_bytes(b"SQLite format 3\0 and more")
    with pytest.raises(FileExistsError, match="a database stands there"):
        write_whole(books, b"%PDF")
    assert books.read_bytes().endswith(b"and more")
    assert list(tmp_path.iterdir()) == [books]


def test_a_file_that_waits_takes_its_place_when_it_is_told_to(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    waiting = write_beside(file, b"new")
    assert file.read_bytes() == b"old"
    waiting.take_place()
    assert file.read_bytes() == b"new"
    write_beside(file, b"never").drop()
    assert list(tmp_path.iterdir()) == [file]
