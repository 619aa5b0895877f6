"""One program at a time: a lock beside the database file that the operating system frees when its holder dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from collabdesk.domain.problems import Refused


def not_writable(database: Path, why: str) -> Refused:
    """What to tell of a database that lies where nothing can be written."""
    return Refused(
        f"{database.name} cannot be opened for writing: {why}. Copy it to a folder that you may write to.",
        "not-writable",
    )


class FileLock:
    """Held from `take` to `release`, or until the process ends in whatever way. The file itself stays."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".lock")
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock; Refused when another holds it, or when nothing can be written there."""
        try:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise not_writable(self.path.with_suffix(""), error.strerror or str(error)) from error
        try:
            _lock(self._file)
        except OSError:
            self.release()
            raise Refused(
                f"{self.path.with_suffix('').name} is in use by another CollabDesk window or command. "
                "Close it there first.",
                "in-use",
            ) from None

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        # flock, not POSIX locks: those are lost as soon as anyone in the process closes the same file.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
