"""Saved readings for all tables of an import at once: a bar over the tables, and the look that uses them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.design.scale import GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.imports.profile_words import offers_text
from collabdesk.ui.tasks import Task
from collabdesk.ui.widgets import IconLabel, button, label, row
from collabdesk.ui.widgets.labels import restyle
from collabdesk.usecases import imports, profiles
from collabdesk.usecases.profiles import Offer

Offers = Mapping[TableKey, Offer]


class ProfilesBar(QFrame):
    """`used` asks to read every table as it was saved. There is none to show where nothing is `usable`."""

    used = Signal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_ = usable(offers)
        self.text = label(offers_text(list(open_.values())), "", wrap=True)
        self.use = button(self.tr("&Use it") if len(open_) == 1 else self.tr("&Use for all"))
        self.use.clicked.connect(self.used)
        line = row(IconLabel("history", "info"), gap=GAP_M)
        line.setContentsMargins(14, GAP_S, GAP_S, GAP_S)
        line.addWidget(self.text, 1)
        line.addWidget(self.use)
        self.setLayout(line)
        self.setAccessibleName(self.text.text())
        restyle(self, "notice", "info")


def usable(offers: Offers) -> dict[TableKey, Offer]:
    """The tables that a saved reading would read otherwise."""
    return {key: offer for key, offer in offers.items() if not offer.is_used and not offer.changes_nothing}


class ReadingAll(QObject):
    """`looked` tells that the draft's tables are read as saved; `refused` why they could not be."""

    looked = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None

    def begin(self, draft: Draft) -> None:
        """Look again at each table that a saved reading would read otherwise, in one go."""
        self.stop()
        workspace = self._desk.workspace
        before = dict(draft.choices)
        jobs = []
        for key, offer in usable(profiles.offers(workspace, draft.staged)).items():
            choices = draft.choices.get(key, Choices()).with_profile(offer)
            jobs.append((key, draft.path(key), draft.choose(key, choices)))

        def work(progress: Any, is_cancelled: Any) -> Any:
            looks = []
            for done, (key, path, options) in enumerate(jobs):
                progress("check", done, len(jobs))
                look = imports.look_at([path], options, open_files=draft.open_files, is_cancelled=is_cancelled)
                looks.append((key, look))
            return looks

        task = self._task = self._desk.tasks.run(
            self.tr("Reading as saved"),
            work,
            owner=self,
            done=lambda looks: self._looked(task, draft, before, looks),
            failed=lambda error: self._failed(task, draft, before, error),
            is_quiet=True,
        )

    def stop(self) -> None:
        """Give up the look on its way."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _looked(self, task: Task, draft: Draft, before: dict[TableKey, Choices], looks: Any) -> None:
        if task is not self._task:
            return
        self._task = None
        for key, look in looks:
            if not draft.put(key, look):
                _put_back(draft, key, before)
        self.looked.emit()

    def _failed(self, task: Task, draft: Draft, before: dict[TableKey, Choices], error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        for key in list(draft.choices):
            _put_back(draft, key, before)
        if isinstance(error, Refused):
            self.refused.emit(error.sentence)
        elif not isinstance(error, Cancelled):
            self._desk.crashed.emit(error)


def _put_back(draft: Draft, key: TableKey, before: dict[TableKey, Choices]) -> None:
    if key in before:
        draft.choices[key] = before[key]
    else:
        draft.choices.pop(key, None)
