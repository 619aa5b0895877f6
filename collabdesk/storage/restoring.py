"""Put a backup in the place of a database; what stood there is kept aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.storage.database import connect_file, refuse_strangers
from collabdesk.storage.header import check_header
from collabdesk.storage.lock import FileLock
from collabdesk.storage.snapshot import (
    copy_database,
    digest_path,
    file_digest,
    flush_folder,
    problems_of,
    replace_durably,
)


def stamped(path: Path, word: str) -> Path:
    """A name beside `path` that says when: `collabdesk.backup.20260131T120000Z.db`."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    free = path.with_name(f"{path.stem}.{word}.{stamp}{path.suffix}")
    number = 2
    while free.exists():
        free = path.with_name(f"{path.stem}.{word}.{stamp}-{number}{path.suffix}")
        number += 1
    return free


def back_up(database: Path, target: Path) -> None:
    """Copy an open database to `target`; SQLite sees to it that the copy is one moment's state."""
    with closing(connect_file(database, "ro")) as raw:
        copy_database(raw, target)


def check_backup(file: Path) -> None:
    """Refused unless the file is a whole, undamaged database of ours with the SHA-256 that stands beside it."""
    if not file.is_file():
        raise Refused(f"There is no backup at {file}.", "missing")
    noted = digest_path(file)
    if noted.exists() and noted.read_text(encoding="utf-8").split()[:1] != [file_digest(file)]:
        raise Refused(
            f"{file.name} is not the file that was backed up: its SHA-256 differs. Use another backup.", "damaged"
        )
    check_header(file)
    with closing(connect_file(file, "ro")) as raw:
        refuse_strangers(raw.execute("SELECT type, name FROM sqlite_schema").fetchall(), file.name)
        found = problems_of(raw)
    if found:
        raise Refused(f"{file.name} is damaged ({found[0]}). Use another backup.", "damaged")


def restore_file(file: Path, place: Path) -> Path | None:
    """Put the backup at `place`; gives where the database that stood there was kept, if one did."""
    file, place = file.resolve(), place.expanduser().resolve()
    if file == place:
        raise Refused("The backup is this database itself.", "same-file")
    check_backup(file)
    place.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(place)
    lock.take()
    try:
        aside = _put_aside(place) if place.exists() else None
        new = place.with_name(f"{place.name}.new")
        new.unlink(missing_ok=True)
        with closing(connect_file(file, "ro")) as source, closing(sqlite3.connect(new)) as copy:
            source.backup(copy, pages=-1)
        replace_durably(new, place)
        return aside
    finally:
        lock.release()


def _put_aside(place: Path) -> Path:
    aside = stamped(place, "before-restore")
    try:
        with closing(connect_file(place)) as raw:  # opening it rolls back what a crash left unfinished
            copy_database(raw, aside)
    except (Refused, sqlite3.DatabaseError):
        # Too damaged to be copied: kept as it is, with its journal, which must not meet the restored file.
        place.replace(aside)
    journal = place.with_name(f"{place.name}-journal")
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    flush_folder(place.parent)
    return aside
