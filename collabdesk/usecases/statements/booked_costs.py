"""Which cost items stand behind each line of a budget-versus-actual table, and which no budget line planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from collabdesk.auditing.unmatched import unmatched
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Basis
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.packs import Pack
from collabdesk.domain.problems import Refused
from collabdesk.domain.told import told, words
from collabdesk.usecases.budgets.booked import Part, Periods, one_word, planned_parts
from collabdesk.usecases.budgets.pivot import Key
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.statements.asking import Asked

_READ = ("partner_id", "category", "work_package", "currency", "declared_in", "date", "period_end")
_NOTHING = Decimal(0)


class BookedCosts:
    """The groups of cost items as `budgets.against_actual` books them: by the budget's own words."""

    def __init__(self, asked: Asked, version_id: int | None) -> None:
        self._asked = asked
        self._home = asked.project.currency or NO_CURRENCY
        self._pack = _pack(asked)
        self._planned = planned_parts(asked.workspace, asked.project_id, version_id)
        known = self._pack.category if self._pack else None
        category = one_word((p.category for p in self._planned), known)
        package = one_word((p.work_package for p in self._planned), None)
        budgeted = {p.currency for p in self._planned} | {self._home}
        self._groups: dict[Part, list[int]] = defaultdict(list)
        periods = Periods(asked.workspace, asked.project, self._planned)
        for item in _items(asked):
            unit = item["currency"] or NO_CURRENCY
            booked = unit if unit in budgeted else self._home
            words = category(item["category"] or ""), package(item["work_package"] or "")
            period = periods.of(item["declared_in"] or "", item["date"] or item["period_end"] or "")
            self._groups[Part(item["partner_id"], *words, period, booked, _NOTHING)].append(item["id"])
        self._strange = set(unmatched({g.booked for g in self._groups}, {p.booked for p in self._planned}))
        self._words = self._raw_words()

    @property
    def partner_ids(self) -> set[int]:
        """Every partner that costs or budget lines name."""
        return {p.partner for p in (*self._groups, *self._planned) if p.partner is not None}

    def title_of(self, word: str) -> str:
        """A category with the title that the rule pack gives it; the budget's own word where it knows none."""
        found = self._pack.category(word) if self._pack else None
        if found is None or word != found.code:
            return word
        return told("{code} {title}", code=word, title=words(found.title))

    def planned_words(self, key: Key) -> list[Key]:
        """How the budget lines of a row write its category, partner or work package."""
        return self._words.get(key, [key])

    def of(self, unit: str, key: Key) -> tuple[Basis, ...]:
        """The items of one row, without those that no line planned."""
        by = self._asked.by
        return self._basis(g for g in self._groups if self._is_planned(g, unit) and g.of(by) == key)

    def unmatched(self, unit: str) -> tuple[Basis, ...]:
        """The items that no budget line planned."""
        return self._basis(g for g in self._groups if g.currency == unit and not self._is_planned(g, unit))

    def everything(self, unit: str) -> tuple[Basis, ...]:
        """All items of a table."""
        return self._basis(g for g in self._groups if g.currency == unit)

    def _is_planned(self, group: Part, unit: str) -> bool:
        if group.currency != unit or group.booked in self._strange:
            return False
        plan = {p.period for p in self._planned if p.currency == unit}
        return self._asked.by != "period" or not any(plan) or group.period in plan or "" in plan

    def _basis(self, groups: Iterable[Part]) -> tuple[Basis, ...]:
        ids = sorted(number for group in groups for number in self._groups[group])
        return (Basis("cost", "expended", ids=tuple(ids)),) if ids else ()

    def _raw_words(self) -> dict[Key, list[Key]]:
        """The budget's spellings of one word: its first one stands for all."""
        if self._asked.by in ("partner", "period"):
            return {}
        field = self._asked.by
        where = {"project_id": self._asked.project_id}
        said = [str(s.key[0] or "") for s in self._asked.workspace.sums("budget", (), by=(field,), where=where)]
        first = one_word((str(p.of(field)) for p in self._planned), None)
        found: dict[Key, list[Key]] = defaultdict(list)
        for word in said:
            found[first(word)].append(word)
        return found


def _pack(asked: Asked) -> Pack | None:
    try:
        return chosen(asked.workspace, asked.project, asked.as_of).pack
    except Refused:
        return None


def _items(asked: Asked) -> Iterator[dict[str, Any]]:
    """The cost items known by the day, of the partner that is asked for."""
    where = {"project_id": asked.project_id} | ({"partner_id": asked.partner.id} if asked.partner else {})
    there = asked.workspace.kept_columns("cost", _READ, **where)
    names = ("id", *_READ)
    for values in zip(*(there[name] for name in names), strict=True):
        item = dict(zip(names, values, strict=True))
        day = item["date"] or item["period_end"]
        if not day or latest(day) <= asked.as_of:
            yield item
