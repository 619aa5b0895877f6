"""Has the program look, quietly and in the worker, whether later data restate figures of signed reports."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from collabdesk.ui.desk import Desk


def notice(desk: Desk, owner: QObject) -> None:
    """Look once; what is new arrives as a change of the ledger."""

    def work(*_: Any) -> Any:
        from collabdesk.usecases import restatements  # in the worker: it imports what computes figures

        return restatements.notice(desk.workspace)

    desk.tasks.run(desk.tr("Look at signed reports"), work, owner=owner, done=lambda _: None, is_quiet=True)
