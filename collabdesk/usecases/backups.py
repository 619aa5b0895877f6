"""Backups: make one, put one back, and check that everything is as it was written."""

from __future__ import annotations

from pathlib import Path

from collabdesk.domain.problems import Refused
from collabdesk.storage import restoring
from collabdesk.usecases.workspace import Workspace


def backup(workspace: Workspace, file: str | Path | None = None) -> Path:
    """Copy the database, checked and with its SHA-256 beside it; without `file` beside the database, with the time
    in its name. The work goes on meanwhile. Refused for a server, which has its own backups.
    """
    path = workspace.file
    if path is None:
        raise Refused("A database server is backed up with its own tools (pg_dump).", "server")
    target = Path(file).expanduser().resolve() if file is not None else restoring.stamped(path, "backup")
    if target == path:
        raise Refused("A backup cannot take the place of the database itself.", "same-file")
    target.parent.mkdir(parents=True, exist_ok=True)
    restoring.back_up(path, target)
    return target


def restore(file: str | Path, location: str | Path) -> Path | None:
    """Put a backup at `location`; gives where the database that stood there was kept.

    Refused for a damaged or foreign file and while the database is open anywhere, here too.
    """
    return restoring.restore_file(Path(file), Path(location))


def check(workspace: Workspace) -> list[str]:
    """What is not as it was written: structure, references, journal, kept files; empty when all is well."""
    return workspace.problems()
