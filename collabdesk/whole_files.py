"""Writes files whole or not at all: a full disk or a crash leaves the old file as it was."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PREFIX = ".collabdesk-"
_DATABASE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that is written, all of it, and waits beside the place that it is to take."""

    path: Path
    beside: Path

    def take_place(self) -> None:
        """Put it in its place at once; raises OSError where that fails, and then nothing has changed."""
        try:
            self.beside.replace(self.path)
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Give it up."""
        with suppress(OSError):
            self.beside.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` at once; a new file has the rights that the system gives to new files.

    Raises OSError when the folder cannot be written to, the disk is full or a database stands there; then nothing has
    changed.
    """
    write_beside(path, content).take_place()


def write_beside(path: Path, content: bytes) -> Waiting:
    """All of `write_whole` that may fail for want of room or rights, but for the last move."""
    _refuse_database(path)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=path.suffix, dir=path.parent)
    waiting = Waiting(path, Path(name))
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        waiting.beside.chmod(_rights(path))
    except BaseException:
        waiting.drop()
        raise
    return waiting


def _refuse_database(path: Path) -> None:
    """A slip of the hand shall not put a report in the place of the books."""
    if not path.is_file():
        return
    with path.open("rb") as there:
        if there.read(len(_DATABASE)) == _DATABASE:
            raise FileExistsError(errno.EEXIST, "a database stands there")


def _rights(path: Path) -> int:
    """Those of the file that is replaced, else what the process' umask leaves of rw for everyone."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
