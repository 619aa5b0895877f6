"""A report's tables as sheets of a workbook: numbers as numbers, days as days, everything else as the text it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from collabdesk.domain.figures import Figure
from collabdesk.reporting.content import (
    Cite,
    Column,
    FindingCard,
    LinesAnnex,
    Part,
    ReportContent,
    SourcesAnnex,
    Strong,
    Table,
    Text,
)
from collabdesk.reporting.language import day, language, number, t, writing

FINDINGS = "findings"
"""The key of the sheet of the report's findings: code, title, severity, status, then the elements."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, with what a spreadsheet program shows it by."""

    value: Decimal
    pattern: str = "General"


Cell = str | Number | date


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `name` is what it is about, `chapter` where it stands in the report."""

    key: str
    name: str
    chapter: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets(content: ReportContent) -> tuple[Sheet, ...]:
    """Every table of the report in its order, the findings, the annexes, and all figures with exact values."""
    with writing(content.language[:2]):
        return tuple(s for part in content.parts for s in _of_part(part, content))


def _of_part(part: Part, content: ReportContent) -> Iterator[Sheet]:
    cards = [b for b in part.blocks if isinstance(b, FindingCard)]
    if cards:
        yield _findings(part, cards)
    for block in part.blocks:
        if isinstance(block, Table) and block.rows:
            rows = tuple(_row(block.columns, row) for row in block.rows)
            yield Sheet(part.key, block.caption or part.title, part.title, _titles(block.columns), rows)
        elif isinstance(block, LinesAnnex):
            rows = tuple(_row(block.columns, tuple((cell,) for cell in row)) for row in block.rows)
            yield Sheet(part.key, part.title, part.title, _titles(block.columns), rows)
        elif isinstance(block, SourcesAnnex):
            yield _figures(part, content.figures)
            yield _sources(part, content.figures)


def _titles(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(c.title for c in columns)


def _row(columns: Sequence[Column], row: Sequence[Text]) -> tuple[Cell, ...]:
    return tuple(_cell(text, column.is_number) for column, text in zip(columns, row, strict=False))


def _cell(text: Text, is_number: bool) -> Cell:
    if is_number:
        return read_back(_plain(s for s in text if not isinstance(s, Cite)), is_number=True)
    return read_back(_plain(text), is_number=False)


def _plain(text: Iterable[str | Strong | Cite]) -> str:
    said = [s.text if isinstance(s, Strong) else s.code if isinstance(s, Cite) else str(s) for s in text]
    return " ".join(s.strip() for s in said if s.strip())


def _findings(part: Part, cards: Sequence[FindingCard]) -> Sheet:
    names = list(dict.fromkeys(name for card in cards for name, _ in card.elements))
    rows = []
    for card in cards:
        said = {name: _plain(text) for name, text in card.elements}
        rows.append((card.code, card.title, card.severity, card.status, *(said.get(name, "") for name in names)))
    heads = (t("Reference"), t("Finding"), t("Severity"), t("Status"), *names)
    return Sheet(FINDINGS, part.title, part.title, heads, tuple(rows))


def _figures(part: Part, figures: Sequence[Figure]) -> Sheet:
    heads = ("Code", "Figure", "Subject", "Value", "Unit", "Rule", "Counted from", "Note")
    rows = tuple(
        (
            f.id, t(f.label), t(f.detail), t("n/a") if f.value is None else Number(f.value), f.unit, f.rule,
            "; ".join(f"{t(name)} {value}" for name, value in f.inputs.items()), t(f.note or ""),
        )
        for f in figures
    )  # fmt: skip
    return Sheet("figures", t("All figures"), part.title, tuple(t(h) for h in heads), rows)


def _sources(part: Part, figures: Sequence[Figure]) -> Sheet:
    heads = ("Code", "File", "Sheet", "Cells", "Records", "Sum", "SHA-256")
    rows = tuple(
        (
            f.id, s.file or t("typed by hand"), s.sheet, s.cells, Number(Decimal(s.records)),
            "" if s.total is None else Number(s.total), s.sha256,
        )
        for f in figures for s in f.sources
    )  # fmt: skip
    return Sheet(part.key, t("Sources of all figures"), part.title, tuple(t(h) for h in heads), rows)


def read_back(text: str, *, is_number: bool) -> Cell:
    """What was printed as a value again, in the language being written; text that is no plain value stays text.

    Only a column of numbers holds numbers: a grant number elsewhere keeps its zeros.
    """
    if not is_number:
        return _day(text) or text
    found = _number_pattern(language()).fullmatch(text)
    if found is None:
        return _day(text) or text
    sign, whole, part = found["sign"] or "", re.sub(r"\D", "", found["whole"]), found["part"] or ""
    value = Decimal(f"{'-' if sign else ''}{whole}{'.' + part if part else ''}")
    unit = (found["before"] or found["after"] or "").strip()
    digits = ("#,##0" if len(found["whole"]) > len(whole) or len(whole) > 3 else "0") + (
        f".{'0' * len(part)}" if part else ""
    )
    if unit == "%":
        return Number(value / 100, f"{digits}%")
    return Number(value, f'{digits} "{unit}"' if unit else digits)


@cache
def _number_pattern(_language: str) -> re.Pattern[str]:
    sample = number(Decimal("1234567.8"), 1)
    group, mark = re.escape(sample[1]), re.escape(sample[-2])
    unit = r"[A-Z]{2,5}"
    return re.compile(
        rf"(?:(?P<before>{unit})\s)?(?P<sign>[\u2212-])?(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{mark}(?P<part>\d+))?"
        rf"(?P<after>\s?%|\s{unit}|\s[^\W\d][^\d\"]{{0,20}})?"
    )


def _day(text: str) -> date | None:
    if not 8 <= len(text) <= 30 or not text[-4:].isdigit():
        return None
    words = [w.rstrip(".") for w in text.replace("\u00a0", " ").split() if w != "de"]
    if len(words) != 3 or not words[0].isdigit() or words[1].casefold() not in _months(language()):
        return None
    try:
        return date(int(words[2]), _months(language())[words[1].casefold()], int(words[0]))
    except ValueError:
        return None


@cache
def _months(_language: str) -> dict[str, int]:
    return {day(f"2001-{m:02d}").replace("\u00a0", " ").split()[0].casefold(): m for m in range(1, 13)}
