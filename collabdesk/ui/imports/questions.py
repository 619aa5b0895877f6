"""What the program asks of a column that can be read two ways, with cells of it as each way reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from collabdesk.domain.problems import Problem
from collabdesk.ui.imports.sheet_tones import SheetTones, place_of
from collabdesk.ui.texts import date_text, number_text
from collabdesk.usecases.staged import StagedColumn, StagedTable

translate = QCoreApplication.translate

_WAYS = {"ambiguous-date": ("dmy", "mdy"), "ambiguous-decimal": (".", ",")}
_QUOTED = re.compile(r"^(['\"])(?P<text>.*?)\1")
_DATE = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2,4})")
_NUMBER = re.compile(r"\d[\d.,]*\d")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to read the column: `way` is what the choice is called, `text` how it reads the example."""

    way: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One column, what is asked of it, and the answers; `examples` are cells of it. `cell` is the first of them."""

    column: StagedColumn
    text: str
    answers: tuple[Answer, ...]
    examples: tuple[str, ...]
    cell: tuple[int, int]
    code: str


def questions_of(table: StagedTable) -> list[Question]:
    """One question for each column whose cells can be read two ways, in the order of the sheet."""
    tones = SheetTones(table)
    found: dict[tuple[str, str], tuple[StagedColumn, list[tuple[tuple[int, int], Problem]]]] = {}
    for problem in table.problems:
        place = place_of(problem.cell) if problem.code in _WAYS else None
        column = tones.column_at(*place) if place else None
        if place is not None and column is not None:
            found.setdefault((column.letter, problem.code), (column, []))[1].append((place, problem))
    return [_question(column, code, cells) for (_, code), (column, cells) in found.items()]


def _question(column: StagedColumn, code: str, cells: Sequence[tuple[tuple[int, int], Problem]]) -> Question:
    texts = list(dict.fromkeys(t for _, problem in cells if (t := _quoted(problem.text))))
    # The clearest example is the one whose two readings differ most for the eye.
    texts.sort(key=lambda t: not _differs(t, code))
    example = texts[0] if texts else ""
    first, second = (read_as(example, way) for way in _WAYS[code])
    name = " ".join((column.header or column.letter).split())
    asked = translate("Imports", "Column {letter} “{name}”: does {example} mean {first} or {second}?").format(
        letter=column.letter,
        name=name if len(name) <= 40 else name[:39] + "…",
        example=example,
        first=first,
        second=second,
    )
    answers = tuple(Answer(way, text) for way, text in zip(_WAYS[code], (first, second), strict=True))
    return Question(column, asked, answers, tuple(texts[:_EXAMPLES]), cells[0][0], code)


def read_as(text: str, way: str) -> str:
    """How one way reads a cell: `3 Apr 2024`, `1,234.00`; the text itself where it holds neither."""
    if way in (".", ","):
        found = _NUMBER.search(text)
        if found is None:
            return text
        other = "," if way == "." else "."
        number = Decimal(found[0].replace(other, "").replace(way, "."))
        return number_text(number, max(2, -int(number.as_tuple().exponent)))
    dated = _DATE.search(text)
    if dated is None:
        return text
    day, month = (dated[1], dated[2]) if way == "dmy" else (dated[2], dated[1])
    year = dated[3] if len(dated[3]) == 4 else f"{'19' if int(dated[3]) >= 70 else '20'}{int(dated[3]):02d}"
    return date_text(f"{year}-{int(month):02d}-{int(day):02d}")


def _differs(text: str, code: str) -> bool:
    one, other = (read_as(text, way) for way in _WAYS[code])
    return one != other


def _quoted(text: str) -> str:
    found = _QUOTED.match(text)
    return found["text"] if found else ""
