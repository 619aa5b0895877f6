"""What is decided on the pages of an import, and what has to be worked out again because of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from collabdesk.ui.desk import Desk
from collabdesk.ui.imports.compare_run import Comparing
from collabdesk.ui.imports.draft import Choices, Draft, TableKey
from collabdesk.ui.imports.looking_again import LookingAgain


class Deciding(QObject):
    """Takes decisions into the draft; looks at tables and compares again as far as they hang on it.

    `told` says that something about it is new, `reread(key)` that a table was looked at again or stays as it was,
    `said(sentence, tone)` has a word for the person and "" where an earlier one holds no longer.
    """

    told = Signal()
    reread = Signal(tuple)
    said = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self.looking, self.comparing = LookingAgain(desk, self), Comparing(desk, self)
        self.looking.looked.connect(self._looked)
        self.looking.lost.connect(self._lost)
        self.looking.refused.connect(lambda sentence: self.said.emit(sentence, "error"))

    def take(self, key: TableKey, is_taken: bool) -> None:
        """A table is imported or left out."""
        if self.draft is not None:
            self.comparing.stop()
            self.draft.take(key, is_taken)
            if not self.draft.why_not():
                self.comparing.begin(self.draft)
            self.told.emit()

    def read(self, choices: dict[TableKey, Choices]) -> None:
        """Tables are to be read otherwise."""
        if self.draft is not None:
            self.comparing.stop()
            self.looking.begin(self.draft, choices)
            self.told.emit()

    def name(self) -> None:
        """A pair of names was decided: what was compared holds no longer."""
        self.comparing.stop()
        self.told.emit()

    def tick(self) -> None:
        """Rows are taken or left out: the figures will be others."""
        self.comparing.figure_later()
        self.told.emit()

    def stop(self) -> None:
        """Stop looking again or comparing; what was there before is there still."""
        if (key := self.looking.stop()) is not None:
            self.reread.emit(key)
        else:
            self.comparing.stop()
        self.told.emit()

    def forget(self) -> None:
        """Give up whatever is on its way, and the draft with its files."""
        self.looking.stop()
        self.comparing.stop()
        if self.draft is not None:
            self.draft.close()
        self.draft = None

    def _looked(self, key: TableKey) -> None:
        self.said.emit("", "")
        self.reread.emit(key)

    def _lost(self, key: TableKey) -> None:
        sentence = self.tr("Read this way, the table is not found any more; it stays as it was.")
        self.said.emit(sentence, "warn")
        self.reread.emit(key)
