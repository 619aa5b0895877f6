"""Numbered groups of labels (Milestone 1 …, Milestone 1 status …, Milestone 2 …): each group is a record per column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, SetAside, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.headertext import key
from collabdesk.intake.vocabulary import Vocabulary

_NUMBER = re.compile(r"\d+")
_LEAST_LABELS, _LEAST_BLOCKS = 3, 3


@dataclass(slots=True)
class Blocks:
    """Groups of one kind and size: where those of each wording start, and the value columns."""

    worded: list[tuple[tuple[str, ...], list[int]]]  # label patterns by offset -> first rows of the groups so labelled
    label_column: int
    values: list[int]
    kind: str

    @property
    def starts(self) -> list[int]:
        """The first row of each group, from the top."""
        return sorted(start for _, starts in self.worded for start in starts)

    @property
    def size(self) -> int:
        """How many rows a group has."""
        return len(self.worded[0][0])

    @property
    def rows(self) -> set[int]:
        """Every row that belongs to a group."""
        return {start + i for start in self.starts for i in range(self.size)}


def find(column: int, labels: Sequence[tuple[int, str]], values: list[int], words: Vocabulary) -> list[Blocks]:
    """The numbered groups whose labels speak of a kind of record; groups of equal shape and kind go together."""
    shapes: dict[tuple[str, ...], tuple[list[int], tuple[str, ...]]] = {}
    for run in _runs(labels):
        patterns = tuple(_NUMBER.sub("#", text, count=1) for _, text in run)
        starts, _ = shapes.setdefault(tuple(key(p) for p in patterns), ([], patterns))
        starts.append(run[0][0])
    found: dict[tuple[str, int], Blocks] = {}
    for starts, patterns in shapes.values():
        kind = _kind(patterns, words)
        if kind is None:
            continue
        blocks = found.setdefault((kind, len(patterns)), Blocks([], column, values, kind))
        blocks.worded.append((patterns, starts))
    return [b for b in sorted(found.values(), key=lambda b: -len(b.starts)) if len(b.starts) >= _LEAST_BLOCKS]


def _runs(labels: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Neighbouring labels with the same number in them."""
    runs: list[list[tuple[int, str]]] = []
    last: tuple[int, str] | None = None
    for row, text in labels:
        number = _NUMBER.search(text)
        here = (row, number.group()) if number else None
        if here and last and last == (row - 1, here[1]):
            runs[-1].append((row, text))
        elif here:
            runs.append([(row, text)])
        last = here
    return [run for run in runs if len(run) >= _LEAST_LABELS]


def _kind(patterns: tuple[str, ...], words: Vocabulary) -> str | None:
    """The kind that the labels speak of: by its name, and by at least two of its fields."""
    nouns: dict[str, int] = {}
    for pattern in patterns:
        for said in words.read(pattern):
            noun = said.field.partition(".")[0]
            if said.score >= 0.7 and noun not in ("*", "-", "project"):
                nouns[noun] = nouns.get(noun, 0) + 1
                break
    named = {kind for pattern in patterns for kind in words.kinds_in(pattern)}
    best = max(nouns, key=lambda n: nouns[n] + (n in named), default=None)
    return best if best and nouns[best] >= 2 else None


def table(grid: Grid, blocks: Blocks, main: TableFound, words: Vocabulary) -> TableFound:
    """The groups as one table: a record for each group and column whose first cell (the name) is filled."""
    anchors: list[tuple[int, int | None]] = []
    aside: list[SetAside] = []
    size = blocks.size
    for start in blocks.starts:
        for column in blocks.values:
            if grid.at(start, column) is not None:
                anchors.append((start, column))
            elif any(grid.at(start + i, column) is not None for i in range(1, size)):
                aside.append(SetAside(start, "blank_key"))
    links = [
        Header(h.text, h.place, h.label)
        for h in main.headers
        if any(s.field in ("project.title", "project.code") and s.score >= 0.9 for s in words.exactly(h.text))
    ]
    first = min(blocks.starts)
    number = Header("", Place(column=blocks.label_column), (first, blocks.label_column))
    own = [header for i in range(size) for header in _labels(blocks, i, words)]
    return TableFound(
        sheet=main.sheet,
        layout="transposed",
        header_rows=main.header_rows,
        first_row=first,
        last_row=max(blocks.rows),
        headers=[number, *own, *links],
        anchors=anchors,
        set_aside=aside,
        context=f"{blocks.kind}s",
    )


def _labels(blocks: Blocks, offset: int, words: Vocabulary) -> list[Header]:
    """The label at an offset; where the groups differ in meaning one for each meaning, for its own groups only."""
    meant: dict[str, tuple[list[str], list[int]]] = {}
    for patterns, starts in blocks.worded:
        texts, rows = meant.setdefault(_meaning(patterns[offset], offset, words), ([], []))
        texts.append(patterns[offset])
        rows += starts
    headers = []
    for meaning, (texts, rows) in meant.items():
        only = tuple(sorted(rows)) if len(meant) > 1 else ()
        text = texts[0] if meaning or offset == 0 else "; ".join(dict.fromkeys(texts))
        headers.append(Header(text, Place(down=offset, only=only), (min(rows) + offset, blocks.label_column)))
    return headers


def _meaning(pattern: str, offset: int, words: Vocabulary) -> str:
    sure = [s.field for s in words.read(pattern) if s.score >= 0.7 and not s.field.startswith("project.")]
    return sure[0] if sure and offset else ""
