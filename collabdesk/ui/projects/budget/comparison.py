"""Two versions of the budget side by side: lines that were added, removed and changed, or totals by an axis."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.ui.columns import Column
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.budget.chosen import VersionChooser, Versions, axis_text, choice
from collabdesk.ui.projects.budget.view import BudgetView, Shown
from collabdesk.ui.texts import DASH, amount_text, quantity_text

if TYPE_CHECKING:
    from collabdesk.usecases.budgets import Comparison, LineChange, Total

_FIELDS = {"partner": "partner_id", "category": "category", "work_package": "work_package", "period": "period"}
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of either table."""

    kind: str
    tone: str
    partner: str
    category: str
    work_package: str
    period: str
    old: Decimal | None
    new: Decimal | None
    difference: Decimal
    also: str = ""
    is_total: bool = False


class ComparisonView(BudgetView):
    """Both versions are chosen here; unless said otherwise the one in force with the newest."""

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__(desk)
        self._project_id = project_id
        self.placeholder = self.tr("The two versions have the same lines.")
        self.old, self.new = VersionChooser(self.tr("From")), VersionChooser(self.tr("To"))
        ways = [("lines", self.tr("Line by line")), *((a, self.tr("Totals by {axis}").format(axis=axis_text(a).lower()))
                                                      for a in _FIELDS)]  # fmt: skip
        way, self.way_box = choice(self.tr("Show"), ways, self.look)
        for tool in (self.old, self.new, way):
            self.tools.addWidget(tool)
        self.old.chosen.connect(self.look)
        self.new.chosen.connect(self.look)
        self._is_chosen = False

    def show_versions(self, versions: Versions) -> None:
        """Offer these; what a person has chosen stays chosen."""
        ids = {v.id for v in versions.there}
        newest = versions.there[-1].id if versions.there else None
        before = versions.there[-2].id if len(versions.there) > 1 and newest == _id(versions.held) else None
        old = _id(versions.held) if newest != _id(versions.held) else before
        if self._is_chosen:
            old = self.old.version_id if self.old.version_id in ids else None
            newest = self.new.version_id if self.new.version_id in ids else newest
        self._is_chosen = bool(versions.there)
        self.old.show_versions(versions, old)
        self.new.show_versions(versions, newest)
        self.look()

    def reader(self) -> Callable[[], Any]:
        workspace, number = self._desk.workspace, self._project_id
        old, new = self.old.version_id, self.new.version_id

        def read() -> Any:
            from collabdesk.usecases import budgets

            found = budgets.compare(workspace, number, old, new)
            return found, budgets.partner_names(workspace, (c.line.partner_id for c in found.lines))

        return read

    def shown(self, found: Any) -> Sequence[Shown]:
        comparison, names = found
        way = self.way_box.currentData()
        return [self._table(way, comparison, names, total) for total in comparison.totals()]

    def _table(self, way: str, found: Comparison, names: Mapping[int, str], total: Total) -> Shown:
        if way == "lines":
            lines = [_changed(c, names) for c in found.changes if c.line.currency == total.currency]
            lines.sort(key=lambda line: (line.partner.casefold(), line.category.casefold()))
        else:
            parts = [t for t in found.totals(_FIELDS[way]) if t.currency == total.currency]
            lines = [_total(_name(t.key, names), t) for t in parts]
        if lines:
            lines.append(_total(self.tr("Total"), total, is_total=True))
        return Shown(total.currency, _columns(way, total.currency, lines), lines)


def _columns(way: str, unit: str, lines: Sequence[_Line]) -> list[Column]:
    def tone(line: _Line) -> str:
        return "strong" if line.is_total else ""

    def sign(line: _Line) -> str:
        return "strong" if line.is_total else "good" if line.difference > 0 else "warn" if line.difference else ""

    money: dict[str, Any] = {"show": amount_text, "kind": "number", "width": 130, "sort": "", "unit": unit}
    columns = []
    if way == "lines":
        columns.append(Column(_WHAT, "kind", width=100, sort="", tone=lambda line: line.tone))
        columns += [
            Column(_TITLES[name], name, width=0 if name == "category" else 130, sort="", tone=tone)
            for name in ("partner", "category", "work_package", "period")
            if name == "category" or any(getattr(line, name) for line in lines)
        ]
    else:
        columns.append(Column(axis_text(way), "kind", width=0, sort="", tone=tone))
    columns += [
        Column(_BEFORE, "old", tone=tone, **money),
        Column(_AFTER, "new", tone=tone, **money),
        Column(_DIFFERENCE, "difference", tone=sign, **{**money, "show": _signed}),
    ]
    if way == "lines" and any(line.also for line in lines):
        columns.append(Column(_ALSO, "also", width=180, sort=""))
    return columns


_WHAT = QT_TRANSLATE_NOOP("Columns", "What")
_BEFORE = QT_TRANSLATE_NOOP("Columns", "Before")
_AFTER = QT_TRANSLATE_NOOP("Columns", "After")
_DIFFERENCE = QT_TRANSLATE_NOOP("Columns", "Difference")
_ALSO = QT_TRANSLATE_NOOP("Columns", "Also changed")
_TITLES = {
    "partner": QT_TRANSLATE_NOOP("Columns", "Partner"),
    "category": QT_TRANSLATE_NOOP("Columns", "Category"),
    "work_package": QT_TRANSLATE_NOOP("Columns", "Work package"),
    "period": QT_TRANSLATE_NOOP("Columns", "Period"),
}


def _changed(change: LineChange, names: Mapping[int, str]) -> _Line:
    words = {
        "added": (translate("Budget", "Added"), "good"),
        "removed": (translate("Budget", "Removed"), "bad"),
        "changed": (translate("Budget", "Changed"), "accent"),
    }
    kind, tone = words[change.kind]
    line = change.line
    return _Line(
        kind, tone, _name(line.partner_id, names), line.category or line.description, line.work_package, line.period,
        change.old.amount if change.old else None, change.new.amount if change.new else None, change.difference,
        _also(change, names),
    )  # fmt: skip


def _also(change: LineChange, names: Mapping[int, str]) -> str:
    """What else than the amount differs, old to new."""
    said = []
    for field in change.changed:
        if field not in ("amount", "currency"):
            old, new = (_value(getattr(line, field), field, names) for line in (change.old, change.new))
            said.append(f"{_field_text(field)}: {old} → {new}")
    return "; ".join(said)


def _value(value: Any, field: str, names: Mapping[int, str]) -> str:
    if field == "partner_id":
        return _name(value, names) or DASH
    if isinstance(value, Decimal):
        return amount_text(value) if field in ("unit_price", "indirect") else quantity_text(value)
    return str(value or DASH)


def _field_text(field: str) -> str:
    known = {
        "partner_id": translate("Budget", "Partner"), "category": translate("Budget", "Category"),
        "work_package": translate("Budget", "Work package"), "period": translate("Budget", "Period"),
        "description": translate("Budget", "Description"), "person_months": translate("Budget", "Person-months"),
        "units": translate("Budget", "Units"), "unit_price": translate("Budget", "Unit price"),
        "indirect": translate("Budget", "Indirect"),
    }  # fmt: skip
    return known.get(field, field)


def _total(name: str, total: Total, *, is_total: bool = False) -> _Line:
    return _Line(
        name or translate("Budget", "Not stated"), "strong" if is_total else "", "", "", "", "", total.old, total.new,
        total.difference, is_total=is_total,
    )  # fmt: skip


def _name(key: Any, names: Mapping[int, str]) -> str:
    return names.get(key, "") if isinstance(key, int) else str(key or "")


def _signed(value: Decimal | None) -> str:
    return f"+{amount_text(value)}" if value is not None and value > 0 else amount_text(value)


def _id(version: Any) -> int | None:
    return version.id if version is not None else None
