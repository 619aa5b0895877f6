"""An import while it is being decided: what was found, what the person chose, and whether it can be accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from collabdesk.domain.problems import Severity
from collabdesk.ui.imports.compare_plan import Plan
from collabdesk.ui.texts import count_text
from collabdesk.usecases import decisions, profiles
from collabdesk.usecases.imports import LookOptions, OpenFiles, Staged
from collabdesk.usecases.profiles import Offer
from collabdesk.usecases.staged import StagedColumn, StagedTable

translate = QCoreApplication.translate

TableKey = decisions.TableKey
"""(file, table), both from 0, as they stand in the look."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person decided about one table; "" leaves it to the program.

    `fields` are (header key, field) pairs, with the field "" for a column that is left out; `written` are (header key,
    way) pairs: the order of dates or the decimal mark of one column. `profile` is a saved reading that holds where the
    person decides nothing else.
    """

    kind: str = ""
    currency: str = ""
    decimal: str = ""
    date_order: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    profile: Offer | None = None

    def but(self, what: str, value: str) -> Choices:
        """The same with one thing decided otherwise; another kind of table gives up the fields that were chosen, one
        way for the whole table the ways of single columns."""
        words = {name: getattr(self, name) for name in ("kind", "currency", "decimal", "date_order")} | {what: value}
        ways = {"decimal": (".", ","), "date_order": ("dmy", "mdy", "ymd")}.get(what, ())
        written = tuple(w for w in self.written if w[1] not in ways)
        if what == "kind":
            return Choices(**words, written=written)
        return Choices(**words, fields=self.fields, written=written, profile=self.profile)

    def with_field(self, header: str, field_name: str) -> Choices:
        """The same with one column decided."""
        return replace(self, fields=(*(f for f in self.fields if f[0] != header), (header, field_name)))

    def with_written(self, headers: Sequence[str], way: str) -> Choices:
        """The same with the order of dates or the decimal mark of some columns decided."""
        others = (w for w in self.written if w[0] not in headers)
        return replace(self, written=(*others, *((header, way) for header in headers)))

    def with_profile(self, offer: Offer | None) -> Choices:
        """The same read by a saved reading, or by none; what it says of a column outdoes what was chosen before."""
        told = {header for header, _, _ in offer.differs} if offer else set()
        kept = tuple(f for f in self.fields if f[0] not in told)
        kind = "" if offer else self.kind
        return replace(self, kind=kind, fields=kept, profile=offer)


@dataclass
class Draft:
    """Files looked at, and the choices so far. Nothing of it is kept in the database.

    `open_files` keeps the files read, so that a second look is quick; `close` it when the import is over.
    """

    staged: Staged
    open_files: OpenFiles | None = None
    choices: dict[TableKey, Choices] = field(default_factory=dict)
    left_out: set[TableKey] = field(default_factory=set)
    plan: Plan = field(default_factory=Plan)

    def __post_init__(self) -> None:
        # A table that nothing is understood of may be a list or not a list at all: the person decides.
        self.left_out |= {key for key, table in self.tables() if is_not_understood(table)}
        self._left_out_first = frozenset(self.left_out)

    @property
    def is_decided(self) -> bool:
        """Has the person chosen anything that leaving would lose?"""
        return bool(self.choices) or self.left_out != self._left_out_first or self.plan.is_decided

    def close(self) -> None:
        """Let go of the files."""
        if self.open_files is not None:
            self.open_files.close()

    def tables(self) -> Iterator[tuple[TableKey, StagedTable]]:
        """Every table with its key, in the order of the files."""
        for f, file in enumerate(self.staged.files):
            for t, table in enumerate(file.tables):
                yield (f, t), table

    def table(self, key: TableKey) -> StagedTable:
        return self.staged.files[key[0]].tables[key[1]]

    def path(self, key: TableKey) -> Path:
        """The file that a table stands in."""
        return Path(self.staged.files[key[0]].path)

    def file_name(self, key: TableKey) -> str:
        return self.staged.files[key[0]].name

    def name(self, key: TableKey) -> str:
        """The sheet, numbered where it holds several tables; the file's name where it has no sheets."""
        table = self.table(key)
        same = [k for k, t in self.tables() if k[0] == key[0] and t.sheet == table.sheet]
        name = table.sheet or self.file_name(key)
        return name if len(same) == 1 else f"{name} ({same.index(key) + 1})"

    def is_taken(self, key: TableKey) -> bool:
        return key not in self.left_out

    def take(self, key: TableKey, is_taken: bool) -> None:
        """Import this table, or leave it out."""
        self.left_out.discard(key) if is_taken else self.left_out.add(key)
        self.plan.outdate(key)

    def skipped(self) -> list[StagedTable]:
        """The tables that are left out."""
        return [table for key, table in self.tables() if not self.is_taken(key)]

    def choose(self, key: TableKey, choices: Choices) -> LookOptions:
        """Remember what was decided; returns the options of the new look at that table's sheet."""
        self.choices[key] = choices
        given = self.staged.options
        if choices.profile is not None:
            given = profiles.with_profile(given, choices.profile, self.table(key))
        return replace(
            given,
            sheet=self.table(key).sheet or given.sheet,
            kind=choices.kind or given.kind,
            currency=choices.currency or given.currency,
            decimal=choices.decimal or given.decimal,
            date_order=choices.date_order or given.date_order,
            map=(*given.map, *((self._header(key, header), name) for header, name in choices.fields)),
            written=(*given.written, *((self._header(key, header), way) for header, way in choices.written)),
        )

    def _header(self, key: TableKey, header: str) -> str:
        # "Sheet!header" keeps a choice from reaching a column of the same name in another sheet.
        sheet = self.table(key).sheet
        return f"{sheet}!{header}" if sheet else header

    def put(self, key: TableKey, looked: Staged) -> bool:
        """Take the table from a new look at its sheet; False where it is not found there any more."""
        old = self.table(key)
        found = [t for file in looked.files for t in file.tables if _is_same_place(t, old)]
        if found:
            self.staged.files[key[0]].tables[key[1]] = found[0]
            self.plan.outdate(key)
            if is_not_understood(old) and not is_not_understood(found[0]):
                self.take(key, True)
        return bool(found)

    @property
    def label(self) -> str:
        """The files' names for a label."""
        return names_of([Path(f.name) for f in self.staged.files])

    @property
    def rows(self) -> int:
        """How many rows would be imported."""
        return sum(t.rows_accepted for key, t in self.tables() if self.is_taken(key))

    @property
    def errors(self) -> int:
        """How many errors stand in the tables that would be imported."""
        return sum(errors_of(t) for key, t in self.tables() if self.is_taken(key))

    def why_not(self) -> str:
        """Why nothing can be imported, as a sentence; "" when it can."""
        tables = list(self.tables())
        if not tables:
            if self.staged.files and all(f.refused for f in self.staged.files):
                return translate("Imports", "None of the files could be read.")
            return translate("Imports", "No table was found in these files.")
        if all(not self.is_taken(key) for key, _ in tables):
            return translate("Imports", "Choose at least one table to import.")
        if not self.rows:
            return translate("Imports", "No row can be imported yet: see the problems, or say which column holds what.")
        return ""

    def button_text(self) -> str:
        """`Import 99 rows`."""
        if not self.rows:
            return translate("Imports", "Import")
        return count_text("Imports", "Import %n row", "Import %n rows", self.rows)


def is_not_understood(table: StagedTable) -> bool:
    """Is no row kept because the columns are not known?"""
    return not table.rows_accepted and any(p.code == "not-understood" for p in table.problems)


def errors_of(table: StagedTable) -> int:
    """How many problems of a table keep rows out."""
    return sum(1 for p in table.problems if p.severity == Severity.ERROR)


def warnings_of(table: StagedTable) -> int:
    """How many problems of a table do not keep rows out but matter."""
    return sum(1 for p in table.problems if p.severity == Severity.WARNING)


def column_at(table: StagedTable, sheet_column: int) -> StagedColumn | None:
    """The table's column that stands in this column of the sheet."""
    return next((c for c in table.columns if c.place.column == sheet_column), None)


def header_key(column: StagedColumn) -> str:
    """What a choice calls a column: its header, or `[C]` where it has none."""
    return column.header or f"[{column.letter}]"


def names_of(paths: Sequence[Path]) -> str:
    """`a.xlsx and 2 more`: a few file names for a label."""
    if len(paths) < 2:
        return paths[0].name if paths else ""
    return translate("Imports", "{name} and {count} more").format(name=paths[0].name, count=len(paths) - 1)


def _is_same_place(one: StagedTable, other: StagedTable) -> bool:
    # A table that was read as another kind keeps its header; its data rows may begin elsewhere.
    return (
        one.sheet == other.sheet
        and (one.header_rows == other.header_rows or one.first_row == other.first_row)
        and (not one.columns or not other.columns or one.columns[0].letter == other.columns[0].letter)
    )
