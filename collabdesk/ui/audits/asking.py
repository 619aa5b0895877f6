"""Dialogs of an engagement: an objective, its conclusion, a member, a rating, a step without what it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from collabdesk.domain.dates import today
from collabdesk.domain.objectives import Objective
from collabdesk.domain.team_members import TeamMember
from collabdesk.ui.widgets import FormField
from collabdesk.ui.widgets.asking import AskDialog, day_line, needed, reason_box, whole_day

translate = QCoreApplication.translate
_WIDTH = 520
Scale = Sequence[tuple[str, str]]


def rating_box(scale: Scale, chosen: str, nothing: str = "") -> QComboBox:
    """The words of a scale; `nothing` is the entry for no rating, where there is one."""
    box = QComboBox()
    if nothing:
        box.addItem(nothing, "")
    for word, _ in scale:
        box.addItem(word, word)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def explain(field: FormField, box: QComboBox, scale: Scale) -> None:
    """Below the chosen word stands what it means."""
    meanings = dict(scale)

    def show() -> None:
        field.show_hint(meanings.get(box.currentData() or "", ""))

    box.currentIndexChanged.connect(show)
    show()


class ObjectiveDialog(AskDialog):
    """`given` carries the objective's words."""

    given = Signal(str)

    def __init__(self, objective: Objective | None, parent: QWidget | None = None) -> None:
        title = translate("Engagement", "Objective {code}").format(code=objective.code) if objective else ""
        super().__init__(title or translate("Engagement", "A further objective"), translate("Engagement", "Keep"),
                         parent, width=_WIDTH)  # fmt: skip
        self.text = reason_box(objective.text if objective else "")
        self._text = self.ask(self.tr("&What the audit is to establish"), self.text, self.tr("A question works well."))

    def keep(self) -> None:
        if said := needed(self._text, self.tr("Say what the audit is to establish.")):
            self.given.emit(said)
            self.accept()


class ConcludeDialog(AskDialog):
    """`given` carries the conclusion and the rating, "" for none."""

    given = Signal(str, str)

    def __init__(self, objective: Objective, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Engagement", "Conclude on {code}").format(code=objective.code),
            translate("Engagement", "Conclude"), parent, about=objective.text, width=_WIDTH,
        )  # fmt: skip
        self.text = reason_box(objective.conclusion)
        self.rating = rating_box(scale, objective.rating, self.tr("No rating"))
        self._text = self.ask(
            self.tr("&Conclusion"), self.text, self.tr("What the findings amount to, with its reasons.")
        )
        if scale:
            explain(self.ask(self.tr("&Rating"), self.rating), self.rating, scale)

    def keep(self) -> None:
        if said := needed(self._text, self.tr("Say what the audit concludes.")):
            self.given.emit(said, self.rating.currentData() or "")
            self.accept()


class RateDialog(AskDialog):
    """`given` carries the word of the scale and the reason."""

    given = Signal(str, str)

    def __init__(self, dimension: str, scale: Scale, rating: str, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Engagement", "Rate {what}").format(what=dimension), translate("Engagement", "Rate"), parent,
            width=_WIDTH,
        )  # fmt: skip
        self.rating = rating_box(scale, rating)
        self.reason = reason_box(reason)
        explain(self.ask(self.tr("&Rating"), self.rating), self.rating, scale)
        self._reason = self.ask(self.tr("R&eason"), self.reason, self.tr("It is printed beside the rating."))

    def keep(self) -> None:
        if said := needed(self._reason, self.tr("Say why: a rating without a reason convinces nobody.")):
            self.given.emit(self.rating.currentData(), said)
            self.accept()


class MemberDialog(AskDialog):
    """`given` carries name, role, organisation and interests."""

    given = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Engagement", "A member of the team"), translate("Engagement", "Add"), parent,
                         width=_WIDTH)  # fmt: skip
        self.name, self.role, self.organisation = QLineEdit(), QLineEdit(), QLineEdit()
        self.interests = reason_box()
        self._name = self.ask(self.tr("&Name"), self.name)
        self.ask(self.tr("&Role"), self.role, self.tr("Lead, auditor, expert …"))
        self.ask(self.tr("&Organisation"), self.organisation)
        self.ask(self.tr("Declared &interests"), self.interests,
                 self.tr("Word for word; “none” is a declaration. Empty: nothing was declared yet."))  # fmt: skip

    def keep(self) -> None:
        if name := needed(self._name, self.tr("Give the name.")):
            self.given.emit(name, self.role.text(), self.organisation.text(), self.interests.toPlainText().strip())
            self.accept()


class DeclareDialog(AskDialog):
    """`given` carries what was declared and the day."""

    given = Signal(str, object)

    def __init__(self, member: TeamMember, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Engagement", "Interests of {name}").format(name=member.name),
            translate("Engagement", "Declare"), parent, width=_WIDTH,
        )  # fmt: skip
        self.interests = reason_box(member.interests)
        self.day = day_line(member.declared_on or today().isoformat())
        self._interests = self.ask(self.tr("Declared &interests"), self.interests,
                                   self.tr("Word for word; “none” is a declaration."))  # fmt: skip
        self._day = self.ask(self.tr("&Declared on"), self.day)

    def keep(self) -> None:
        said = needed(self._interests, self.tr("Say what was declared; “none” is a declaration, nothing is not."))
        day = whole_day(self._day)
        if said and day is not None:
            self.given.emit(said, day)
            self.accept()


class StepDialog(AskDialog):
    """What a step asks for and is not there; `given` carries the reason for going on without."""

    given = Signal(str)

    def __init__(self, step: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Engagement", "Move to {status}").format(status=step), translate("Engagement", "Go on without"),
            parent, about="\n\n".join(sentences), width=_WIDTH,
        )  # fmt: skip
        self.reason = reason_box()
        self._reason = self.ask(self.tr("&Reason for going on without"), self.reason,
                                self.tr("It stays on record and is printed among the limitations."))  # fmt: skip

    def keep(self) -> None:
        if said := needed(self._reason, self.tr("Give the reason, or cancel and do what is missing.")):
            self.given.emit(said)
            self.accept()
