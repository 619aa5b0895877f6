"""The transfers of a version: what was moved and why, how much in all, and moving more while it is a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from collabdesk.domain.budget_versions import BudgetVersion
from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.asking import Asking, found, searched
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import money_text, share_text
from collabdesk.ui.widgets import button
from collabdesk.ui.widgets.amounts import AmountField
from collabdesk.ui.widgets.asking import needed, reason_box

if TYPE_CHECKING:
    from collabdesk.domain.budgets import BudgetLine
    from collabdesk.usecases.budgets import Moved, Transfer

translate = QCoreApplication.translate


def line_text(line: BudgetLine | None, names: dict[int, str]) -> str:
    """`NFU · Travel · WP1 · RP1`."""
    if line is None:
        return translate("Budget", "a line that was deleted")
    said = (names.get(line.partner_id or 0, ""), line.category or line.description, line.work_package, line.period)
    return " · ".join(part for part in said if part) or f"#{line.id}"


class TransfersView(BudgetView):
    """`version()` gives the version that is looked at; the button moves an amount while it is a draft."""

    def __init__(self, desk: Desk, project_id: int, version: Callable[[], int | None]) -> None:
        super().__init__(desk)
        self._project_id, self._version = project_id, version
        self.placeholder = self.tr("Nothing was transferred in this version.")
        self.more = button(self.tr("Transfer…"), "arrow-right")
        self.more.setToolTip(self.tr("Move an amount from one line of the draft to another"))
        self.back = button(self.tr("Take back"), "undo")
        self.back.setToolTip(self.tr("Undo the chosen transfer"))
        self.more.clicked.connect(self.ask)
        self.back.clicked.connect(self.take_back)
        self.tools.addWidget(self.more)
        self.tools.addWidget(self.back)
        self._lines: Sequence[BudgetLine] = ()
        self._names: dict[int, str] = {}

    def reader(self) -> Callable[[], Any]:
        workspace, number, version_id = self._desk.workspace, self._project_id, self._version()

        def read() -> Any:
            from collabdesk.usecases import budgets

            version = workspace.get("budget_version", version_id) if version_id else None
            made = budgets.transfers(workspace, version_id) if version_id else []
            moved = budgets.moved(workspace, version_id) if version_id else []
            lines = budgets.lines_of(workspace, number, version_id)
            ends = [line for t in made for line in (t.source, t.target) if line]
            names = budgets.partner_names(workspace, (line.partner_id for line in (*lines, *ends)))
            return version, made, moved, lines, names

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        version, made, moved, lines, names = found
        self._lines, self._names = lines, names
        is_draft = isinstance(version, BudgetVersion) and version.status == "draft"
        self.more.setEnabled(is_draft)
        self.back.setEnabled(is_draft and bool(made))
        notes = [_sentence(one) for one in moved if one.transfers]
        if any(not one.counts for one in made):
            notes.append(self.tr("Transfers within a category count towards no limit."))
        if version is None:
            notes = [self.tr("The imported budget is not changed by hand. Begin a version from it to move amounts.")]
        return [Shown("", _columns(names), made, notes)]

    def ask(self) -> None:
        """Ask what is to be moved."""
        TransferDialog(self._desk, self._lines, self._names, self).open()

    def take_back(self) -> None:
        """Undo the current transfer."""
        current: Transfer | None = self.table.current_row() if self.table else None
        if current is None:
            self._desk.fail(self.tr("Choose the transfer in the table first."))
            return
        from collabdesk.usecases import budgets

        workspace, number = self._desk.workspace, current.id
        self._desk.write(self.tr("Take back"), lambda: budgets.take_back(workspace, number), owner=self)


def _columns(names: dict[int, str]) -> list[Column]:
    return [
        Column(_FROM, lambda t: line_text(t.source, names), width=260, sort=""),
        Column(_TO, lambda t: line_text(t.target, names), width=260, sort=""),
        Column(_AMOUNT, "amount", show_row=lambda t: money_text(t.amount, t.currency), kind="number", sort=""),
        Column(_REASON, "reason", width=0, sort=""),
    ]


_FROM = QT_TRANSLATE_NOOP("Columns", "From")
_TO = QT_TRANSLATE_NOOP("Columns", "To")
_AMOUNT = QT_TRANSLATE_NOOP("Columns", "Amount")
_REASON = QT_TRANSLATE_NOOP("Columns", "Reason")


def _sentence(one: Moved) -> str:
    """What is moved in all, and the limit, in the person's own numbers."""
    since = one.since if one.since != "the budget as imported" else translate("Budget", "the budget as imported")
    said = translate("Budget", "{moved} moved between categories since {since}: {share} of {budget}.").format(
        moved=money_text(one.moved, one.currency), since=since, share=share_text(one.share),
        budget=money_text(one.budget, one.currency),
    )  # fmt: skip
    if one.limit is None:
        return f"{said} {translate('Budget', 'No limit is recorded in {pack}.').format(pack=one.pack_title)}"
    text = (
        translate("Budget", "That is more than the {limit} of {pack} ({source}): it is approved through an amendment.")
        if one.is_exceeded
        else translate("Budget", "The limit of {pack} is {limit} ({source}).")
    )
    told = text.format(limit=share_text(one.limit.value), pack=one.pack_title, source=one.limit.source)  # type: ignore[arg-type]
    unsure = "" if one.limit.confirmed else f" {translate('Budget', 'The limit is unconfirmed in the rule pack.')}"
    return f"{said} {told}{unsure}"


class TransferDialog(Asking):
    """From which line, to which, how much and why."""

    def __init__(
        self, desk: Desk, lines: Sequence[BudgetLine], names: dict[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk, translate("Asking", "Transfer between budget lines"), translate("Asking", "Transfer"), parent
        )
        self._lines = {line.id: line for line in lines if line.amount is not None}
        told = [
            (number, f"{line_text(line, names)}  –  {money_text(line.amount, line.currency)}")
            for number, line in self._lines.items()
        ]
        self.source, self.target = searched(told), searched(told)
        self.target.setCurrentIndex(min(1, len(told) - 1))
        for box in (self.source, self.target):
            box.setMinimumContentsLength(40)
        self.amount, self.reason = AmountField(), reason_box()
        self._ends = {
            self.source: self.ask(translate("Asking", "&From"), self.source),
            self.target: self.ask(translate("Asking", "&To"), self.target),
        }
        self._amount = self.ask(translate("Asking", "&Amount"), self.amount)
        self._reason = self.ask(
            translate("Asking", "&Reason"), self.reason, translate("Asking", "It stays on record with the transfer.")
        )
        self.source.currentTextChanged.connect(lambda _: self._take_currency())
        self._take_currency()

    def _take_currency(self) -> None:
        """An amount is in the currency of the line that it comes from."""
        line = self._lines.get(found(self.source))
        self.amount.currency = line.currency if line else ""

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        workspace = self._desk.workspace
        source, target = found(self.source), found(self.target)
        for box, end in self._ends.items():
            end.show_error("" if found(box) is not None else translate("Asking", "Choose a line from the list."))
        reason = needed(self._reason, translate("Asking", "Say why: the reason stays on record."))
        try:
            amount = self.amount.amount()
        except ValueError as error:
            self._amount.show_error(str(error))
            return None
        if amount is None:
            self._amount.show_error(translate("Asking", "Give the amount."))
        if amount is None or not reason or source is None or target is None:
            return None
        return lambda: budgets.transfer(workspace, source, target, amount, reason)
