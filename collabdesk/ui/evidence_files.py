"""Kept files of evidence under a person's hands: opened as a copy, and their hashes computed anew."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from collabdesk.ui.desk import Desk

if TYPE_CHECKING:
    from collabdesk.domain.evidence import Evidence

translate = QCoreApplication.translate


def open_copy(desk: Desk, owner: QWidget, one: Evidence) -> None:
    """Show the file in the program that opens such files here."""
    from collabdesk.usecases.plan import evidence

    workspace = desk.workspace
    desk.tasks.run(
        translate("Evidence", "Open evidence"),
        lambda *_: _written(one, evidence.content(workspace, one)),
        owner=owner,
        done=lambda place: _show(desk, place),
    )


def verify(desk: Desk, owner: QWidget, found: Sequence[Evidence]) -> None:
    """Compute the hashes anew and say what came out."""
    from collabdesk.usecases.plan import evidence

    workspace, every = desk.workspace, list(found)
    desk.tasks.run(
        translate("Evidence", "Verify evidence"),
        lambda *_: evidence.verify(workspace, every),
        owner=owner,
        done=lambda verified: _tell(desk, verified),
    )


def _show(desk: Desk, place: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
        said = translate("Evidence", "No program here opens {name}. It was written to {folder}.")
        desk.fail(said.format(name=place.name, folder=place.parent))


def _tell(desk: Desk, verified: Sequence[tuple[Evidence, str]]) -> None:
    wrong = [problem for _, problem in verified if problem]
    if wrong:
        desk.fail(" ".join(wrong))
        return
    digest = verified[0][0].sha256[:16] if verified else ""
    said = translate("Evidence", "Unchanged: the hash of {n} is as recorded ({digest}…)")
    one, many = translate("Evidence", "1 file"), translate("Evidence", "{n} files")
    desk.tell(said.format(n=one if len(verified) == 1 else many.format(n=len(verified)), digest=digest))


def _written(one: Evidence, content: bytes) -> Path:
    """The file in a folder of its own, so that it keeps its name. Read only: the kept one is what counts."""
    place = Path(tempfile.mkdtemp(prefix="collabdesk-"), Path(one.file_name or "evidence").name)
    place.write_bytes(content)
    place.chmod(0o400)
    return place
