"""The amendments of a grant: what each changed in the project, and recording a further one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, day
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.asking import Asking, choices
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import DASH, date_text, money_text, yes_text
from collabdesk.ui.widgets import FormField, primary
from collabdesk.ui.widgets.amounts import AmountField
from collabdesk.ui.widgets.asking import day_line, needed, reason_box, typed_day

if TYPE_CHECKING:
    from collabdesk.domain.amendments import Amendment

_MONEY, _DAYS = ("funding", "total_cost"), ("start", "end")
translate = QCoreApplication.translate


class AmendmentsView(BudgetView):
    """The list, the earliest in effect first."""

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__(desk)
        self._project_id = project_id
        self._project: Project | None = None
        self.placeholder = self.tr("No amendment is recorded.")
        self.more = primary(self.tr("Record an amendment…"), "plus")
        self.more.clicked.connect(self.ask)
        self.tools.addWidget(self.more)

    def reader(self) -> Callable[[], Any]:
        workspace, number = self._desk.workspace, self._project_id

        def read() -> Any:
            from collabdesk.usecases.budgets.amendments import in_order

            there = cast("list[Amendment]", workspace.find("amendment", project_id=number))
            versions = workspace.find("budget_version", project_id=number)
            return workspace.get("project", number), in_order(there), versions

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        project, amendments, versions = found
        self._project = project
        unit = project.currency if project else ""
        approved = {a.code: ", ".join(v.code for v in versions if v.amendment == a.code) for a in amendments}
        columns = [
            Column(_NUMBER, "code", width=110, sort="", tone=lambda _: "strong"),
            day(_SIGNED, "date", sort=""),
            day(_EFFECTIVE, "effective", sort=""),
            Column(_CHANGED, lambda a: changed_text(a, unit), width=0, sort=""),
            Column(_RULES, "adopts_rules", show=yes_text, width=110, sort=""),
            Column(_VERSION, lambda a: approved.get(a.code, ""), width=100, sort=""),
        ]
        return [Shown("", columns, amendments)]

    def detail(self, amendment: Amendment) -> str:
        """Title, everything that changed, and the reason."""
        unit = self._project.currency if self._project else ""
        said = [amendment.title, changed_text(amendment, unit), amendment.reason]
        return "\n".join(part for part in said if part and part != DASH)

    def _show_table(self, key: str) -> None:
        super()._show_table(key)
        if self.table is not None and self.table.model().rowCount():
            self.table.selectRow(self.table.model().rowCount() - 1)

    def ask(self) -> None:
        """Ask what the amendment changes."""
        if self._project is not None:
            AmendDialog(self._desk, self._project, self).open()


_NUMBER = QT_TRANSLATE_NOOP("Columns", "Number")
_SIGNED = QT_TRANSLATE_NOOP("Columns", "Signed")
_EFFECTIVE = QT_TRANSLATE_NOOP("Columns", "Effective")
_CHANGED = QT_TRANSLATE_NOOP("Columns", "What changed")
_RULES = QT_TRANSLATE_NOOP("Columns", "Newer rules")
_VERSION = QT_TRANSLATE_NOOP("Columns", "Budget")


def changed_text(amendment: Amendment, currency: str) -> str:
    """`End: 31 Dec 2026 → 30 Jun 2027; Funding: 4,250,000.00 EUR → 4,500,000.00 EUR`; other words as they are."""
    from collabdesk.usecases.budgets import changes_of

    changes, said = changes_of(amendment)
    told = [f"{field_text(c.field)}: {_value(c.field, c.old, currency)} → {_value(c.field, c.new, currency)}"
            for c in changes]  # fmt: skip
    return "; ".join([*told, *said]) or DASH


def field_text(field: str) -> str:
    """What a field of the project is called."""
    return {
        "start": translate("Amending", "Start"), "end": translate("Amending", "End"),
        "funding": translate("Amending", "Funding"), "total_cost": translate("Amending", "Total cost"),
        "eligible_cost": translate("Amending", "Eligible cost"),
        "cofunding_rate": translate("Amending", "Co-funding rate"), "title": translate("Amending", "Title"),
        "coordinator": translate("Amending", "Coordinator"),
        "call": translate("Amending", "Call"), "action_type": translate("Amending", "Type of action"),
        "duration_months": translate("Amending", "Duration in months"),
    }.get(field, field)  # fmt: skip


def _value(field: str, value: Any, currency: str) -> str:
    if field in (*_MONEY, "eligible_cost"):
        return money_text(value, currency)
    return date_text(value) if field in _DAYS else str(value if value not in (None, "") else DASH)


def _in(name: str, currency: str) -> str:
    return f"{name} ({currency})" if currency else name


class AmendDialog(Asking):
    """Number, days and reason; the project's dates and amounts are typed over where the amendment changes them."""

    def __init__(self, desk: Desk, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(desk, translate("Asking", "Record an amendment"), translate("Asking", "Record it"), parent)
        self.setMinimumWidth(640)
        self._project = project
        self.code, self.title_line = QLineEdit(), QLineEdit()
        self.signed, self.effective = day_line(), day_line()
        self.ends = {name: day_line(getattr(project, name)) for name in _DAYS}
        self.amounts = {name: AmountField(project.currency, getattr(project, name)) for name in _MONEY}
        self.reason, self.said = reason_box(), QLineEdit()
        self.rules = choices(
            [(None, translate("Asking", "As the rule pack says")), (True, translate("Asking", "Goes over to them")),
             (False, translate("Asking", "Keeps the rules it had"))]
        )  # fmt: skip
        self._code = self.field(translate("Asking", "&Number"), self.code)
        title = self.field(translate("Asking", "&Title"), self.title_line)
        self._signed = self.field(translate("Asking", "&Signed on"), self.signed)
        self._effective = self.field(translate("Asking", "&Effective from"), self.effective)
        self._ends = {name: self.field(field_text(name), line) for name, line in self.ends.items()}
        self._amounts = {
            name: self.field(_in(field_text(name), project.currency), line) for name, line in self.amounts.items()
        }
        self._beside(self._code, title)
        self._beside(self._signed, self._effective)
        self._beside(*self._ends.values())
        self._beside(*self._amounts.values())
        self.ask(
            translate("Asking", "What &else changes"), self.said, translate("Asking", "In the agreement's own words")
        )
        self.ask(translate("Asking", "&Reason"), self.reason)
        self.ask(translate("Asking", "Rules that are &newer than the grant"), self.rules)

    def _beside(self, *fields: FormField) -> None:
        line = QHBoxLayout()
        for field in fields:
            line.addWidget(field, 1)
        self.fields.addLayout(line)

    def work(self) -> Callable[[], Any] | None:
        from collabdesk.usecases import budgets

        code = needed(self._code, translate("Asking", "Give the amendment's number."))
        signed, effective = typed_day(self._signed), typed_day(self._effective)
        changes = self._changes()
        if not code or signed is False or effective is False or changes is None:
            return None
        workspace, number = self._desk.workspace, self._project.id or 0
        told: dict[str, Any] = {
            "title": self.title_line.text(), "reason": self.reason.toPlainText(), "said": self.said.text(),
            "signed": signed, "effective": effective, "adopts_rules": self.rules.currentData(),
        }  # fmt: skip
        return lambda: budgets.amend(workspace, number, code, changes=changes, **told)

    def _changes(self) -> dict[str, Any] | None:
        """The fields whose text was changed, with their new values; None after saying which is wrong."""
        found: dict[str, Any] = {}
        is_right = True
        for name, end in self._ends.items():
            found[name] = typed_day(end)
            is_right = is_right and found[name] is not False
        for name, field in self.amounts.items():
            try:
                found[name] = field.amount()
            except ValueError as error:
                self._amounts[name].show_error(str(error))
                is_right = False
        return {n: v for n, v in found.items() if v != getattr(self._project, n)} if is_right else None
