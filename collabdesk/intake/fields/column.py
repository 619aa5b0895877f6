"""What a column is read with, and what reading it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from collabdesk.domain.problems import Severity
from collabdesk.intake.grid import CellError, Value

# What funders write for "nothing here". Compared casefolded and stripped.
NULL_TOKENS = frozenset({
    "-", "--", "---", "–", "—", ".", "..", "...", "…", "n/a", "na", "n.a.", "n.a", "n/d", "nd", "n.d.", "#n/a",
    "null", "none", "nil", "(blank)", "(leer)", "(vide)", "k.a.", "k. a.", "s.o.", "s/o", "entfällt",
    "non renseigné", "non renseignée", "nicht angegeben", "keine angabe", "no especificado", "sin especificar",
    "not specified", "not available", "unknown", "not applicable", "non disponible", "brak", "nie dotyczy", "tbc",
    "tbd", "tba", "\\n", "n.v.t.", "nvt", "n/v", "n.c.", "nc", "n.r.", "nr", "-/-", "./.", "nihil", "keine", "aucun",
    "ohne angabe", "o.a.", "k.a", "sin datos", "s/d", "no aplica", "n/p", "não aplicável", "não disponível",
    "non applicabile", "non disponibile", "n.d", "ej tillämpligt", "ikke relevant", "ei tietoa", "ei kohaldata",
    "neuvedeno", "nerelevantní", "není", "neuvedené", "nincs adat", "nincs", "nu este cazul", "neprimjenjivo",
    "ni podatka", "nav datu", "nėra", "δ/υ", "δ.υ.", "μ/δ", "н/д", "нет данных", "няма", "to be confirmed",
    "to be determined", "to be decided", "not provided", "not stated", "not known", "not yet known", "無", "なし",
    "无", "해당 없음", "لا يوجد", "#n/a n/a", "#missing", "(null)", "<na>", "nan",
})  # fmt: skip
# In a text only phrases that can mean nothing else are blank; N/A may be the answer that the form asks for.
NULL_TEXTS = frozenset({
    "non renseigné", "non renseignée", "nicht angegeben", "keine angabe", "no especificado", "not specified",
    "(blank)", "(leer)", "(vide)", "#n/a", "null",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a column before its cells are read.

    `factor` and `currency` are what the header states, `decimal` and `date_order` what the person said,
    `hint_order` and `hint_decimal` the date order and decimal mark of the table's other columns.
    """

    field: str
    type: str
    header: str = ""
    factor: Decimal = Decimal(1)
    currency: str = ""
    decimal: str = ""
    date_order: str = ""
    hint_order: str = ""
    hint_decimal: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with the cell at `index` of the column; -1 means the column as a whole."""

    index: int
    code: str
    text: str
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class ColumnRead:
    """The kept values, one for each cell, and what was found on the way.

    `total` is the exact sum of what was read, in the file's own unit; `exact` the value of single cells in it is
    not kept. `currencies` holds each cell's own currency where cells state one.
    """

    values: list[str | int | None]
    issues: list[Issue] = field(default_factory=list)
    blank: int = 0
    not_numeric: int = 0
    total: Decimal = Decimal(0)
    decimal: str = ""
    date_order: str = ""
    currencies: dict[int, str] = field(default_factory=dict)


def shown(value: Value) -> str:
    """A cell as the file has it, in words for a sentence or a list of rejects."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def short(value: Value) -> str:
    """`shown`, cut to what fits a sentence."""
    text = " ".join(shown(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def is_null(text: str) -> bool:
    """Whether a text means that there is no value."""
    return not text or text.casefold() in NULL_TOKENS


def types_of(values: Sequence[Value]) -> set[type]:
    """The types of the cells, without that of empty ones."""
    found = set(map(type, values))
    found.discard(type(None))
    return found
