"""Writes files whole or not at all: a full disk or a crash leaves the old file as it was."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_PREFIX = ".collabdesk-"


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` at once; a new file has the rights that the system gives to new files.

    Raises OSError when the folder cannot be written to or the disk is full; then nothing has changed.
    """
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_rights(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _rights(path: Path) -> int:
    """Those of the file that is replaced, else what the process' umask leaves of rw for everyone."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
