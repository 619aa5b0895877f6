"""What the cells below a header look like, so that a name that fits a column's content badly is not believed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from collabdesk.intake.canonical import canonical
from collabdesk.intake.fields.column import is_null
from collabdesk.intake.grid import CellError, Value

SAMPLE = 120
_COUNTED, _FEW = 4, 30
_PERSON = re.compile(
    r"^(?:(?:assoc|ass|univ|habil|prof|professor|dr|doc|ing|ir|drs|mgr|mag|mr|mrs|ms|phdr|rndr|mudr|dipl|sir|dame)\b[\s.,-]*)+"
    r"[^\W\d_]|^[^\W\d_][\w'’ -]+, (?:prof|dr|mr|mrs|ms)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[-+(]?\s*(?:[€£$]|[A-Z]{3})?\s*[-+]?\d[\d\s.,'’\u00a0\u202f]*\s*(?:[€£$%)]|[A-Za-zł]{1,3})?$")
_DATE = re.compile(
    r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T].*)?$|^\d{4}([-/.]\d{2})?$|^\d{1,2}[./-]\d{4}$|^\d{8}$"
    r"|^(?:\d{1,2}\.?[\s./-]+)?[^\W\d_]{3,10}\.?[\s./,-]+(?:\d{1,2},?\s+)?(?:19|20)?\d{2}$"
    r"|^(?:M|Month|month)?\s?\d{1,3}$"
)
_YEARISH = re.compile(r"^(?:19|20)\d{2}(?:\s*[-/+,&]\s*(?:19|20)?\d{2})*$")
_GROUP = r"[.,' \u00a0\u202f]\d{3}"
_LARGE = re.compile(
    rf"^[-+€£$\s]*(?:\d{{4,}}(?:[.,]\d+)?|\d{{1,3}}(?:{_GROUP}){{2,}}(?:[.,]\d+)?|\d{{1,3}}{_GROUP}[.,]\d{{1,2}})\s*[^\d%]*$"
)
_FLAGS = frozenset(
    {"y", "n", "yes", "no", "true", "false", "x", "0", "1", "oui", "non", "ja", "nein", "tak", "nie", "si", "sí", "ano"}
    | {"ne", "da", "nu", "igen", "nem", "kyllä", "ei", "nej", "sim", "não"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares (0 to 1) of a column's filled cells that could be each type, and how many were looked at.

    `large` is the share of numbers from a thousand up, `fraction` of those that are not whole, `length` the mean
    length of the texts; `person` is the share of texts with a person's title, `asks` of those that are questions.
    `counts`: the cells are 1, 2, 3 … from top to bottom.
    """

    filled: int
    number: float = 0.0
    date: float = 0.0
    year: float = 0.0
    flag: float = 0.0
    text: float = 0.0
    distinct: float = 0.0
    length: float = 0.0
    large: float = 0.0
    fraction: float = 0.0
    person: float = 0.0
    asks: float = 0.0
    counts: bool = False

    def contradicts(self, field: str) -> str | None:
        """Why the cells cannot be this field, or None when they can."""
        if self.filled == 0:
            return None
        kind = canonical()[field].type
        money = kind in ("amount", "quantity")
        doubts = (
            (kind == "date" and self.date + self.year < 0.5, "the cells are not dates"),
            (money and self.number < 0.5, "the cells are not amounts"),
            (money and self.date > 0.9 > self.year and self.number < 0.9, "the cells are dates"),
            (kind == "rate" and self.number < 0.5, "the cells are not rates"),
            (kind == "rate" and self.large > 0.5, "the cells are amounts, not rates"),
            (field in _NUMBERS and self.fraction > 0.3, "the cells are amounts, not numbers of partners"),
            (kind == "bool" and self.flag < 0.5, "the cells are not yes or no"),
            (
                field == "project.abstract" and self.filled > 20 and self.distinct < 0.1 and self.length < 40,
                "the cells are a few short words, again and again",
            ),
            (
                kind == "text" and field not in _MAY_BE_FLAGS and self.flag > 0.95 and self.filled > 3,
                "the cells are only yes or no",
            ),
            (field in _ORGANISATIONS and self.person > 0.5, "the cells are names of persons"),
            (field in _NAMES and self.asks > 0.3, "the cells are questions"),
            (
                field in _NAMES and self.number + self.date > 0.9 and self.filled > 3,
                "the cells are numbers or dates, not names",
            ),
        )
        return next((why for is_so, why in doubts if is_so), None)


_MAY_BE_FLAGS = frozenset(
    {"participation.end", "participation.role", "participation.status", "project.status", "milestone.status"}
    | {"cost.status", "deliverable.status", "finding.status", "action.status", "finding.requirement"}
    | {"finding.severity", "indicator.title"}
)
_ORGANISATIONS = frozenset({"project.coordinator", "partner.name"})
_NUMBERS = frozenset({"partner.vat", "partner.code", "partner.phone"})
_NAMES = frozenset({"project.title", "project.abstract", "project.coordinator", "partner.name", "project.city",
                    "project.country", "project.lead", "finding.text", "action.text"})  # fmt: skip


def weigh(cells: Iterable[Value]) -> Evidence:
    """Look at a column's cells (at most the first `SAMPLE` filled ones are asked for by the caller)."""
    filled = [c for c in cells if c is not None and not isinstance(c, CellError) and not _is_missing(c)]
    if not filled:
        return Evidence(0)
    size = len(filled)
    texts = [c.strip() if isinstance(c, str) else "" for c in filled]
    return Evidence(
        size,
        number=sum(_is_number(c, t) for c, t in zip(filled, texts, strict=True)) / size,
        date=sum(_is_date(c, t) for c, t in zip(filled, texts, strict=True)) / size,
        year=sum(_is_year(c, t) for c, t in zip(filled, texts, strict=True)) / size,
        flag=sum(isinstance(c, bool) or str(_plain(c)).casefold() in _FLAGS for c in filled) / size,
        text=sum(bool(t) and not _is_number(c, t) for c, t in zip(filled, texts, strict=True)) / size,
        distinct=len({str(c) for c in filled}) / size,
        length=sum(len(t) for t in texts) / size,
        fraction=sum(isinstance(c, float) and not c.is_integer() for c in filled) / size,
        large=sum(_is_large(c, t) for c, t in zip(filled, texts, strict=True)) / size,
        person=sum(bool(_PERSON.match(t)) for t in texts[:_FEW]) / min(size, _FEW),
        asks=sum(t.endswith(("?", "？", "؟")) for t in texts[:_FEW]) / min(size, _FEW),
        counts=size >= _COUNTED and all(_plain(c) in (n, str(n)) for n, c in enumerate(filled, 1)),
    )


def _is_missing(cell: Value) -> bool:
    return isinstance(cell, str) and is_null(cell.strip())


def _is_large(cell: Value, text: str) -> bool:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return abs(cell) >= 1000
    return bool(_LARGE.match(text))


def _plain(cell: Value) -> Value:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _is_number(cell: Value, text: str) -> bool:
    if isinstance(cell, bool):
        return False
    return isinstance(cell, (int, float)) or bool(text and len(text) < 40 and _NUMBER.match(text))


def _is_date(cell: Value, text: str) -> bool:
    return isinstance(cell, (date, datetime)) or bool(text and len(text) < 40 and _DATE.match(text))


def _is_year(cell: Value, text: str) -> bool:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return 1950 <= cell <= 2100 or 20_000 < cell < 80_000  # a year, or an unformatted spreadsheet date
    return bool(_YEARISH.match(text))
