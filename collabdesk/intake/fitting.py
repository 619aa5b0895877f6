"""How well a table fits what was confirmed of an earlier one: by its headers first, then by sheet and place."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from collabdesk.domain.places import Place
from collabdesk.intake.confirmed import ColumnReading, Reading
from collabdesk.intake.found import TableFound
from collabdesk.intake.staged import StagedTable

LEAST_KNOWN = 0.5  # of the headers that were confirmed, so many must be there
LEAST_ALIKE = 0.4  # of the headers that either has, so many both must have
_SAME_SHEET, _SHEET_ALIKE, _SAME_NUMBER = 0.15, 0.05, 0.01


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """A header made comparable: its letters and signs without case, width, joiners and the way it is broken."""
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return " ".join(shown.casefold().split())


def keys_of(headers: Iterable[str]) -> list[str]:
    """One key for each header; the second `name` is `name [2]`, so that each stands for one column."""
    seen: Counter[str] = Counter()
    keys = []
    for header in headers:
        key = plain(header)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key} [{seen[key]}]")
    return keys


@dataclass(frozen=True)
class Seen:
    """What a table shows of itself: sheet, place in it, shape, and for each column its header and letter.

    `others` are columns of which there is nothing to say, but whose headers may be the same.
    """

    sheet: str
    number: int
    layout: str
    header_rows: int
    columns: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()

    @cached_property
    def headers(self) -> list[str]:
        return [text or f"[{letter}]" for text, letter in self.columns]

    @cached_property
    def keys(self) -> list[str]:
        return keys_of(self.headers)


@dataclass(frozen=True)
class Fit:
    """One reading beside one table. `missing` and `new` are header texts as the one and the other has them."""

    reading: Reading
    seen: Seen
    fits: int
    missing: tuple[str, ...]
    new: tuple[str, ...]
    is_exact: bool

    @property
    def is_enough(self) -> bool:
        """Is it the same table, grown or shrunk, and not another that shares some headers?"""
        both = len(self.reading.columns) + len(self.seen.keys) - self.fits
        return self.fits >= LEAST_KNOWN * len(self.reading.columns) and self.fits >= LEAST_ALIKE * both > 0

    @property
    def rank(self) -> float:
        """For choosing among several that are enough."""
        both = len(self.reading.columns) + len(self.seen.keys) - self.fits
        here = plain(self.seen.sheet)
        sheets = [plain(s) for s in self.reading.sheets]
        alike = max((fuzz.ratio(here, s) / 100 for s in sheets), default=0.0)
        return (
            self.fits / both
            + (_SAME_SHEET if here in sheets else 0.0)
            + _SHEET_ALIKE * alike
            + (_SAME_NUMBER if self.seen.number == self.reading.number else 0.0)
        )

    def column(self, position: int) -> ColumnReading | None:
        """What was confirmed of the table's column at `position`; None for a new one."""
        return self._by_key.get(self.seen.keys[position])

    @cached_property
    def _by_key(self) -> Mapping[str, ColumnReading]:
        return dict(zip(keys_of(c.header for c in self.reading.columns), self.reading.columns, strict=True))

    def overrides(self, besides: Collection[str] = ()) -> dict[str, str]:
        """What to tell the mapping: header, or `[C]`, to field. Headers `besides` are left to whoever said them.

        A header that the table has twice is told by its letter; one without a text only where all is as it was.
        """
        whole = (*self.seen.columns, *self.seen.others)
        texts, letters = Counter(text for text, _ in whole), Counter(letter for _, letter in whole)
        told: dict[str, str] = {}
        for position, (text, letter) in enumerate(self.seen.columns):
            column = self.column(position)
            if column is None or column.field is None or text in besides or f"[{letter}]" in besides:
                continue
            if text and texts[text] == 1:
                told[text] = column.field
            elif letters[letter] == 1 and (text or self.is_exact):
                told[f"[{letter}]"] = column.field
        return told


def compare(reading: Reading, seen: Seen) -> Fit:
    """Put a reading beside a table."""
    wanted = keys_of(c.header for c in reading.columns)
    known, there = set(wanted), set(seen.keys)
    missing = tuple(c.header for c, key in zip(reading.columns, wanted, strict=True) if key not in there)
    new = tuple(header for header, key in zip(seen.headers, seen.keys, strict=True) if key not in known)
    is_exact = wanted == seen.keys and reading.header_rows == seen.header_rows
    return Fit(reading, seen, len(wanted) - len(missing), missing, new, is_exact)


def best(readings: Iterable[Reading], seen: Seen) -> Fit | None:
    """The reading that fits the table best; None where none fits enough."""
    fits = [compare(r, seen) for r in readings if r.layout == seen.layout]
    return max((f for f in fits if f.is_enough), key=lambda f: f.rank, default=None)


def seen_when_found(table: TableFound, number: int) -> Seen:
    """A table before it is understood; `number` is its place among those of its sheet."""
    columns = ((h.text, h.letter(table.layout), h.place) for h in table.headers)
    return _seen(table.sheet, number, table.layout, table.header_rows, columns)


def seen_when_staged(table: StagedTable, number: int) -> Seen:
    """A table after it was read."""
    columns = ((c.header, c.letter, c.place) for c in table.columns)
    return _seen(table.sheet, number, table.layout, table.header_rows, columns)


def is_confirmable(layout: str, place: Place) -> bool:
    """Is there something to say of what stands here? The values of a matrix are told by their place alone."""
    return layout != "matrix" or place != Place()


def _seen(
    sheet: str, number: int, layout: str, header_rows: Sequence[int], columns: Iterable[tuple[str, str, Place]]
) -> Seen:
    named: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for text, letter, place in columns:
        named[is_confirmable(layout, place)].append((text, letter))
    return Seen(sheet, number, layout, header_rows[1] - header_rows[0] + 1, tuple(named[True]), tuple(named[False]))
