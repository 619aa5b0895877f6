"""Asks which of two partners is kept, and says what merging them does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from collabdesk.domain.partners import Partner
from collabdesk.ui.desk import Desk
from collabdesk.ui.partners.facts import called, field_text
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import label
from collabdesk.ui.widgets.asking import AskDialog
from collabdesk.usecases import partners
from collabdesk.usecases.partners import Merging

translate = QCoreApplication.translate


class MergeDialog(AskDialog):
    """`merged` carries the ids of the kept and of the other once the person has said so."""

    merged = Signal(int, int)

    def __init__(self, desk: Desk, one: Partner, other: Partner, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("MergeDialog", "Merge two partners"), translate("MergeDialog", "Merge"), parent,
            heading=translate("MergeDialog", "Which of the two is kept?"), width=560,
        )  # fmt: skip
        self._workspace = desk.workspace
        self._two = one, other
        self.choices = QButtonGroup(self)
        for number, partner in enumerate(self._two):
            chosen = QRadioButton(_described(partner).replace("&", "&&"))
            chosen.setChecked(number == 0)
            self.choices.addButton(chosen, number)
            self.add(chosen)
        self.told = label("", "secondary", wrap=True)
        self.told.setMinimumHeight(64)
        self.add_notice(self.told)
        self.choices.idToggled.connect(lambda *_: self._tell())
        self._tell()

    @property
    def ids(self) -> tuple[int, int]:
        """The kept one's id, and the other's."""
        number = self.choices.checkedId()
        return self._two[number].id or 0, self._two[1 - number].id or 0

    def _tell(self) -> None:
        self.told.setText(merging_text(partners.foresee(self._workspace, *self.ids)))

    def keep(self) -> None:
        self.merged.emit(*self.ids)
        self.accept()


def ask_to_merge(desk: Desk, one: Partner, other: Partner, owner: QWidget) -> None:
    """Ask which of the two is kept, and merge them in the worker; `owner` is who hears of it."""
    dialog = MergeDialog(desk, one, other, owner.window())
    dialog.merged.connect(lambda kept_id, other_id: merge_in_worker(desk, kept_id, other_id, owner))
    dialog.open()


def merge_in_worker(desk: Desk, kept_id: int, other_id: int, owner: QWidget) -> None:
    """Merge, and say so."""
    desk.write(
        translate("MergeDialog", "Merge two partners"),
        lambda: partners.merge(desk.workspace, kept_id, other_id),
        owner=owner,
        done=lambda _: desk.tell(translate("MergeDialog", "The two partners are one now.")),
    )


def _described(partner: Partner) -> str:
    return "  ·  ".join(part for part in (called(partner), partner.code, partner.country) if part)


def merging_text(merging: Merging) -> str:
    """What a merge would do, in sentences."""
    other, kept = called(merging.other), called(merging.kept)
    moved = ", ".join(
        f"{number_text(count)} {_noun_text(noun, count)}" for noun, count in merging.moved.items() if noun in _NOUNS
    )
    sentences = []
    if moved:
        text = translate("MergeDialog", "{moved} of “{other}” will belong to “{kept}”.")
        sentences.append(text.format(moved=moved, other=other, kept=kept))
    if merging.joined:
        text = translate("MergeDialog", "Participations that say the same become one: {n}.")
        sentences.append(text.format(n=number_text(merging.joined)))
    if merging.filled:
        text = translate("MergeDialog", "It gives what is blank there: {fields}.")
        sentences.append(text.format(fields=", ".join(field_text(f).lower() for f in merging.filled)))
    text = translate(
        "MergeDialog",
        "“{other}” is remembered as another name, so that the next file finds it. Undo takes all of it back.",
    )
    sentences.append(text.format(other=other))
    return " ".join(sentences)


_NOUNS = {
    "participation": ("participation", "participations"),
    "contribution": ("contribution", "contributions"),
    "budget": ("budget line", "budget lines"),
    "cost": ("cost", "costs"),
}


def _noun_text(noun: str, count: int) -> str:
    one, many = _NOUNS[noun]
    return translate("MergeDialog", one if count == 1 else many)
