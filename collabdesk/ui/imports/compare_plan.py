"""What an import will do: how it compares with what is there, and what the person decided about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from collabdesk.usecases.comparison import Compared, FigureChange, GoneRecord, What
from collabdesk.usecases.decisions import Decisions, TableKey

if TYPE_CHECKING:
    from collabdesk.usecases.partners import Likeness, Likenesses

TICKED = (What.ADDED, What.CHANGED)
"""The classes whose rows can be left out: the others change nothing."""


@dataclass
class Plan:
    """`compared` is None until the files were compared as they are mapped now; `figures` until they are of these
    decisions; `alike` until the names were looked at. Decisions that a new comparison does not know are dropped."""

    decisions: Decisions = field(default_factory=Decisions)
    compared: Compared | None = None
    figures: Sequence[FigureChange] | None = None
    figures_note: str = ""
    alike: Likenesses | None = None
    _left: Counter[tuple[TableKey, What]] = field(default_factory=Counter)

    @property
    def is_decided(self) -> bool:
        """Has the person decided anything that leaving would lose?"""
        said = self.decisions
        return bool(any(said.left_out.values()) or said.removed or said.same or said.different)

    def take(self, compared: Compared) -> None:
        """A new comparison is there."""
        self.compared, self.figures_note = compared, compared.figures_note
        there = {(g.noun, g.id) for table in compared.tables.values() for g in table.gone if not g.why_kept}
        self.decisions.removed &= there
        self._left = Counter(
            {
                (key, what): len(left.intersection(compared.tables[key].places.get(what, ())))
                for key, left in self.decisions.left_out.items()
                for what in TICKED
                if key in compared.tables
            }
        )
        self.figures = None if self.removed or self.all_left else compared.figures

    def decided(self) -> Decisions:
        """A copy of the decisions, for the worker; without a comparison nothing is removed."""
        said = self.decisions
        left = {key: set(indexes) for key, indexes in said.left_out.items() if indexes}
        removed = set(said.removed) if self.compared is not None else set()
        return Decisions(left, removed, dict(said.same), set(said.different))

    def outdate(self, key: TableKey | None = None) -> None:
        """What was compared holds no longer; of a table that was read anew the ticks neither."""
        self.compared = self.figures = None
        if key is not None:
            self.decisions.left_out.pop(key, None)
            self.alike = None

    def tables(self, key: TableKey | None = None) -> Iterator[TableKey]:
        """The tables that were compared: this one, or all of them."""
        for table in self.compared.tables if self.compared else ():
            if key in (None, table):
                yield table

    def count(self, what: What, key: TableKey | None = None) -> int:
        """How many rows (or gone records) of a class there are."""
        if self.compared is None:
            return 0
        tables = self.compared.tables
        if what == What.GONE:
            return sum(len(tables[k].gone) for k in self.tables(key))
        return sum(tables[k].counts.get(what, 0) for k in self.tables(key))

    def left(self, what: What, key: TableKey | None = None) -> int:
        """How many rows of a class the person leaves out."""
        return sum(n for (table, kind), n in self._left.items() if kind == what and key in (None, table))

    def is_in(self, key: TableKey, index: int) -> bool:
        """Will this row be kept?"""
        return index not in self.decisions.left_out.get(key, ())

    def leave_out(self, key: TableKey, what: What, indexes: Collection[int]) -> None:
        """Keep nothing of these rows of one class."""
        known = self.decisions.left_out.setdefault(key, set())
        before = len(known)
        known.update(indexes)
        self._left[key, what] += len(known) - before
        self.figures = None

    def let_in(self, key: TableKey, what: What, indexes: Collection[int]) -> None:
        """Keep these rows of one class after all."""
        known = self.decisions.left_out.setdefault(key, set())
        before = len(known)
        known.difference_update(indexes)
        self._left[key, what] -= before - len(known)
        self.figures = None

    def is_removed(self, gone: GoneRecord) -> bool:
        return (gone.noun, gone.id) in self.decisions.removed

    def remove(self, gone: GoneRecord, is_removed: bool) -> None:
        """Remove a record that the newer file has no more, or keep it; one that something hangs on is kept."""
        if is_removed and not gone.why_kept:
            self.decisions.removed.add((gone.noun, gone.id))
        else:
            self.decisions.removed.discard((gone.noun, gone.id))
        self.figures = None

    @property
    def removed(self) -> int:
        return len(self.decisions.removed)

    @property
    def gone_kept(self) -> int:
        return self.count(What.GONE) - self.removed

    def done(self, what: What) -> int:
        """How many rows of a class will be kept."""
        return self.count(what) - self.left(what)

    @property
    def all_left(self) -> int:
        """How many rows the person leaves out."""
        return sum(self._left.values())

    @property
    def undecided(self) -> int:
        """How many names that look like a partner there nobody has decided about."""
        return sum(1 for pair in self.alike or () if pair.partner_id is not None and not self.verdict(pair))

    def verdict(self, pair: Likeness) -> str:
        """`same`, `different`, or "" where it was not decided."""
        name = (pair.name, pair.code)
        if pair.partner_id is None:
            return ""
        if self.decisions.same.get(name) == pair.partner_id:
            return "same"
        return "different" if (*name, pair.partner_id) in self.decisions.different else ""

    def decide(self, pair: Likeness, verdict: str) -> None:
        """Say whether a name means that partner; the comparison holds no longer. Two new names stay two for now."""
        if pair.partner_id is None:
            return
        name = (pair.name, pair.code)
        self.decisions.different.discard((*name, pair.partner_id))
        if self.decisions.same.get(name) == pair.partner_id:
            del self.decisions.same[name]
        if verdict == "same":
            self.decisions.same[name] = pair.partner_id
        elif verdict == "different":
            self.decisions.different.add((*name, pair.partner_id))
        self.outdate()

    @property
    def is_worth_a_look(self) -> bool:
        """Would something that is there change, or be missing, or was a name said to mean a partner there?"""
        return bool(self.count(What.CHANGED) or self.count(What.GONE) or self.decisions.same)

    @property
    def is_all_new(self) -> bool:
        """Is every row new, and wanted?"""
        others = sum(self.count(what) for what in What if what != What.ADDED)
        return self.compared is not None and not others and not self.all_left

    @property
    def changes_nothing(self) -> bool:
        """Is all of it there already, as far as it is wanted?"""
        return self.compared is not None and not self.removed and not any(self.done(what) for what in TICKED)
