"""What a SQLite file says of itself in its first 100 bytes, read before SQLite may touch it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.storage.revision import APPLICATION_ID, REVISION


@dataclass(frozen=True, slots=True)
class Header:
    """`user_version` is the number of our last migration; `is_whole` that no page of it is missing."""

    application_id: int
    user_version: int
    is_whole: bool


def read_header(path: Path) -> Header:
    """The header of a SQLite file; Refused for any other file. Call it only while no connection is open:
    closing a file drops the locks that SQLite holds on it in this process.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(100)
    if size == 0:
        raise Refused(
            f"{path.name} is empty (0 bytes): it holds no data. Restore a backup or choose another file.", "empty"
        )
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise Refused(f"{path.name} is not a CollabDesk database.", "foreign")
    page_size = struct.unpack(">H", head[16:18])[0]
    page_size = 65536 if page_size == 1 else page_size
    changes, pages = struct.unpack(">II", head[24:32])
    user_version = struct.unpack(">I", head[60:64])[0]
    application_id = struct.unpack(">I", head[68:72])[0]
    valid_for = struct.unpack(">I", head[92:96])[0]
    # The page count holds only where the file's last writer kept it (valid_for); older writers did not.
    return Header(application_id, user_version, valid_for != changes or size >= pages * page_size)


def check_header(path: Path) -> Header:
    """Refused, with the reason, unless the file is a whole database of ours and not of a later version."""
    header = read_header(path)
    if header.application_id != APPLICATION_ID:
        raise Refused(f"{path.name} is a database of another program, not of CollabDesk.", "foreign")
    if header.user_version > int(REVISION):
        raise Refused(
            f"{path.name} was written by a later version of CollabDesk (schema {header.user_version}, "
            f"this one knows {int(REVISION)}). Update CollabDesk to open it.",
            "later-version",
        )
    # After a crash the file may be longer or shorter until its journal is rolled back: that is SQLite's to do.
    if not header.is_whole and not path.with_name(path.name + "-journal").exists():
        raise Refused(f"{path.name} was cut short: its end is missing. Restore a backup.", "truncated")
    return header
