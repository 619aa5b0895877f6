"""What a disk refuses, in words: it is full, read-only or broken. That is no fault of the program."""

from __future__ import annotations

import sqlite3

from collabdesk.domain.problems import Refused

_FIRST_BYTE = 0xFF  # the rest of a code says more than is told here
_SAID = {
    sqlite3.SQLITE_FULL: ("There is no room left on the disk of {name}. Free some and do it again", "disk-full"),
    sqlite3.SQLITE_READONLY: ("{name} cannot be written to any more", "not-writable"),
    sqlite3.SQLITE_IOERR: ("The disk of {name} did not take what was to be written", "disk-fault"),
}


def raise_told(error: Exception, name: str) -> None:
    """Refuse in words where the error is one of the disk that the database `name` is on; else do nothing."""
    raw = getattr(error, "orig", None) or error
    if not isinstance(raw, sqlite3.Error):
        return
    said = _SAID.get((getattr(raw, "sqlite_errorcode", None) or 0) & _FIRST_BYTE)
    if said is not None:
        raise Refused(f"{said[0].format(name=name)}; nothing was changed.", said[1]) from error
