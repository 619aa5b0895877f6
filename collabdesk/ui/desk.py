"""The desk that every room works at: the open workspace, the worker, the theme, and ways to speak up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from collabdesk.domain.problems import Refused
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Change, Workspace


@dataclass(slots=True)
class Leaving:
    """Asked of everything open when the window is about to close: what would be lost, and what is on its way."""

    unkept: int = 0
    is_writing: bool = False


class Desk(QObject):
    """What a room is given. It holds no record; it passes wishes and changes on.

    `changed` carries the Change of every kept step, undo and redo, in the window's thread, after it is kept.
    """

    changed = Signal(object)  # Change
    wished = Signal(str, dict)  # room key, where
    told = Signal(str)
    failed = Signal(str)
    crashed = Signal(object)  # exception
    closing = Signal(object)  # Leaving, to be filled in by whoever holds typing
    _heard = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.theme = theme
        self.tasks = Tasks(self)
        self.tasks.refused.connect(self.fail)
        self.tasks.crashed.connect(self.crashed)
        # The workspace tells of a change in the thread that made it; views hear of it in the window's thread.
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = workspace.subscribe(self._heard.emit)

    def go(self, room: str, **where: Any) -> None:
        """Show a room, and in it what `where` names: `go("projects", project_id=3)`, `go("imports", files=[…])`."""
        self.wished.emit(room, where)

    def tell(self, message: str) -> None:
        """A short word that something was done; it goes away by itself."""
        self.told.emit(message)

    def fail(self, refusal: Refused | str) -> None:
        """A refused act: its sentence stays until it is closed."""
        self.failed.emit(refusal.sentence if isinstance(refusal, Refused) else refusal)

    def write(
        self,
        label: str,
        work: Callable[[], Any],
        *,
        owner: QObject | None = None,
        done: Callable[[Any], None] | None = None,
    ) -> Task:
        """Do a short piece of writing in the worker; a Refused becomes a notice."""
        return self.tasks.run(label, lambda _progress, _is_cancelled: work(), owner=owner, done=done)

    def undo(self) -> None:
        """Take back the last step."""
        self.write(self.tr("Undo"), self.workspace.undo, owner=self, done=lambda _: None)

    def redo(self) -> None:
        """Do again the step that was taken back last."""
        self.write(self.tr("Redo"), self.workspace.redo, owner=self, done=lambda _: None)

    def close(self) -> None:
        """End the worker and stop listening; the workspace stays open for whoever opened it."""
        self._unsubscribe()
        self.tasks.close()

    @Slot(object)
    def _pass_on(self, change: Change) -> None:
        self.changed.emit(change)
