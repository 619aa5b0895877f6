"""Made-up tables with one record in each row, and everything that funders put around and between the rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from collabdesk.intake.canonical import canonical
from synthetic import values
from synthetic.canvas import Canvas
from synthetic.expected import ExpectedTable
from synthetic.words import NOTES, UNKNOWN_HEADERS, UNTAUGHT_TOTALS, Words, choose_headers


@dataclass(slots=True)
class ListWriter:
    """Writes one table from (top, left) down; `row` is the next free row, `features` what it is composed of."""

    rnd: Random
    canvas: Canvas
    top: int
    left: int
    words: Words
    kind: str
    features: set[str]
    fields: list[tuple[str, str]] = field(default_factory=list)
    row: int = 0
    numbered: int = 0
    table: ExpectedTable = field(default_factory=lambda: ExpectedTable("rows", (0, 0)))

    def write(self) -> ExpectedTable:
        self.fields = self.fields or self._fields()
        self.row = self.top
        self.table.kind = self.kind
        self._header()
        self._below_header()
        if self.said(0.06, "grand total above"):
            self._late_total(self.row)
            self.row += 1
        is_sectioned = self.said(0.25, "sections")
        with_subtotals = is_sectioned and self.said(0.6, "subtotals")
        is_gapped = is_sectioned and self.said(0.3, "gaps")
        for number in range(self.rnd.randint(2, 4) if is_sectioned else 1):
            if number and is_gapped:
                self.row += 1
            self._section(is_sectioned, with_subtotals)
            if number == 0 and is_sectioned and self.said(0.2, "repeated header"):
                self._repeat_header()
        total = self.table.anchors[:]
        if "grand total above" in self.features:
            self._fill_late(total)
        elif self.said(0.4, "total"):
            self._sum_row(total, "total")
        self._footer()
        return self.table

    def said(self, chance: float, feature: str) -> bool:
        """Flip a coin; a feature that comes true is remembered."""
        is_so = self.rnd.random() < chance
        if is_so:
            self.features.add(feature)
        return is_so

    @property
    def columns(self) -> list[int]:
        return [self.left + i for i in range(len(self.fields))]

    @property
    def amounts(self) -> list[int]:
        return [c for c, (f, _) in zip(self.columns, self.fields, strict=True) if _type(f) in ("amount", "quantity")]

    def _fields(self) -> list[tuple[str, str]]:
        chosen = choose_headers(self.rnd, self.words, self.kind, 9)
        for unknown in self.rnd.sample(UNKNOWN_HEADERS, self.rnd.choice((0, 0, 0, 1, 2))):
            chosen.insert(self.rnd.randint(1, len(chosen)), ("", unknown))
        return chosen

    def _header(self) -> None:
        depth = self.rnd.choices((1, 2, 3, 4), (60, 25, 10, 5))[0]
        if len(self.fields) < (4 if self.canvas.is_merging else 6):
            depth = 1
        elif not self.canvas.is_merging:  # what a cell of a group covers is a riddle then, but for two rows
            depth = min(depth, 2)
        self.features.add(f"header of {depth}")
        last = self.top + depth - 1
        parts: dict[int, list[str]] = {c: [] for c in self.columns}
        for level in range(depth - 1):
            self._groups(self.top + level, last, level, parts)
        for column, (name, text) in zip(self.columns, self.fields, strict=True):
            row = last
            if depth > 1 and not parts[column] and self.canvas.is_merging:
                row = self.top
                self.canvas.merge(row, column, last, column)
            self.canvas.put(row, column, text)
            parts[column].append(text)
            self.table.headers[column] = " / ".join(parts[column])
            if name:
                self.table.fields[column] = name
        self.table.header_rows = (self.top, last)
        self.row = last + 1

    def _groups(self, row: int, last: int, level: int, parts: dict[int, list[str]]) -> None:
        """Some groups of columns; a deeper level parts the groups above it."""
        names = iter(self.rnd.sample(("Stage", "Volume", "Details here", "Bloc", "Part", "Chapter", "Share"), 7))
        if level == 0:
            start = self.rnd.randint(1, max(1, len(self.columns) - 4))
            runs = [self.columns[start : start + 2]]
            if len(self.columns) - start > 3:
                runs.append(self.columns[start + 2 :][: 4 if self.canvas.is_merging else None])
        else:
            runs = [run for run in ([c for c in self.columns if parts[c]],) if run]
            runs = [part for run in runs for part in (run[:2], run[2:]) if len(part) > 1]
        for run in runs:
            name = next(names)
            self.canvas.put(row, run[0], name)
            self.canvas.merge(row, run[0], row, run[-1])
            for column in run:
                if not parts[column] or parts[column][-1] != name:
                    parts[column].append(name)

    def _below_header(self) -> None:
        if self.amounts and self.said(0.1, "units"):
            for column in self.amounts:
                self.canvas.put(self.row, column, "(€)")
            self.row += 1
        if self.said(0.06, "letters"):
            for number, column in enumerate(self.columns):
                self.canvas.put(self.row, column, f"({number + 1})")
            self.row += 1
        if len(self.fields) > 3 and self.said(0.05, "example"):
            for column, (name, _) in zip(self.columns, self.fields, strict=True):
                self.canvas.put(self.row, column, values.value(self.rnd, name or "text", 0))
            self.canvas.put(self.row, self.columns[0], f"Example: {values.name(self.rnd)}")
            self.table.aside[self.row] = "example"
            self.row += 1

    def _section(self, is_titled: bool, with_subtotal: bool) -> None:
        if is_titled:
            self.canvas.put(self.row, self.left, f"{self.rnd.choice('ABC')}. {values.name(self.rnd)}")
            if len(self.fields) > 2:
                self.table.aside[self.row] = "section"
                if self.rnd.random() < 0.3:
                    self.canvas.merge(self.row, self.left, self.row, self.columns[-1])
                self.row += 1
            else:
                self.canvas.cells.pop((self.row, self.left))
        first = len(self.table.anchors)
        for _ in range(self.rnd.randint(2, 8) if is_titled else self.rnd.randint(3, 30)):
            self._record()
        if with_subtotal and self.amounts:
            self._sum_row(self.table.anchors[first:], "subtotal")

    def _record(self) -> None:
        self.numbered += 1
        for place, (column, (name, _)) in enumerate(zip(self.columns, self.fields, strict=True)):
            is_needed = place < 3 or self.rnd.random() < 0.9
            cell = values.value(self.rnd, name or "text", self.numbered)
            self.canvas.put(self.row, column, cell if is_needed else None)
        self.table.anchors.append((self.row, None))
        self.row += 1

    def _sum_row(self, anchors: list[tuple[int, int | None]], why: str) -> None:
        """The sums of the records, beside a known word, a word nobody knows, or nothing."""
        if not self.amounts or not anchors:
            return
        self._late_total(self.row, why)
        self._fill_late(anchors, self.row)
        self.row += 1

    def _late_total(self, row: int, why: str = "total") -> None:
        free = [c for c in self.columns if c not in self.amounts]
        manner = self.rnd.choices(("word", "untaught", "none"), (60, 20, 20))[0]
        if not self.amounts or (manner == "none" and len(self.fields) < 4):
            manner = "word"
        self.features.add(f"{why}: {manner}")
        known = self.words.subtotals if why == "subtotal" and self.rnd.random() < 0.5 else self.words.totals
        word = {"word": self.rnd.choice(known), "untaught": self.rnd.choice(UNTAUGHT_TOTALS), "none": None}[manner]
        if free:
            self.canvas.put(row, free[0], word)
        self.table.aside[row] = why

    def _fill_late(self, anchors: list[tuple[int, int | None]], row: int = 0) -> None:
        row = row or next(r for r, why in self.table.aside.items() if why == "total")
        for column in self.amounts:
            held = [self.canvas.cells.get((r, column)) for r, _ in anchors]
            self.canvas.put(row, column, round(sum(v for v in held if isinstance(v, (int, float))), 2))

    def _repeat_header(self) -> None:
        first, last = self.table.header_rows
        if first != last:
            self.features.discard("repeated header")
            return
        for column, (_, text) in zip(self.columns, self.fields, strict=True):
            self.canvas.put(self.row, column, text)
        self.table.aside[self.row] = "repeated_header"
        self.row += 1

    def _footer(self) -> None:
        if len(self.fields) < 3 or not self.said(0.25, "footer"):
            return
        self.row += self.rnd.randint(0, 2)
        for text in self.rnd.sample(NOTES, self.rnd.randint(1, 2)):
            self.canvas.put(self.row, self.left, text)
            self.table.aside[self.row] = "help"
            self.row += 1


def _type(name: str) -> str:
    return canonical()[name].type if name in canonical() else "text"
