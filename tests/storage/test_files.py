"""Kept files: the same bytes, whatever they are, or a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import select, update

from collabdesk.domain.problems import Refused
from collabdesk.storage import files
from collabdesk.storage.database import open_database


@pytest.mark.parametrize(
    "content", [b"", b"a", b"text " * 500_000, os.urandom(9_000_000)], ids=["none", "one", "packed", "parts"]
)
def test_bytes_come_back_as_they_were(tmp_path: Path, content: bytes) -> None:
    database = open_database(tmp_path / "a.db")
    with database.writing() as connection:
        sha256 = files.keep(connection, "x", content)
    with database.reading() as connection:
        assert files.content_of(connection, sha256) == content
        assert files.broken_files(connection) == []
        sizes = [len(body) for body in connection.execute(select(files.PART.c.body)).scalars()]
    database.close()
    assert sum(sizes) <= len(content) and max(sizes, default=0) <= files.PART_SIZE


def test_damaged_bytes_are_never_handed_out(tmp_path: Path) -> None:
    database = open_database(tmp_path / "a.db")
    with database.writing() as connection:
        sha256 = files.keep(connection, "x", b"content")
        connection.execute(update(files.PART).values(body=b"Content"))
        with pytest.raises(Refused, match="damaged"):
            files.content_of(connection, sha256)
        assert files.broken_files(connection) == [sha256]
    database.close()
