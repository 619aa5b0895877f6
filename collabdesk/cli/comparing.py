"""A look beside the database, without ever making, upgrading or changing one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from collabdesk.cli import intake_options
from collabdesk.cli.command import Desk, tell
from collabdesk.domain.problems import Refused
from collabdesk.usecases.imports import Staged, settle_currencies

if TYPE_CHECKING:
    from collabdesk.usecases.comparison import Compared
    from collabdesk.usecases.workspace import Workspace


@contextmanager
def compared(staged: Staged, desk: Desk) -> Iterator[Compared | None]:
    """How the look compares with the database; None, with a sentence on standard error where there is more to say
    than that nothing is there to compare with. The database stays open inside, for rows are told on demand. Saved
    profiles that read a table otherwise are told beside it.
    """
    if not staged.tables:
        yield None
        return
    with _opened(desk) as workspace:
        if workspace is None or workspace.was_blank:
            yield None
            return
        settle_currencies(staged, workspace)
        intake_options.tell_offers(workspace, staged)
        yield _rehearsed(workspace, staged) if any(table.records for table in staged.tables) else None


def _rehearsed(workspace: Workspace, staged: Staged) -> Compared | None:
    from collabdesk.usecases.comparison import compare

    try:
        return compare(workspace, staged)
    except Refused as refused:
        _tell(refused)
        return None


@contextmanager
def _opened(desk: Desk) -> Iterator[Workspace | None]:
    """The database, or, where it may only be read, a copy of it to rehearse in."""
    try:
        opened = desk.workspace(create=False, upgrade=False)
    except Refused as refused:
        if refused.code != "not-writable":
            if refused.code != "missing":
                _tell(refused)
            yield None
            return
        with tempfile.TemporaryDirectory(prefix="collabdesk") as folder, _copied(desk, Path(folder)) as copy:
            yield copy
        return
    with opened as workspace:
        yield workspace


@contextmanager
def _copied(desk: Desk, folder: Path) -> Iterator[Workspace | None]:
    from collabdesk.usecases import backups
    from collabdesk.usecases.workspace import Workspace

    try:
        with Workspace.open(desk.location, create=False, read_only=True) as reading:
            copy = backups.backup(reading, folder / "copy.db")
    except Refused as refused:
        _tell(refused)
        yield None
        return
    with Workspace.open(copy) as workspace:
        yield workspace


def _tell(refused: Refused) -> None:
    tell(f"Not compared with what is there: {refused.sentence}")
