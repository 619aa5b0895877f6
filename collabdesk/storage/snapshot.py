"""Copies of a database file that survive a power cut: SQLite's own backup, checked, put in place whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from pathlib import Path

from collabdesk.domain.problems import Refused


def copy_database(source: sqlite3.Connection, target: Path) -> str:
    """Copy an open database to `target` and its SHA-256 beside it; gives the SHA-256. Nothing half-written stays."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            source.backup(copy, pages=-1)
            problems = problems_of(copy)
        finally:
            copy.close()
        if problems:
            raise Refused(
                f"The copy is damaged ({problems[0]}), so it was not kept. Check the database and the disk.", "damaged"
            )
        sha256 = file_digest(part)
        replace_durably(part, target)
    finally:
        part.unlink(missing_ok=True)
    write_digest(target, sha256)
    return sha256


def problems_of(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's quick check finds wrong with the file's structure."""
    try:
        rows = connection.execute("PRAGMA quick_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [str(row[0]) for row in rows if row[0] != "ok"]


def replace_durably(new: Path, place: Path) -> None:
    """Put `new` at `place` in one move, on disk before this returns."""
    # Opened for writing, for Windows refuses to flush a file that was opened for reading.
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(place)
    flush_folder(place.parent)


def flush_folder(folder: Path) -> None:
    """Make a rename durable; where folders cannot be opened (Windows) the system does it itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def file_digest(path: Path) -> str:
    """The file's SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_path(backup: Path) -> Path:
    """Where the SHA-256 of a backup stands, in the format of sha256sum."""
    return backup.with_name(backup.name + ".sha256")


def write_digest(backup: Path, sha256: str) -> None:
    """Write the SHA-256 beside a backup."""
    path = digest_path(backup)
    part = path.with_name(path.name + ".part")
    part.write_text(f"{sha256}  {backup.name}\n", encoding="utf-8", newline="\n")
    replace_durably(part, path)
