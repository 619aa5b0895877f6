"""The terms that decisions and rights are measured against: the grant's own, its funder's, or a model agreement's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

from collabdesk.domain.clauses import Clause
from collabdesk.domain.packs import Pack
from collabdesk.domain.told import told
from collabdesk.paths import resources

NAMES = ("veto_days", "quorum", "majority", "exploitation_months", "embargo_days")


@dataclass(frozen=True, slots=True)
class Term:
    """One number with where it is from. `text` is how it is stated: `2/3`, `15`."""

    name: str
    text: str
    value: Fraction
    source: str
    confirmed: bool

    @property
    def words(self) -> str:
        """The text, and that it is unconfirmed where it is."""
        return self.text if self.confirmed else told("{value}, unconfirmed", value=self.text)


@dataclass(frozen=True, slots=True)
class Model:
    """A model agreement: `known_by` are the words by which a clause names it."""

    code: str
    title: str
    version: str
    known_by: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """Title and version, as a report prints them."""
        return f"{self.title}, {self.version}"


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms in force by name; `model` is the agreement that the clauses name, None where they name none."""

    known: tuple[Term, ...] = ()
    model: Model | None = None

    def get(self, name: str) -> Term | None:
        """The term, or None where nothing states it."""
        return next((t for t in self.known if t.name == name), None)


def terms_of(pack: Pack, clauses: Iterable[Clause]) -> Terms:
    """What the grant states itself or its rule pack gives; else what the model that a clause names gives; else nothing.

    A term that is stated in words of which no number can be made is as if it were not stated.
    """
    model = _model_of(clauses)
    stated = {t.name: t for name in NAMES if (t := _stated(pack, name)) is not None}
    in_model = {t.name: t for t in model.terms} if model else {}
    return Terms(tuple(t for name in NAMES if (t := stated.get(name) or in_model.get(name)) is not None), model)


@cache
def models() -> tuple[Model, ...]:
    """Every model agreement that comes with the program, the latest first."""
    files = sorted(resources("agreements").glob("*.toml"))
    tables = sorted((tomllib.loads(f.read_text("utf-8")) for f in files), key=lambda t: t["dated"], reverse=True)
    return tuple(_model(table) for table in tables)


def number_of(text: str) -> Fraction | None:
    """`15`, `0.75`, `2/3`, `66.7 %` as an exact number; None where it is none."""
    said = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    part = 100 if said.endswith("%") else 1
    above, slash, below = said.removesuffix("%").partition("/")
    try:
        whole = Fraction(Decimal(above)) / (Fraction(Decimal(below)) if slash else 1)
    except (InvalidOperation, ZeroDivisionError, ValueError, OverflowError):
        return None
    return whole / part


def _model_of(clauses: Iterable[Clause]) -> Model | None:
    said = " ".join(f"{c.title} {c.reference} {c.text} {c.note}" for c in clauses).casefold()
    return next((m for m in models() if any(word.casefold() in said for word in m.known_by)), None)


def _stated(pack: Pack, name: str) -> Term | None:
    value = pack.get(name)
    if value is None or not isinstance(value.value, Decimal | str):
        return None
    number = number_of(str(value.value))
    if number is None:
        return None
    source = value.source if value.from_override else f"{pack.name}: {value.source}"
    return Term(name, str(value.value), number, source, value.confirmed)


def _model(table: dict[str, object]) -> Model:
    values = table["values"]
    assert isinstance(values, dict)
    terms = []
    for name, value in values.items():
        number = number_of(str(value["value"]))
        assert number is not None, name
        terms.append(Term(name, str(value["value"]), number, str(value["source"]), value["confirmed"] is True))
    known_by = table["known_by"]
    assert isinstance(known_by, list)
    return Model(str(table["code"]), str(table["title"]), str(table["version"]), tuple(known_by), tuple(terms))
